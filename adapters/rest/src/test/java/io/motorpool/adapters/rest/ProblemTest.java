package io.motorpool.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.motorpool.adapters.rest.Problem.FieldError;
import io.motorpool.application.shared.OneOfEach;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.reservation.OccupancyKind;
import io.motorpool.domain.reservation.ReservationRefusal;
import io.motorpool.domain.shared.Period;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void it_is_written_as_rfc_9457_has_it() throws JsonProcessingException {
        var inTheWay = new Period(Instant.parse("2026-11-02T00:00:00Z"), Instant.parse("2026-11-02T02:00:00Z"));

        Problem problem = Problem.of(new ReservationRefusal.VehicleTaken(OccupancyKind.RESERVATION, inTheWay))
                .at("/api/v1/reservations", "0af7651916cd43dd8448eb211c80319c");

        assertThat(JSON.readTree(JSON.writeValueAsString(problem))).isEqualTo(JSON.readTree("""
                {"type": "https://motorpool.io/problems/vehicle-taken", "title": "Conflict", "status": 409,
                 "detail": "The vehicle is taken in that time.", "instance": "/api/v1/reservations",
                 "code": "vehicle-taken", "traceId": "0af7651916cd43dd8448eb211c80319c",
                 "inTheWay": {"kind": "RESERVATION", "start": "2026-11-02T00:00:00Z", "end": "2026-11-02T02:00:00Z"}}"""));
    }

    @Test
    void it_names_every_field_that_is_wrong() {
        Problem problem = InvalidRequest.of(List.of(new FieldError("start", "required", "must be given")))
                .problem();

        JsonNode written = JSON.valueToTree(problem);

        assertThat(written.at("/errors/0/field").asText()).isEqualTo("start");
        assertThat(written.path("status").asInt()).isEqualTo(400);
    }

    static List<Refusal> refusals() {
        return OneOfEach.refusals();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void a_refusal_that_was_written_down_is_read_back_for_another_request(Refusal refusal) {
        Problem first = Problem.of(refusal);

        Problem read = Problem.read(JSON.valueToTree(first.at("/before", "1")));

        JsonNode again = JSON.valueToTree(read.at("/now", "2"));
        JsonNode fresh = JSON.valueToTree(first.at("/now", "2"));
        assertThat(again).isEqualTo(fresh);
    }
}
