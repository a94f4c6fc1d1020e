package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.sandbox.api.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a driver does with a vehicle, from the first look to the return. */
@EndToEnd
class ReservationJourneyIT {

    private final RunningSystem system;

    ReservationJourneyIT(RunningSystem system) {
        this.system = system;
    }

    @Test
    void a_member_reserves_a_vehicle_and_finds_the_reservation() {
        ClientCompany company = system.newCompany();
        UUID vehicle = company.newVehicle();
        Person driver = company.newMember();
        Instant start = Instant.parse("2020-01-01T00:00:00Z")
                .plus(Duration.ofDays(Duration.between(Instant.parse("2020-01-01T00:00:00Z"), Instant.now())
                                .toDays()
                        + 2));

        Answer reserved = driver.api()
                .post(
                        "/reservations",
                        Map.of(
                                "vehicle",
                                vehicle,
                                "start",
                                start.toString(),
                                "end",
                                start.plus(Duration.ofHours(2)).toString(),
                                "corporate",
                                true),
                        "Idempotency-Key",
                        "first")
                .expect(201);

        Answer found = driver.api().get("/reservations/" + reserved.id()).expect(200);
        assertThat(found.body()).isEqualTo(reserved.body());
        assertThat(found.etag()).isEqualTo(reserved.etag());
    }
}
