package io.motorpool.application.shared;

import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import java.util.Set;

/** People who ask. */
public final class Callers {

    private Callers() {}

    public static Caller anOperator() {
        return ofDivision(Role.OPERATOR);
    }

    public static Caller anAuditor() {
        return ofDivision(Role.AUDITOR);
    }

    public static Caller aSupportAgent() {
        return ofDivision(Role.SUPPORT_AGENT);
    }

    public static Caller aSettlementClerk() {
        return ofDivision(Role.SETTLEMENT_CLERK);
    }

    public static Caller aSettlementApprover() {
        return ofDivision(Role.SETTLEMENT_APPROVER);
    }

    public static Caller aChauffeur(UserId user) {
        return new Caller(user, new Profile.Division(), Set.of(Role.CHAUFFEUR));
    }

    public static Caller aTimer() {
        return ofDivision(Role.SCHEDULER);
    }

    public static Caller anAdminOf(CompanyId company) {
        return ofCompany(new UserId(Ids.next()), company, Role.COMPANY_ADMIN);
    }

    public static Caller aMemberOf(CompanyId company) {
        return ofCompany(new UserId(Ids.next()), company, Role.MEMBER);
    }

    public static Caller ofCompany(UserId user, CompanyId company, Role role) {
        return new Caller(user, new Profile.Business(company), Set.of(role));
    }

    /** Even an operator is nobody's while they act for themselves. */
    public static Caller aPrivatePerson() {
        return new Caller(new UserId(Ids.next()), new Profile.Personal(), Set.of(Role.OPERATOR, Role.MEMBER));
    }

    private static Caller ofDivision(Role role) {
        return new Caller(new UserId(Ids.next()), new Profile.Division(), Set.of(role));
    }
}
