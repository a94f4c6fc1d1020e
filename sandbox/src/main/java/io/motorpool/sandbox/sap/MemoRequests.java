package io.motorpool.sandbox.sap;

import io.motorpool.sandbox.sap.Catalogue.Memo;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Creates requests for debit and credit memos. A second request with the same reference is another document, as in SAP:
 * it is the caller who must not ask twice.
 */
final class MemoRequests {

    private static final Pattern CUSTOMER = Pattern.compile("[0-9]{1,10}");
    private static final Set<String> MATERIALS = Set.of("MP-RUNS", "MP-EXTRA", "MP-ADJUST");
    private static final Set<String> CURRENCIES = Set.of("KRW", "USD", "EUR");
    private static final Set<String> REASONS = Set.of("001", "002", "003", "004");

    private final Memo memo;
    private final Records records;
    private final Switchboard switchboard;
    private final Clock clock;

    MemoRequests(Memo memo, Records records, Switchboard switchboard, Clock clock) {
        this.memo = memo;
        this.records = records;
        this.switchboard = switchboard;
        this.clock = clock;
    }

    Memo memo() {
        return memo;
    }

    Entity create(Entity asked) {
        check(asked);
        return records.add(memo.set(), memo.number(), memo.first(), blank -> complete(blank, asked));
    }

    private void check(Entity asked) {
        for (String required : List.of(
                memo.number() + "Type",
                "SalesOrganization",
                "DistributionChannel",
                "OrganizationDivision",
                "SoldToParty",
                "TransactionCurrency")) {
            if (asked.text(required).isEmpty()) {
                throw SapRefusal.bad("V1/362", "Enter a value for " + required);
            }
        }
        String type = asked.text(memo.number() + "Type");
        if (!type.equals(memo == Catalogue.DEBIT ? "DR" : "CR")) {
            throw SapRefusal.bad("V1/313", "Sales document type %s is not defined".formatted(type));
        }
        checkParties(asked);
        if (!CURRENCIES.contains(asked.text("TransactionCurrency"))) {
            throw SapRefusal.bad("V1/344", "Currency %s is not defined".formatted(asked.text("TransactionCurrency")));
        }
        if (!REASONS.contains(asked.text("SDDocumentReason"))) {
            throw SapRefusal.bad("V1/484", "Order reason %s is not defined".formatted(asked.text("SDDocumentReason")));
        }
        if (asked.value("BillingDocumentDate") == null) {
            throw SapRefusal.bad("V1/362", "Enter a value for BillingDocumentDate");
        }
        if (asked.children("to_Item").isEmpty()) {
            throw SapRefusal.bad("V1/555", "The document contains no items");
        }
        asked.children("to_Item").forEach(item -> checkItem(item, asked.text("TransactionCurrency")));
        checkItemNumbers(asked.children("to_Item"));
    }

    private void checkParties(Entity asked) {
        String customer = asked.text("SoldToParty");
        if (!CUSTOMER.matcher(customer).matches() || switchboard.isWithheld(customer)) {
            throw SapRefusal.bad(
                    "VP/211",
                    "Sold-to party %s not maintained for sales area %s %s %s"
                            .formatted(
                                    customer,
                                    asked.text("SalesOrganization"),
                                    asked.text("DistributionChannel"),
                                    asked.text("OrganizationDivision")));
        }
        asked.children("to_Partner").forEach(partner -> {
            if (!partner.text("PartnerFunction").equals("RG")
                    && !partner.text("PartnerFunction").equals("RE")) {
                throw SapRefusal.bad(
                        "VPD/042", "Partner function %s is not allowed".formatted(partner.text("PartnerFunction")));
            }
            if (!CUSTOMER.matcher(partner.text("Customer")).matches()) {
                throw SapRefusal.bad("F2/153", "Customer %s does not exist".formatted(partner.text("Customer")));
            }
        });
    }

    private void checkItem(Entity item, String currency) {
        if (!MATERIALS.contains(item.text("Material"))) {
            throw SapRefusal.bad(
                    "M3/305", "Material %s does not exist or is not activated".formatted(item.text("Material")));
        }
        if (item.number("RequestedQuantity").signum() <= 0) {
            throw SapRefusal.bad("V1/362", "Enter a value for RequestedQuantity");
        }
        List<Entity> prices = item.children("to_PricingElement");
        if (prices.size() != 1) {
            throw SapRefusal.bad("VE/108", "Item without a price or with several");
        }
        Entity price = prices.getFirst();
        if (!price.text("ConditionType").equals("PPR0")) {
            throw SapRefusal.bad("VK/011", "Condition type %s is not defined".formatted(price.text("ConditionType")));
        }
        if (!price.text("ConditionCurrency").equals(currency)) {
            throw SapRefusal.bad("VE/110", "Currency of the condition is not that of the document");
        }
        BigDecimal rate = price.number("ConditionRateValue");
        if (rate.stripTrailingZeros().scale() > (currency.equals("KRW") ? 0 : 2)) {
            throw SapRefusal.bad("VK/027", "Currency %s has no such decimal places".formatted(currency));
        }
    }

    private void checkItemNumbers(List<Entity> items) {
        Set<String> numbers = new HashSet<>();
        items.stream()
                .map(item -> item.text(memo.item()))
                .filter(number -> !number.isEmpty())
                .forEach(number -> {
                    if (!number.matches("[0-9]{1,6}") || !numbers.add(number)) {
                        throw SapRefusal.bad("V1/320", "Item number %s is not possible".formatted(number));
                    }
                });
    }

    private Entity complete(Entity blank, Entity asked) {
        String number = blank.text(memo.number());
        List<Entity> items = new ArrayList<>();
        BigDecimal total = BigDecimal.ZERO;
        for (Entity item : asked.children("to_Item")) {
            Entity completed = completeItem(item, number, items.size() + 1, asked.text("TransactionCurrency"));
            items.add(completed);
            total = total.add(completed.number("NetAmount"));
        }
        Entity header = blank.with(asked.values(), List.of())
                .with("TotalNetAmount", total.stripTrailingZeros())
                .with("CreationDate", EdmType.Date.of(LocalDate.now(clock)))
                .with("OverallSDProcessStatus", "A");
        return header.withChildren("to_Item", items)
                .withChildren(
                        "to_Partner",
                        asked.children("to_Partner").stream()
                                .map(partner -> partner.with(memo.number(), number))
                                .toList());
    }

    private Entity completeItem(Entity item, String number, int position, String currency) {
        String line = item.text(memo.item()).isEmpty() ? Integer.toString(position * 10) : item.text(memo.item());
        Entity price = item.children("to_PricingElement").getFirst();
        BigDecimal net = item.number("RequestedQuantity").multiply(price.number("ConditionRateValue"));
        return item.with(memo.number(), number)
                .with(memo.item(), line)
                .with("NetAmount", switchboard.scaled(net))
                .with("TransactionCurrency", currency)
                .withChildren(
                        "to_PricingElement",
                        List.of(price.with(memo.number(), number).with(memo.item(), line)));
    }
}
