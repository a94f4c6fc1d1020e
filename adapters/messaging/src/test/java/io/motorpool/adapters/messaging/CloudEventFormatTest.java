package io.motorpool.adapters.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.motorpool.application.shared.EventFormat;
import io.motorpool.application.shared.EventFormatContract;
import io.motorpool.application.shared.EventMessage;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.OneOfEach;
import io.motorpool.domain.DomainEvent;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.reservation.ReservationEvent;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CloudEventFormatTest implements EventFormatContract {

    private static final Set<String> ENVELOPE =
            Set.of("specversion", "id", "source", "type", "subject", "time", "datacontenttype", "dataschema", "data");

    /** What a person or a plate would be told under (P19). */
    private static final Pattern PERSONAL =
            Pattern.compile(".*(name|plate|phone|licen[cs]e|department|vin|note|text|token|card).*");

    private final EventFormat format = new CloudEventFormat();

    @Override
    public EventFormat format() {
        return format;
    }

    @Test
    void a_fact_reads_as_a_cloud_event() {
        UUID id = UUID.fromString("0190f3a2-7c12-7000-8000-000000000001");
        var reserved = new ReservationEvent.VehicleReserved(
                new ReservationId(UUID.fromString("0190f3a2-7c11-7000-8000-000000000007")),
                new CompanyId(UUID.fromString("0190f3a2-7c11-7000-8000-000000000001")),
                new VehicleId(UUID.fromString("0190f3a2-7c11-7000-8000-000000000004")),
                new UserId(UUID.fromString("0190f3a2-7c11-7000-8000-000000000003")),
                new Period(Instant.parse("2026-11-03T00:00:00Z"), Instant.parse("2026-11-03T03:00:00Z")),
                Instant.parse("2026-11-02T00:10:00.123456789Z"));

        EventMessage message = format.describe(id, reserved);

        assertThat(message)
                .isEqualTo(new EventMessage(
                        id,
                        "motorpool.reservation",
                        "0190f3a2-7c11-7000-8000-000000000007",
                        """
                                {"specversion":"1.0",\
                                "id":"0190f3a2-7c12-7000-8000-000000000001",\
                                "source":"/motorpool",\
                                "type":"io.motorpool.reservation.vehicle-reserved.v1",\
                                "subject":"0190f3a2-7c11-7000-8000-000000000007",\
                                "time":"2026-11-02T00:10:00.123456Z",\
                                "datacontenttype":"application/json",\
                                "dataschema":"https://motorpool.io/events/io.motorpool.reservation.vehicle-reserved.v1.json",\
                                "company":"0190f3a2-7c11-7000-8000-000000000001",\
                                "data":{\
                                "reservation":"0190f3a2-7c11-7000-8000-000000000007",\
                                "company":"0190f3a2-7c11-7000-8000-000000000001",\
                                "vehicle":"0190f3a2-7c11-7000-8000-000000000004",\
                                "driver":"0190f3a2-7c11-7000-8000-000000000003",\
                                "period":{"start":"2026-11-03T00:00:00.000000Z","end":"2026-11-03T03:00:00.000000Z"}}}""",
                        Set.of(
                                UUID.fromString("0190f3a2-7c11-7000-8000-000000000001"),
                                UUID.fromString("0190f3a2-7c11-7000-8000-000000000007"))));
    }

    @Test
    void every_kind_of_fact_has_a_type_of_its_own() {
        assertThat(types()).hasSize(OneOfEach.kinds().size());
        assertThat(types())
                .allSatisfy(
                        type -> assertThat(type)
                                .matches(
                                        "io\\.motorpool\\.(company|fleet|key|payment|reservation|identity|route|settlement)\\.[a-z]+(-[a-z]+)*\\.v[1-9]"));
    }

    @Test
    void every_type_has_a_schema_and_every_schema_a_type() {
        assertThat(EventDocuments.typesWithSchema()).isEqualTo(types());
    }

    @Test
    void what_is_said_keeps_to_its_schema() {
        assertThat(everything()).allSatisfy(event -> {
            JsonNode told = tell(event);
            assertThat(EventDocuments.faultsOfData(typeOf(told), told.get("data")))
                    .as(typeOf(told))
                    .isEmpty();
        });
    }

    @Test
    void a_schema_describes_every_field_that_is_said_and_no_other() {
        assertThat(OneOfEach.saying()).allSatisfy(event -> {
            JsonNode told = tell(event);
            JsonNode schema = EventDocuments.schemaOf(typeOf(told));

            assertThat(schema.get("$id").asText())
                    .isEqualTo(told.get("dataschema").asText());
            assertThat(schema.get("description").asText()).isNotBlank();
            assertThat(schema.get("additionalProperties").asBoolean(true)).isFalse();
            assertThat(namesIn(schema.get("properties"))).isEqualTo(namesIn(told.get("data")));
            assertThat(schema.get("properties"))
                    .allSatisfy(field ->
                            assertThat(field.path("description").asText()).isNotBlank());
        });
    }

    @Test
    void only_what_may_be_left_out_is_not_required() {
        assertThat(OneOfEach.sayingLittle()).allSatisfy(event -> {
            JsonNode told = tell(event);
            Set<String> required = new HashSet<>();
            EventDocuments.schemaOf(typeOf(told)).get("required").forEach(name -> required.add(name.asText()));

            assertThat(required).isEqualTo(namesIn(told.get("data")));
        });
    }

    @Test
    void the_subject_and_the_company_are_found_in_the_data() {
        assertThat(everything()).allSatisfy(event -> {
            JsonNode told = tell(event);
            assertThat(told.get("data").get("company")).isEqualTo(told.get("company"));
            assertThat(told.has("company")).isEqualTo(event instanceof DomainEvent.OfCompany);
            assertThat(told.get("data")).contains(told.get("subject"));
        });
    }

    @Test
    void no_fact_tells_of_a_person_or_a_plate() {
        assertThat(everything()).allSatisfy(event -> {
            Set<String> fields = allNamesIn(tell(event).get("data"));
            assertThat(fields).noneMatch(field -> PERSONAL.matcher(field).matches());
        });
    }

    @Test
    void a_reading_that_nobody_took_is_left_out() {
        var unread = new ReservationEvent.VehicleForceReturned(
                new ReservationId(Ids.next()),
                new CompanyId(Ids.next()),
                new VehicleId(Ids.next()),
                null,
                Instant.parse("2026-11-02T00:10:00Z"));
        var read = new ReservationEvent.VehicleForceReturned(
                unread.reservation(), unread.company(), unread.vehicle(), new Odometer(48_252), unread.occurredAt());

        assertThat(tell(unread).get("data").has("odometerKm")).isFalse();
        assertThat(tell(read).get("data").get("odometerKm").asInt()).isEqualTo(48_252);
    }

    @Test
    void the_asyncapi_document_lists_every_topic_with_its_types() {
        JsonNode document = EventDocuments.asyncApi();
        Set<String> told = new TreeSet<>();
        for (DomainEvent event : OneOfEach.saying()) {
            told.add(format.describe(Ids.next(), event).topic() + " " + typeOf(tell(event)));
        }

        Set<String> documented = new TreeSet<>();
        for (JsonNode channel : document.get("channels")) {
            for (JsonNode message : channel.get("messages")) {
                documented.add(channel.get("address").asText() + " "
                        + messageAt(document, message).get("name").asText());
            }
        }

        assertThat(documented).isEqualTo(told);
        assertThat(document.get("components").get("messages")).hasSize(told.size());
    }

    @Test
    void the_asyncapi_document_announces_every_topic() {
        JsonNode document = EventDocuments.asyncApi();
        Set<String> announced = new HashSet<>();
        document.get("operations")
                .forEach(operation -> announced.add(
                        operation.get("channel").get("$ref").asText().replace("#/channels/", "")));

        assertThat(announced).isEqualTo(namesIn(document.get("channels")));
    }

    @Test
    void what_is_told_keeps_to_the_asyncapi_document() {
        JsonNode messages = EventDocuments.asyncApi().get("components").get("messages");
        assertThat(everything()).allSatisfy(event -> {
            JsonNode told = tell(event);
            assertThat(namesIn(told)).isEqualTo(envelope(event));
            assertThat(EventDocuments.faultsOfEvent(messageNamed(messages, typeOf(told)), told))
                    .isEmpty();
        });
    }

    @Test
    void the_examples_keep_to_the_asyncapi_document() {
        JsonNode messages = EventDocuments.asyncApi().get("components").get("messages");
        assertThat(namesIn(messages)).allSatisfy(message -> {
            JsonNode examples = messages.get(message).get("examples");
            assertThat(examples).isNotEmpty().allSatisfy(example -> {
                assertThat(EventDocuments.faultsOfEvent(message, example.get("payload")))
                        .isEmpty();
                assertThat(example.get("payload").get("data"))
                        .contains(example.get("payload").get("subject"));
            });
        });
    }

    @Test
    void the_documents_notice_what_does_not_belong() {
        JsonNode told = tell(OneOfEach.saying().getFirst());
        String type = typeOf(told);
        var strange = told.<ObjectNode>deepCopy();
        strange.withObject("/data").put("name", "김민수");
        JsonNode messages = EventDocuments.asyncApi().get("components").get("messages");

        assertThat(EventDocuments.faultsOfData(type, strange.get("data"))).isNotEmpty();
        assertThat(EventDocuments.faultsOfEvent(messageNamed(messages, type), strange))
                .isNotEmpty();
    }

    private static Set<String> envelope(DomainEvent event) {
        Set<String> fields = new HashSet<>(ENVELOPE);
        if (event instanceof DomainEvent.OfCompany) {
            fields.add("company");
        }
        return fields;
    }

    private static List<DomainEvent> everything() {
        return Stream.concat(OneOfEach.saying().stream(), OneOfEach.sayingLittle().stream())
                .toList();
    }

    private Set<String> types() {
        Set<String> types = new TreeSet<>();
        OneOfEach.saying().forEach(event -> types.add(typeOf(tell(event))));
        return types;
    }

    private JsonNode tell(DomainEvent event) {
        try {
            return EventDocuments.JSON.readTree(
                    format.describe(Ids.next(), event).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String typeOf(JsonNode told) {
        return told.get("type").asText();
    }

    private static JsonNode messageAt(JsonNode document, JsonNode reference) {
        return document.at(reference.get("$ref").asText().substring(1));
    }

    private static String messageNamed(JsonNode messages, String type) {
        return namesIn(messages).stream()
                .filter(name -> messages.get(name).get("name").asText().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> namesIn(JsonNode object) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> allNamesIn(JsonNode object) {
        Set<String> names = namesIn(object);
        List<JsonNode> inner = new ArrayList<>();
        object.forEach(inner::add);
        inner.forEach(node -> names.addAll(allNamesIn(node)));
        return names;
    }
}
