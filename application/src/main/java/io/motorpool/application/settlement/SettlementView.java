package io.motorpool.application.settlement;

import io.motorpool.domain.settlement.Confirmation;
import io.motorpool.domain.settlement.ErpDocument;
import io.motorpool.domain.settlement.PostingFault;
import io.motorpool.domain.settlement.Purpose;
import io.motorpool.domain.settlement.Settlement;
import io.motorpool.domain.settlement.Settlement.Calculated;
import io.motorpool.domain.settlement.Settlement.Confirmed;
import io.motorpool.domain.settlement.Settlement.Draft;
import io.motorpool.domain.settlement.Settlement.PostFailed;
import io.motorpool.domain.settlement.Settlement.Posted;
import io.motorpool.domain.settlement.Settlement.Posting;
import io.motorpool.domain.settlement.SettlementHead;
import io.motorpool.domain.settlement.SettlementStatus;
import io.motorpool.domain.settlement.Totals;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A settlement as callers see it.
 *
 * @param totals absent before it is calculated
 * @param confirmation absent before it is confirmed
 */
public record SettlementView(
        SettlementHead head,
        SettlementStatus status,
        @Nullable Totals totals,
        @Nullable Confirmation confirmation,
        @Nullable ErpDocument document,
        @Nullable PostingFault fault,
        Version version) {

    static SettlementView of(Versioned<? extends Settlement> stored) {
        Version version = stored.version();
        return switch (stored.value()) {
            case Draft it -> new SettlementView(it.head(), it.status(), null, null, null, null, version);
            case Calculated it -> new SettlementView(it.head(), it.status(), it.totals(), null, null, null, version);
            case Confirmed it -> confirmed(it, it.confirmation(), version);
            case Posting it -> confirmed(it, it.confirmation(), version);
            case Posted it ->
                new SettlementView(
                        it.head(),
                        it.status(),
                        it.confirmation().totals(),
                        it.confirmation(),
                        it.document(),
                        null,
                        version);
            case PostFailed it ->
                new SettlementView(
                        it.head(),
                        it.status(),
                        it.confirmation().totals(),
                        it.confirmation(),
                        null,
                        it.fault(),
                        version);
        };
    }

    private static SettlementView confirmed(Settlement it, Confirmation confirmation, Version version) {
        return new SettlementView(it.head(), it.status(), confirmation.totals(), confirmation, null, null, version);
    }

    /** What an audit entry says of it: the values, by name. */
    Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>();
        facts.put("number", head.number().value());
        facts.put("month", head.month().toString());
        facts.put("purpose", purpose());
        facts.put("status", status.name());
        if (totals != null) {
            facts.put("supplyWon", Long.toString(totals.supply().won()));
            facts.put("vatWon", Long.toString(totals.vat().won()));
        }
        if (confirmation != null) {
            facts.put("seal", confirmation.seal().hex());
        }
        if (document != null) {
            facts.put("erpDocument", document.number());
        }
        if (fault != null) {
            facts.put("fault", fault.name());
        }
        return facts;
    }

    private String purpose() {
        return switch (head.purpose()) {
            case Purpose.Bill(var issue) -> "bill " + issue;
            case Purpose.Reversal(var reversed) -> "reversal of " + reversed;
        };
    }
}
