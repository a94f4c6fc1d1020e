package io.motorpool.adapters.erp;

import static io.motorpool.application.settlement.ErpFixtures.NOW;
import static io.motorpool.application.settlement.ErpFixtures.aContract;
import static io.motorpool.application.settlement.ErpFixtures.aPlacement;
import static io.motorpool.application.settlement.ErpFixtures.aSlot;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.application.settlement.ErpFixtures;
import io.motorpool.application.settlement.Placement;
import io.motorpool.application.settlement.Registration;
import io.motorpool.application.settlement.Registration.Reason;
import io.motorpool.application.settlement.Registration.Registered;
import io.motorpool.application.settlement.Registration.Rejected;
import io.motorpool.application.settlement.Registration.Unclear;
import io.motorpool.application.shared.MovedClock;
import io.motorpool.sandbox.sap.Fault;
import io.motorpool.sandbox.sap.SapPart;
import io.motorpool.sandbox.sap.Switchboard;
import io.motorpool.sandbox.sap.Switchboard.Meant;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever SAP does to a registration, one record remains, and it is right. */
class RegisterInBadWeatherTest {

    private static final SapPart SAP = SapPart.temporaryNotStarted();

    private final Switchboard switchboard = SAP.switchboard();
    private final MovedClock clock = ErpForTests.clock();
    private final SapEyes eyes = new SapEyes(SAP);
    private final ErpConfig config = ErpForTests.config(SAP);
    private final SapGateway gateway = ErpForTests.gateway(config);
    private final SapVehicleRegister register = new SapVehicleRegister(gateway, config, clock);

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
        switchboard.calm();
        SAP.start();
        gateway.close();
    }

    static Stream<Fault> faults() {
        return Stream.of(
                new Fault.Refuses(500, Duration.ZERO),
                new Fault.Refuses(429, Duration.ZERO),
                new Fault.Refuses(503, Duration.ZERO),
                new Fault.FailsAfterwards(),
                new Fault.LosesAnswer(),
                new Fault.RotatesTokens(),
                new Fault.Locked("LEE"),
                new Fault.TakesLong(Duration.ofMillis(300)));
    }

    /** The create, then the installation. */
    @ParameterizedTest
    @MethodSource("faults")
    void a_fault_in_any_step_of_a_dispatch_leaves_one_right_record(Fault fault) {
        for (int healthy = 0; healthy < 2; healthy++) {
            Placement placement = aPlacement();
            switchboard.next(Meant.WRITES, new Fault.TakesLong(Duration.ofMillis(1)), healthy);
            switchboard.next(Meant.WRITES, fault);

            assertThat(place(placement)).as("fault in write %d", healthy).isInstanceOf(Registered.class);

            assertRightAndSingle(placement);
            switchboard.calm();
        }
    }

    /** The new contract, the dismantling, the installation. */
    @ParameterizedTest
    @MethodSource("faults")
    void a_fault_in_any_step_of_a_substitution_leaves_one_right_record(Fault fault) {
        for (int healthy = 0; healthy < 3; healthy++) {
            Placement first = aPlacement();
            Registration registered = place(first);
            Placement second = new Placement(first.vehicle(), aContract(), aSlot(), NOW.minusSeconds(60));
            switchboard.next(Meant.WRITES, new Fault.TakesLong(Duration.ofMillis(1)), healthy);
            switchboard.next(Meant.WRITES, fault);

            assertThat(place(second)).as("fault in write %d", healthy).isEqualTo(registered);

            assertRightAndSingle(second);
            switchboard.calm();
        }
    }

    @Test
    void everything_that_is_told_of_a_vehicle_arrives() {
        Placement placement = aPlacement();

        Registration _ = place(placement);

        JsonNode record = record(placement);
        assertThat(record.path("EquipmentName").asText())
                .isEqualTo("카운티 일렉트릭 " + placement.vehicle().plate().value());
        assertThat(record.path("ManufacturerSerialNumber").asText())
                .isEqualTo(placement.vehicle().vin().value());
        assertThat(record.path("AssetManufacturerName").asText()).isEqualTo("현대자동차");
        assertThat(record.path("ConstructionYear").asText()).isEqualTo("2025");
        assertThat(record.path("ValidityStartDate").asText())
                .isEqualTo(OData.jsonDate(java.time.LocalDate.of(2026, 12, 1)));
        assertThat(record.path("EquipmentInstallationDate").asText())
                .isEqualTo(OData.jsonDate(java.time.LocalDate.of(2026, 12, 1)));
        assertThat(record.path("EquipmentInstallationTime").asText()).isEqualTo("PT09H00M00S");
        assertThat(record.path("CompanyCode").asText()).isEqualTo("1710");
        assertThat(record.path("CostCenter").asText()).isEqualTo("MOBILITY");
    }

    @Test
    void twenty_vehicles_that_move_five_times_in_a_storm_each_end_where_they_shall_be() {
        switchboard.everyOtherWrite(new Fault.LosesAnswer());
        List<Placement> lasts = Uni.join()
                .all(Stream.generate(ErpFixtures::aPlacement)
                        .limit(20)
                        .map(this::movedFiveTimes)
                        .toList())
                .andFailFast()
                .await()
                .atMost(Duration.ofSeconds(90));

        switchboard.calm();
        assertThat(lasts).hasSize(20).allSatisfy(this::assertRightAndSingle);
    }

    /** In order, as the outbox does it: the next only when this one is done, and each until it is. */
    private Uni<Placement> movedFiveTimes(Placement first) {
        Uni<Placement> last = untilDone(first);
        for (int i : IntStream.rangeClosed(1, 5).toArray()) {
            Placement next = new Placement(
                    first.vehicle(), aContract(), aSlot(), first.since().plusSeconds(60L * i));
            last = last.chain(() -> untilDone(next));
        }
        return last;
    }

    private Uni<Placement> untilDone(Placement placement) {
        return register.place(placement, null).chain(registration -> switch (registration) {
            case Registered _ -> Uni.createFrom().item(placement);
            case Unclear _ ->
                Uni.createFrom()
                        .voidItem()
                        .onItem()
                        .delayIt()
                        .by(Duration.ofMillis(250))
                        .chain(() -> untilDone(placement));
            case Rejected(var reason) -> throw new AssertionError(reason);
        });
    }

    @Test
    void a_create_that_is_stored_late_is_not_repeated_before_it_must_be_over() {
        Placement placement = aPlacement();
        switchboard.next(Meant.WRITES, new Fault.BreaksOff());
        assertThat(place(placement)).isInstanceOf(Unclear.class);

        assertThat(place(placement, NOW)).isInstanceOf(Unclear.class);
        assertThat(records(placement)).isEmpty();

        clock.move(config.underWay());
        assertThat(place(placement, NOW)).isInstanceOf(Registered.class);
        assertRightAndSingle(placement);
    }

    @Test
    void a_movement_before_the_last_one_is_declined_and_told() {
        Placement first = aPlacement();
        Registration _ = place(first);

        Registration moved = place(new Placement(
                first.vehicle(), aContract(), aSlot(), first.since().minusSeconds(600)));

        assertThat(moved)
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.reason()).isInstanceOf(Reason.Declined.class));
    }

    private Registration place(Placement placement) {
        return register.place(placement, null).await().atMost(Duration.ofSeconds(60));
    }

    private Registration place(Placement placement, Instant askedBefore) {
        return register.place(placement, askedBefore).await().atMost(Duration.ofSeconds(60));
    }

    private void assertRightAndSingle(Placement placement) {
        JsonNode record = record(placement);
        assertThat(record.path("InventoryNumber").asText()).isEqualTo(placement.contract());
        assertThat(record.path("FunctionalLocation").asText()).isEqualTo("MP-" + SapReference.of(placement.slot()));
        assertThat(record.path("EquipmentIsInstalled").asBoolean()).isTrue();
    }

    private JsonNode record(Placement placement) {
        JsonNode records = records(placement);
        assertThat(records).hasSize(1);
        return records.get(0);
    }

    private JsonNode records(Placement placement) {
        return eyes.see("/API_EQUIPMENT/Equipment?$filter=TechnicalObjectSortCode%20eq%20'"
                + SapReference.of(placement.vehicle().id().value())
                + "'%20and%20ValidityEndDate%20eq%20datetime'9999-12-31T00:00:00'");
    }
}
