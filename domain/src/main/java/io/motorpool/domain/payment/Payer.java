package io.motorpool.domain.payment;

import io.motorpool.domain.company.BillingPolicy;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;

/** On whose account somebody rides. */
public sealed interface Payer {

    UserId user();

    /** On their own. */
    record Personal(UserId user) implements Payer {}

    /** On their company's, under its policy as it is now. */
    record Business(CompanyId company, UserId user, BillingPolicy policy) implements Payer {}
}
