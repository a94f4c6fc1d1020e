package io.motorpool.domain.company;

import io.motorpool.domain.DomainEvent;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.MemberId;
import io.motorpool.domain.shared.UserId;
import java.time.Instant;
import java.util.UUID;

/** Facts about companies and their members. Names stay behind: whoever needs one asks with the id (P19). */
public sealed interface CompanyEvent extends DomainEvent.OfCompany {

    record CompanyRegistered(CompanyId company, Instant occurredAt) implements CompanyEvent {
        @Override
        public UUID subject() {
            return company.value();
        }
    }

    record CompanyChanged(CompanyId company, Instant occurredAt) implements CompanyEvent {
        @Override
        public UUID subject() {
            return company.value();
        }
    }

    record CompanyLeft(CompanyId company, Instant occurredAt) implements CompanyEvent {
        @Override
        public UUID subject() {
            return company.value();
        }
    }

    record MemberEnrolled(MemberId member, CompanyId company, UserId user, Instant occurredAt) implements CompanyEvent {
        @Override
        public UUID subject() {
            return member.value();
        }
    }

    record MemberChanged(MemberId member, CompanyId company, UserId user, Instant occurredAt) implements CompanyEvent {
        @Override
        public UUID subject() {
            return member.value();
        }
    }

    record MemberLeft(MemberId member, CompanyId company, UserId user, Instant occurredAt) implements CompanyEvent {
        @Override
        public UUID subject() {
            return member.value();
        }
    }
}
