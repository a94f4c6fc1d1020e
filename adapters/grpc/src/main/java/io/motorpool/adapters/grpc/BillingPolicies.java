package io.motorpool.adapters.grpc;

import io.motorpool.api.payment.v1.BillingPolicy;
import org.jspecify.annotations.Nullable;

/** How a company pays, shown to whoever is about to reserve and said again by whoever does. */
public final class BillingPolicies {

    private BillingPolicies() {}

    /** @param policy absent for a private person */
    public static BillingPolicy of(io.motorpool.domain.company.@Nullable BillingPolicy policy) {
        return switch (policy) {
            case null -> BillingPolicy.BILLING_POLICY_UNSPECIFIED;
            case REPRESENTATIVE_CARD -> BillingPolicy.BILLING_POLICY_REPRESENTATIVE_CARD;
            case POSTPAID -> BillingPolicy.BILLING_POLICY_POSTPAID;
            case MEMBER_CARD -> BillingPolicy.BILLING_POLICY_MEMBER_CARD;
        };
    }

    /** One of a newer client is none under which anything could be picked here. */
    public static io.motorpool.domain.company.BillingPolicy read(BillingPolicy policy) {
        return switch (policy) {
            case BILLING_POLICY_REPRESENTATIVE_CARD -> io.motorpool.domain.company.BillingPolicy.REPRESENTATIVE_CARD;
            case BILLING_POLICY_POSTPAID -> io.motorpool.domain.company.BillingPolicy.POSTPAID;
            case BILLING_POLICY_MEMBER_CARD -> io.motorpool.domain.company.BillingPolicy.MEMBER_CARD;
            case BILLING_POLICY_UNSPECIFIED, UNRECOGNIZED ->
                throw new IllegalArgumentException("must be a billing policy that this server knows");
        };
    }
}
