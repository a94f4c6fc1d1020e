package io.motorpool.adapters.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import io.motorpool.adapters.grpc.Input.Field;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.Page.Cursor;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers say is what we take it for, or is named as wrong, all of it at once. */
class InputTest {

    private final Input in = new Input();

    @Test
    void everything_that_is_wrong_is_named_at_once() throws InvalidProtocolBufferException {
        Field<VehicleId> vehicle = in.id("vehicle", "1-1-1-1-1", VehicleId::new);
        Field<Period> period = in.period(
                false, Timestamp.getDefaultInstance(), true, Input.timestamp(Instant.parse("1999-12-31T23:59:59Z")));

        assertThat(wrong(() -> in.build(() -> List.of(vehicle.get(), period.get()))))
                .containsExactly("vehicle", "start", "end");
    }

    @Test
    void a_period_ends_after_it_begins() throws InvalidProtocolBufferException {
        Timestamp noon = Input.timestamp(Instant.parse("2026-12-01T12:00:00Z"));
        Field<Period> period = in.period(true, noon, true, noon);

        assertThat(wrong(() -> in.build(period::get))).containsExactly("end");
    }

    @ParameterizedTest
    @CsvSource({"0, -1", "0, 1000000000", "9223372036854775807, 0", "-9223372036854775808, 0", "0, 0", "4102444800, 0"})
    void a_timestamp_lies_in_our_century_and_has_as_many_nanoseconds_as_a_second(long seconds, int nanos)
            throws InvalidProtocolBufferException {
        Timestamp said =
                Timestamp.newBuilder().setSeconds(seconds).setNanos(nanos).build();
        Field<Instant> at = in.required("at", true, said, Input::instant);

        assertThat(wrong(() -> in.build(at::get))).containsExactly("at");
    }

    @Test
    void an_instant_is_read_as_it_was_written() {
        Instant instant = Instant.parse("2026-12-01T12:00:00.123456Z");

        assertThat(Input.instant(Input.timestamp(instant))).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "\"-1\"", "\"03\"", "W/\"3\"", "\"3\",\"4\"", "\"99999999999999999999\""})
    void what_is_no_etag_of_ours_is_wrong(String etag) throws InvalidProtocolBufferException {
        Field<Version> seen = in.etag(etag);

        assertThat(wrong(() -> in.build(seen::get))).containsExactly("etag");
    }

    @Test
    void an_etag_is_read_as_it_was_given() {
        assertThat(in.etag(Input.etag(new Version(7))).get()).isEqualTo(new Version(7));
    }

    @Test
    void without_an_etag_the_answer_is_the_one_of_rest() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> in.etag(""))
                .satisfies(refused -> assertThat(Reasons.of(refused.status())).isEqualTo("if-match-required"));
    }

    @Test
    void a_place_in_a_list_is_read_as_it_was_given() {
        Cursor byTime = new Cursor(Instant.parse("2026-12-01T12:00:00.123456Z"), UUID.randomUUID());
        Cursor byId = new Cursor(null, UUID.randomUUID());

        assertThat(after(Pages.next(new Page<>(List.of(), Optional.of(byTime))), Pages.Order.BY_TIME))
                .contains(byTime);
        assertThat(after(Pages.next(new Page<>(List.of(), Optional.of(byId))), Pages.Order.BY_ID))
                .contains(byId);
        assertThat(Pages.next(new Page<>(List.of(), Optional.empty()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"§", "AAAA", "AAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void what_is_no_place_in_this_list_is_wrong(String token) throws InvalidProtocolBufferException {
        Field<Page.Request> page = Pages.read(in, 0, token, Pages.Order.BY_TIME);

        assertThat(wrong(() -> in.build(page::get))).contains("page_token");
    }

    private static Optional<Cursor> after(String token, Pages.Order order) {
        return Pages.read(new Input(), 0, token, order).get().after();
    }

    private static List<String> wrong(Supplier<?> reading) throws InvalidProtocolBufferException {
        try {
            Object _ = reading.get();
            return List.of();
        } catch (Refused refused) {
            assertThat(Reasons.of(refused.status())).isEqualTo("invalid-request");
            return refused.status().getDetails(1).unpack(BadRequest.class).getFieldViolationsList().stream()
                    .map(FieldViolation::getField)
                    .toList();
        }
    }
}
