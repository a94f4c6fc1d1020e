package io.motorpool.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.identity.KeyRingId;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.route.ChargeId;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.route.RunId;
import io.motorpool.domain.route.SlotId;
import io.motorpool.domain.route.VehicleContractId;
import io.motorpool.domain.settlement.ExtraCostId;
import io.motorpool.domain.settlement.SettlementId;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdsTest {

    private static final UUID VALUE = new UUID(1, 2);

    static Stream<Record> one_of_each_id() {
        return Stream.of(
                new CompanyId(VALUE),
                new KeyRingId(VALUE),
                new MemberId(VALUE),
                new OccupancyId(VALUE),
                new PlanWindowId(VALUE),
                new ReservationId(VALUE),
                new SessionId(VALUE),
                new UserId(VALUE),
                new VehicleId(VALUE),
                new ZoneId(VALUE),
                new RouteId(VALUE),
                new SlotId(VALUE),
                new RunId(VALUE),
                new VehicleContractId(VALUE),
                new ChargeId(VALUE),
                new SettlementId(VALUE),
                new ExtraCostId(VALUE));
    }

    @ParameterizedTest
    @MethodSource("one_of_each_id")
    void an_id_in_a_log_line_or_a_message_can_be_searched_for_as_it_stands(Record id) {
        assertThat(id).hasToString("00000000-0000-0001-0000-000000000002");
    }
}
