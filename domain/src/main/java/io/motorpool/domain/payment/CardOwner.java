package io.motorpool.domain.payment;

import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;

/** Whose card it is, and in which capacity. */
public sealed interface CardOwner {

    /** A person's own. */
    record Person(UserId user) implements CardOwner {}

    /** The one card that stands for a company. */
    record Representative(CompanyId company) implements CardOwner {}

    /** A company's, registered for one of its members. */
    record OfMember(CompanyId company, UserId user) implements CardOwner {}
}
