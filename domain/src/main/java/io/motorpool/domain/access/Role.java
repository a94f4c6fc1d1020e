package io.motorpool.domain.access;

/** What a caller is to the division or to a company. The permissions that follow are in {@link AccessPolicy}. */
public enum Role {
    /** An employee of a client company. */
    MEMBER(Reach.OWN_COMPANY),
    /** The person who looks after a client company's members and their reservations. The fleet is the division's to manage. */
    COMPANY_ADMIN(Reach.OWN_COMPANY),
    /** Runs the division's daily business. */
    OPERATOR(Reach.EVERY_COMPANY),
    /** Answers when something goes wrong on the road. */
    SUPPORT_AGENT(Reach.EVERY_COMPANY),
    /** Reads everything, changes nothing. */
    AUDITOR(Reach.EVERY_COMPANY),
    /** Prepares what companies are billed: extra costs, prices, calculations. */
    SETTLEMENT_CLERK(Reach.EVERY_COMPANY),
    /** Answers for what companies are billed: confirms it, reverses it. */
    SETTLEMENT_APPROVER(Reach.EVERY_COMPANY),
    /** Drives a company's runs, and says when they left and arrived. */
    CHAUFFEUR(Reach.EVERY_COMPANY),
    /** Motorpool itself, when a timer makes it act. Never found in a token. */
    SCHEDULER(Reach.EVERY_COMPANY);

    /** Whose affairs a role is about. */
    public enum Reach {
        OWN_COMPANY,
        EVERY_COMPANY
    }

    private final Reach reach;

    Role(Reach reach) {
        this.reach = reach;
    }

    public Reach reach() {
        return reach;
    }
}
