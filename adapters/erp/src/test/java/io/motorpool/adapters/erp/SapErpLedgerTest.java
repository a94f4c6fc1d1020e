package io.motorpool.adapters.erp;

import io.motorpool.application.settlement.BillingRequest;
import io.motorpool.application.settlement.ErpLedger;
import io.motorpool.application.settlement.ErpLedgerContract;
import io.motorpool.application.shared.MovedClock;
import io.motorpool.sandbox.sap.SapPart;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

class SapErpLedgerTest implements ErpLedgerContract, SapWeather {

    private static final SapPart SAP = SapPart.temporaryNotStarted();

    private final MovedClock clock = ErpForTests.clock();
    private final ErpConfig config = ErpForTests.config(SAP);
    private SapGateway gateway = ErpForTests.gateway(config);
    private final SapEyes eyes = new SapEyes(SAP);

    @BeforeAll
    static void start() {
        SAP.start();
    }

    @AfterAll
    static void end() {
        SAP.close();
    }

    @AfterEach
    void calm() {
        SAP.switchboard().calm();
        SAP.start();
        gateway.close();
    }

    @Override
    public ErpLedger ledger() {
        return new SapErpLedger(gateway, config, clock);
    }

    @Override
    public void becomeImpatient() {
        gateway.close();
        gateway = ErpForTests.gateway(ErpForTests.impatient(SAP));
    }

    @Override
    public SapPart sap() {
        return SAP;
    }

    @Override
    public MovedClock clock() {
        return clock;
    }

    @Override
    public List<Booked> booked(String number) {
        List<Booked> all = new ArrayList<>();
        for (String word : List.of("Debit", "Credit")) {
            eyes.see("/API_%s_MEMO_REQUEST_SRV/A_%sMemoRequest?$filter=PurchaseOrderByCustomer%%20eq%%20'%s'"
                            .formatted(word.equals("Debit") ? "DEBIT" : "CREDIT", word, number))
                    .forEach(document -> all.add(new Booked(
                            document.path(word + "MemoRequest").asText(),
                            word.equals("Credit"),
                            new BigDecimal(document.path("TotalNetAmount").asText()).longValueExact())));
        }
        return all;
    }

    @Override
    public void givenWonWithDecimals() {
        SAP.switchboard().scaleAmounts(BigDecimal.valueOf(100));
    }

    @Override
    public void givenBookedByHand(BillingRequest request) {
        MemoRequest memo = new MemoRequest(request, config.sales());
        var _ = eyes.create(memo.set(), memo.body());
    }

    @Override
    public void givenCustomerUnknown(BillingRequest request) {
        SAP.switchboard().withholdCustomer(request.customer());
    }
}
