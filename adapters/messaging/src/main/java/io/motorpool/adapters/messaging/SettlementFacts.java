package io.motorpool.adapters.messaging;

import io.motorpool.domain.settlement.PostingFault;
import io.motorpool.domain.settlement.SettlementEvent;
import java.util.UUID;

/** What is told about settlements. */
final class SettlementFacts {

    private SettlementFacts() {}

    record SettlementOpened(UUID settlement, UUID company, String month) {}

    record SettlementCalculated(UUID settlement, UUID company, String month) {}

    record SettlementConfirmed(UUID settlement, UUID company, String month) {}

    record SettlementReversed(UUID settlement, UUID company, String month, UUID reversal) {}

    record PostingStarted(UUID settlement, UUID company) {}

    record SettlementPosted(UUID settlement, UUID company) {}

    record PostingFailed(UUID settlement, UUID company, String fault) {}

    record ExtraCostsChanged(UUID settlement, UUID company, String month) {}

    static Fact of(SettlementEvent event) {
        UUID company = event.company().value();
        return switch (event) {
            case SettlementEvent.SettlementOpened it ->
                new Fact(
                        "settlement.settlement-opened.v1",
                        new SettlementOpened(
                                it.settlement().value(), company, it.month().toString()));
            case SettlementEvent.SettlementCalculated it ->
                new Fact(
                        "settlement.settlement-calculated.v1",
                        new SettlementCalculated(
                                it.settlement().value(), company, it.month().toString()));
            case SettlementEvent.SettlementConfirmed it ->
                new Fact(
                        "settlement.settlement-confirmed.v1",
                        new SettlementConfirmed(
                                it.settlement().value(), company, it.month().toString()));
            case SettlementEvent.SettlementReversed it ->
                new Fact(
                        "settlement.settlement-reversed.v1",
                        new SettlementReversed(
                                it.settlement().value(),
                                company,
                                it.month().toString(),
                                it.reversal().value()));
            case SettlementEvent.PostingStarted it ->
                new Fact(
                        "settlement.posting-started.v1",
                        new PostingStarted(it.settlement().value(), company));
            case SettlementEvent.SettlementPosted it ->
                new Fact(
                        "settlement.settlement-posted.v1",
                        new SettlementPosted(it.settlement().value(), company));
            case SettlementEvent.PostingFailed it ->
                new Fact(
                        "settlement.posting-failed.v1",
                        new PostingFailed(it.settlement().value(), company, word(it.fault())));
            case SettlementEvent.ExtraCostsChanged it ->
                new Fact(
                        "settlement.extra-costs-changed.v1",
                        new ExtraCostsChanged(
                                it.settlement().value(), company, it.month().toString()));
        };
    }

    private static String word(PostingFault fault) {
        return switch (fault) {
            case DECLINED -> "DECLINED";
            case AMOUNT_DIFFERS -> "AMOUNT_DIFFERS";
            case SCALE_DIFFERS -> "SCALE_DIFFERS";
            case CURRENCY_DIFFERS -> "CURRENCY_DIFFERS";
            case CUSTOMER_DIFFERS -> "CUSTOMER_DIFFERS";
            case BOOKED_MORE_THAN_ONCE -> "BOOKED_MORE_THAN_ONCE";
        };
    }
}
