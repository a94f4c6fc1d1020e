package io.motorpool.adapters.erp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.motorpool.application.settlement.BillingRequest;
import io.motorpool.application.settlement.BillingRequest.BillingKind;
import io.motorpool.application.settlement.BillingRequest.BillingLine;
import io.motorpool.application.settlement.BillingRequest.LineKind;

/** A billing request as SAP's request for a debit or a credit memo: the same shape under two names. */
final class MemoRequest {

    static final String CURRENCY = "KRW";
    private static final String REFERENCE = "PurchaseOrderByCustomer";

    private final BillingRequest request;
    private final ErpConfig.Sales sales;
    private final String word;

    MemoRequest(BillingRequest request, ErpConfig.Sales sales) {
        this.request = request;
        this.sales = sales;
        this.word = request.kind() == BillingKind.CHARGE ? "Debit" : "Credit";
    }

    /** Where the requests of this kind are created. */
    String set() {
        return "/API_%s_MEMO_REQUEST_SRV/A_%sMemoRequest".formatted(word.equals("Debit") ? "DEBIT" : "CREDIT", word);
    }

    /** Where those are that carry our number. */
    String found() {
        return set() + "?$filter=" + OData.encoded("%s eq %s".formatted(REFERENCE, OData.text(request.number())))
                + "&$select=" + String.join(",", number(), "SoldToParty", "TotalNetAmount", "TransactionCurrency");
    }

    /** Name of the document's number. */
    String number() {
        return word + "MemoRequest";
    }

    ObjectNode body() {
        boolean charge = request.kind() == BillingKind.CHARGE;
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put(number() + "Type", charge ? sales.debitType() : sales.creditType())
                .put("SalesOrganization", sales.organization())
                .put("DistributionChannel", sales.channel())
                .put("OrganizationDivision", sales.division())
                .put("SoldToParty", request.customer())
                .put(REFERENCE, request.number())
                .put("SDDocumentReason", charge ? sales.debitReason() : sales.creditReason())
                .put("BillingDocumentDate", OData.jsonDate(request.billingDate()))
                .put("TransactionCurrency", CURRENCY);
        body.putArray("to_Partner")
                .addObject()
                .put("PartnerFunction", sales.billToFunction())
                .put("Customer", request.customer());
        ArrayNode items = body.putArray("to_Item");
        for (BillingLine line : request.lines()) {
            add(items, line);
        }
        return body;
    }

    private void add(ArrayNode items, BillingLine line) {
        ObjectNode item = items.addObject();
        item.put(number() + "Item", Integer.toString(items.size() * 10))
                .put("Material", material(line.kind()))
                .put("RequestedQuantity", "1")
                .put(number() + "ItemText", line.text())
                .put("ProfitCenter", sales.profitCenter());
        item.putArray("to_PricingElement")
                .addObject()
                .put("ConditionType", sales.priceCondition())
                .put("ConditionRateValue", Long.toString(line.won()))
                .put("ConditionCurrency", CURRENCY);
    }

    private String material(LineKind kind) {
        return switch (kind) {
            case RUNS -> sales.materials().runs();
            case EXTRA_COST -> sales.materials().extraCost();
            case ADJUSTMENT -> sales.materials().adjustment();
        };
    }
}
