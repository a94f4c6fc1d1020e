package io.motorpool.adapters.messaging;

import io.motorpool.domain.company.CompanyEvent;
import java.util.UUID;

/** What is told about companies and their members. */
final class CompanyFacts {

    private CompanyFacts() {}

    record CompanyRegistered(UUID company) {}

    record CompanyChanged(UUID company) {}

    record CompanyLeft(UUID company) {}

    record MemberEnrolled(UUID member, UUID company, UUID user) {}

    record MemberChanged(UUID member, UUID company, UUID user) {}

    record MemberLeft(UUID member, UUID company, UUID user) {}

    static Fact of(CompanyEvent event) {
        UUID company = event.company().value();
        return switch (event) {
            case CompanyEvent.CompanyRegistered _ ->
                new Fact("company.company-registered.v1", new CompanyRegistered(company));
            case CompanyEvent.CompanyChanged _ -> new Fact("company.company-changed.v1", new CompanyChanged(company));
            case CompanyEvent.CompanyLeft _ -> new Fact("company.company-left.v1", new CompanyLeft(company));
            case CompanyEvent.MemberEnrolled it ->
                new Fact(
                        "company.member-enrolled.v1",
                        new MemberEnrolled(
                                it.member().value(), company, it.user().value()));
            case CompanyEvent.MemberChanged it ->
                new Fact(
                        "company.member-changed.v1",
                        new MemberChanged(
                                it.member().value(), company, it.user().value()));
            case CompanyEvent.MemberLeft it ->
                new Fact(
                        "company.member-left.v1",
                        new MemberLeft(it.member().value(), company, it.user().value()));
        };
    }
}
