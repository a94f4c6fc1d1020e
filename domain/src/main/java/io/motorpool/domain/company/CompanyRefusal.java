package io.motorpool.domain.company;

import io.motorpool.domain.Refusal;

/** Why a change of a company or a membership is declined. */
public sealed interface CompanyRefusal extends Refusal {

    /** Another company is registered under this business number. */
    record BusinessNumberTaken(BusinessNumber number) implements CompanyRefusal {}

    /** The company has left; it can be read, no longer changed. */
    record CompanyRetired() implements CompanyRefusal {}

    /** The user already belongs to the company. */
    record AlreadyMember() implements CompanyRefusal {}

    /** The membership has ended; it can be read, no longer changed. */
    record MemberRetired() implements CompanyRefusal {}

    /** Something that is still running stands in the way of retiring: it has to be ended or moved first. */
    record StillInUse(long activeReservations, long vehicles) implements CompanyRefusal {}
}
