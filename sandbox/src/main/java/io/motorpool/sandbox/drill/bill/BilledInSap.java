package io.motorpool.sandbox.drill.bill;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.sandbox.drill.check.Findings;
import io.motorpool.sandbox.shuttle.SapBooks;
import java.math.BigDecimal;
import java.util.List;

/** Bills against what SAP holds of them: one document each, with the amount that was confirmed. */
public final class BilledInSap {

    private BilledInSap() {}

    public static Findings compare(List<Bill> bills, SapBooks sap) {
        Findings findings = new Findings();
        for (Bill bill : bills) {
            List<JsonNode> documents = sap.debitMemos(bill.number());
            findings.unless(
                    documents.size() == 1,
                    "SAP holds exactly one document for each bill",
                    "%s has %d".formatted(bill.number(), documents.size()));
            documents.stream()
                    .map(document ->
                            new BigDecimal(document.path("TotalNetAmount").asText()))
                    .filter(amount -> amount.compareTo(BigDecimal.valueOf(bill.supplyWon())) != 0)
                    .forEach(amount -> findings.add(
                            "SAP bills what was confirmed",
                            "%s: %s instead of %d".formatted(bill.number(), amount, bill.supplyWon())));
        }
        return findings;
    }
}
