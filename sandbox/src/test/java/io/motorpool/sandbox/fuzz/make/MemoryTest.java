package io.motorpool.sandbox.fuzz.make;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.sandbox.fuzz.Garages;
import io.motorpool.sandbox.fuzz.contract.Operation;
import io.motorpool.sandbox.fuzz.wire.Header;
import io.motorpool.sandbox.fuzz.wire.Received;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MemoryTest {

    private static final String ID = "018f6b2e-4c1a-7d3e-9f10-2b3c4d5e6f70";

    private static final String GARAGES = "/api/v1/garages";

    private final Memory memory = new Memory();

    @Test
    void what_is_created_is_known_with_its_version() {
        memory.learn(Garages.operation("openGarage"), GARAGES, answer("{\"id\":\"%s\",\"name\":\"Mapo\"}", "\"0\""));

        assertThat(memory.all("garages")).singleElement().satisfies(garage -> {
            assertThat(garage.id()).isEqualTo(UUID.fromString(ID));
            assertThat(garage.etag()).isEqualTo("\"0\"");
            assertThat(garage.text("name")).isEqualTo("Mapo");
        });
    }

    /** A part of something, made on a version of the whole: neither the whole nor its version is in the answer. */
    @Test
    void what_is_created_within_something_is_not_taken_for_it() {
        Operation change = Garages.operation("changeGarage");
        Operation park = new Operation(
                "parkCar",
                "POST",
                "/api/v1/garages/{id}/cars",
                change.parameters(),
                change.body(),
                change.form(),
                change.upload(),
                change.open(),
                change.responses());

        memory.learn(
                park,
                GARAGES + "/" + new UUID(0, 1) + "/cars",
                new Received(201, List.of(), "{\"id\":\"%s\"}".formatted(ID), Duration.ZERO));

        assertThat(memory.all("garages")).isEmpty();
        assertThat(memory.all("cars"))
                .singleElement()
                .satisfies(car -> assertThat(car.id()).isEqualTo(UUID.fromString(ID)));
    }

    @Test
    void a_step_shows_what_it_was_taken_with() {
        Operation change = Garages.operation("changeGarage");
        Operation sweep = new Operation(
                "sweepGarage",
                "POST",
                "/api/v1/garages/{id}/cleaning",
                List.of(),
                change.body(),
                change.form(),
                change.upload(),
                change.open(),
                change.responses());

        memory.learn(sweep, GARAGES + "/" + ID + "/cleaning", answer("{\"id\":\"%s\",\"name\":\"Mapo\"}", ""));

        assertThat(memory.all("cleaning")).isEmpty();
        assertThat(memory.all("garages")).hasSize(1);
    }

    @Test
    void a_list_tells_news_but_no_versions() {
        memory.learn(
                Garages.operation("getGarage"),
                GARAGES + "/" + ID,
                answer("{\"id\":\"%s\",\"name\":\"Mapo\"}", "\"4\""));
        memory.learn(
                Garages.operation("listGarages"),
                GARAGES,
                answer("{\"items\":[{\"id\":\"%s\",\"name\":\"Jongno\"}],\"nextCursor\":\"abc\"}", ""));

        assertThat(memory.all("garages")).singleElement().satisfies(garage -> {
            assertThat(garage.etag()).isEqualTo("\"4\"");
            assertThat(garage.text("name")).isEqualTo("Jongno");
        });
        assertThat(memory.cursor("listGarages")).hasValue("abc");
    }

    @Test
    void what_was_not_seen_for_long_is_forgotten() {
        for (int i = 0; i < 200; i++) {
            memory.learn(
                    Garages.operation("openGarage"),
                    GARAGES,
                    new Received(201, List.of(), "{\"id\":\"%s\"}".formatted(new UUID(0, i)), Duration.ZERO));
        }

        assertThat(memory.all("garages")).hasSizeLessThan(100);
        assertThat(memory.all("garages").getLast().id()).isEqualTo(new UUID(0, 199));
    }

    /** A month of something has an id of its own, which is not that of what the path names. */
    @Test
    void what_is_shown_within_something_is_not_taken_for_it() {
        Operation change = Garages.operation("changeGarage");
        Operation count = new Operation(
                "countBills",
                "POST",
                "/api/v1/garages/{id}/bills/{month}/calculation",
                List.of(),
                change.body(),
                change.form(),
                change.upload(),
                change.open(),
                change.responses());

        memory.learn(
                count, GARAGES + "/" + new UUID(0, 1) + "/bills/2026-11/calculation", answer("{\"id\":\"%s\"}", ""));

        assertThat(memory.all("garages")).isEmpty();
        assertThat(memory.all("bills")).hasSize(1);
    }

    @Test
    void a_workbook_goes_back_to_where_it_came_from() {
        byte[] bytes = {'P', 'K', (byte) 0xFF, 0};
        Operation change = Garages.operation("changeGarage");
        Operation brought = taking("/api/v1/garages/{id}/sheet", change);
        memory.learn(
                brought,
                GARAGES + "/1/sheet?day=2",
                new Received(
                        200,
                        List.of(new Header("Content-Type", Workbook.MEDIA_TYPE)),
                        new String(bytes, StandardCharsets.ISO_8859_1),
                        Duration.ZERO));

        Workbook kept = memory.workbook(brought).orElseThrow();

        assertThat(kept.bytes()).isEqualTo(bytes);
        assertThat(kept.destination(brought)).hasValue(GARAGES + "/1/sheet?day=2");
        assertThat(kept.destination(taking("/api/v1/garages/{id}/sheet-import", change)))
                .hasValue(GARAGES + "/1/sheet-import?day=2");
        assertThat(memory.workbook(change)).isEmpty();
    }

    private static Operation taking(String template, Operation like) {
        return new Operation(
                "takeSheet",
                "POST",
                template,
                List.of(),
                Optional.empty(),
                false,
                Optional.of(Workbook.MEDIA_TYPE),
                like.open(),
                like.responses());
    }

    private static Received answer(String body, String etag) {
        List<Header> headers = etag.isEmpty() ? List.of() : List.of(new Header("ETag", etag));
        return new Received(200, headers, body.formatted(ID), Duration.ZERO);
    }
}
