package io.motorpool.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    private final ObjectMapper mapper = new ObjectMapper();

    StrictJsonTest() {
        new StrictJson().customize(mapper);
    }

    record Trip(
            @Nullable String name,
            @Nullable Integer seats,
            @Nullable Double distance,
            @Nullable Boolean corporate,
            @Nullable List<Stop> stops) {}

    record Stop(@Nullable String name) {}

    @Test
    void what_the_contract_says_is_read() throws JacksonException {
        Trip trip = mapper.readValue("""
                {"name": "김민수 😀", "seats": 5, "distance": 2, "corporate": true, "stops": [{"name": "가"}, null]}""", Trip.class);

        assertThat(trip.name()).isEqualTo("김민수 😀");
        assertThat(trip.seats()).isEqualTo(5);
        assertThat(trip.distance()).isEqualTo(2.0);
        assertThat(trip.stops()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name | {\"name\": 1}",
                "name | {\"name\": {}}",
                "name | {\"name\": \"a\\u0000b\"}",
                "name | {\"name\": \"\\ud800\"}",
                "name | {\"name\": \"\\udc00\\ud800\"}",
                "name | {\"name\": \"a\", \"name\": \"b\"}",
                "name | {\"name\": nil}",
                "name | {\"name\": \"a",
                "seats | {\"seats\": \"2\"}",
                "seats | {\"seats\": 1.9}",
                "seats | {\"seats\": 1e2}",
                "seats | {\"seats\": 2147483648}",
                "seats | {\"seats\": true}",
                "seats | {\"seats\": \"\"}",
                "distance | {\"distance\": \"1.5\"}",
                "distance | {\"distance\": NaN}",
                "corporate | {\"corporate\": \"true\"}",
                "corporate | {\"corporate\": 1}",
                "stops | {\"stops\": {}}",
                "stops | {\"stops\": \"a\"}",
                "stops[1].name | {\"stops\": [{\"name\": \"a\"}, {\"name\": 2}]}",
                "stops[0].colour | {\"stops\": [{\"colour\": 2}]}",
                "stops[1].name | {\"stops\": [{\"name\": \"a\"}, {\"name\": NaN}]}",
                "colour | {\"colour\": 1}",
                "body | {\"co lour\": 1}",
                "body | {\"\\ud800\": 1}",
                "body | []",
                "body | 1",
                "body | \"text\"",
                "body | {} {}",
                "body | {",
                "body | nonsense",
            })
    void everything_else_is_refused_under_the_name_of_its_field(String field, String body) {
        assertThat(fieldOf(body)).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"seats", "distance"})
    void a_number_of_a_hundred_thousand_digits_is_refused_under_the_name_of_its_field(String field) {
        assertThat(fieldOf("{\"" + field + "\": " + "9".repeat(100_000) + "}")).isEqualTo(field);
    }

    @Test
    void a_text_that_no_field_could_hold_is_refused_under_the_name_of_its_field() {
        assertThat(fieldOf("{\"name\": \"" + "a".repeat(100_000) + "\"}")).isEqualTo("name");
    }

    @Test
    void a_hundred_thousand_brackets_are_refused() {
        assertThat(fieldOf("[".repeat(100_000))).isEqualTo("body");
        assertThat(fieldOf("{\"stops\": " + "[".repeat(100_000))).startsWith("stops");
    }

    @Test
    void more_than_a_body_can_be_is_too_large_even_when_nobody_said_so_before() {
        assertThat(problemOf("{" + " ".repeat(300_000) + "}").code()).isEqualTo("body-too-large");
    }

    private String fieldOf(String body) {
        return problemOf(body).errors().getFirst().field();
    }

    private Problem problemOf(String body) {
        var failure = catchThrowableOfType(JacksonException.class, () -> {
            Trip _ = mapper.readValue(body, Trip.class);
        });
        return JsonProblems.of(failure);
    }
}
