package io.motorpool.application.settlement;

import io.motorpool.application.fleet.FleetFixtures;
import io.motorpool.application.settlement.BillingRequest.BillingKind;
import io.motorpool.application.settlement.BillingRequest.BillingLine;
import io.motorpool.application.settlement.BillingRequest.LineKind;
import io.motorpool.application.settlement.Placement.RegisteredVehicle;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.shared.VehicleId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Billing requests and vehicles that no other test and no ERP knows. */
public final class ErpFixtures {

    public static final String CUSTOMER = "17100001";
    public static final LocalDate BILLING_DATE = LocalDate.of(2026, 11, 30);

    /** The moment at which the clocks of these tests stand. */
    public static final Instant NOW = Instant.parse("2026-12-01T01:00:00Z");

    private static final AtomicLong DRAWN = new AtomicLong(System.currentTimeMillis());

    private ErpFixtures() {}

    public static BillingRequest aCharge() {
        return aCharge(aNumber(), 1_250_000);
    }

    public static BillingRequest aCharge(String number, long won) {
        return new BillingRequest(
                number,
                BillingKind.CHARGE,
                CUSTOMER,
                BILLING_DATE,
                List.of(
                        new BillingLine(LineKind.RUNS, "판교–강남 셔틀 42회", won - 3_000),
                        new BillingLine(LineKind.EXTRA_COST, "통행료", 5_000),
                        new BillingLine(LineKind.ADJUSTMENT, "지연 감액", -2_000)));
    }

    public static BillingRequest aReversal() {
        return new BillingRequest(
                aNumber() + "-R",
                BillingKind.REVERSAL,
                CUSTOMER,
                BILLING_DATE,
                List.of(new BillingLine(LineKind.RUNS, "판교–강남 셔틀 42회", 1_250_000)));
    }

    public static String aNumber() {
        return "ST-202611-" + DRAWN.incrementAndGet();
    }

    public static RegisteredVehicle aVehicle() {
        return new RegisteredVehicle(
                new VehicleId(Ids.next()),
                FleetFixtures.aPlate(),
                FleetFixtures.aVin(),
                "카운티 일렉트릭",
                "현대자동차",
                Year.of(2025));
    }

    public static String aContract() {
        return "VC202611-" + DRAWN.incrementAndGet() % 10_000_000_000L;
    }

    public static UUID aSlot() {
        return Ids.next();
    }

    public static Placement aPlacement() {
        return new Placement(aVehicle(), aContract(), aSlot(), NOW.minusSeconds(3_600));
    }
}
