package io.motorpool.adapters.rest.document;

import io.motorpool.adapters.rest.Between;
import io.motorpool.adapters.rest.Headers;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.reconciliation.LegacyNumber;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The same parameter is the same thing everywhere, and a body has no members but those that it shows. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class DocumentedRequests implements OASFilter {

    private static final String MORNING = "2026-12-01T09:00:00+09:00";
    private static final String EVENING = "2026-12-01T18:00:00+09:00";
    private static final String MONTH = "^20[0-9]{2}-(0[1-9]|1[0-2])$";
    private static final String BOX = "^-?[0-9]{1,3}(\\.[0-9]{1,15})?(,-?[0-9]{1,3}(\\.[0-9]{1,15})?){3}$";
    private static final String SEOUL = "126.76,37.42,127.18,37.70";
    private static final String LAYERS = "^(PUBLIC_ZONES|VIRTUAL_ZONES)(,(PUBLIC_ZONES|VIRTUAL_ZONES))?$";
    private static final String SCHEMAS = "#/components/schemas/";

    @Override
    public Parameter filterParameter(Parameter parameter) {
        return switch (parameter.getName()) {
            case "id" -> describe(parameter, "What this is about", uuid());
            case "company", "vehicle" -> describe(parameter, "Only those of this one", uuid());
            case "driver" -> describe(parameter, "Only those of this user", uuid());
            case "month" ->
                describe(parameter, "The month that is settled", text(MONTH).examples(List.of("2026-11")));
            case "run" -> describe(parameter, "The run that is paid for", uuid());
            case "card" -> describe(parameter, "The card that this is about", uuid());
            case "member" -> describe(parameter, "The member for whom it is registered", uuid());
            case "box" ->
                describe(
                                parameter,
                                "West, south, east and north in degrees",
                                text(BOX).examples(List.of(SEOUL)))
                        .required(true);
            case "layers" ->
                describe(
                        parameter,
                        "One or more, separated by commas; nothing is shown of others",
                        text(LAYERS).examples(List.of("VIRTUAL_ZONES")));
            case "cost" -> describe(parameter, "The extra cost that this is about", uuid());
            case "kid" -> describe(parameter, "The key's id", text("^[A-Za-z0-9_-]{43}$"));
            case "about" ->
                describe(parameter, "Only what happened to this user, service or key ring, or in this session", uuid());
            case "subject" -> describe(parameter, "Only what was done to this", uuid());
            case "status" ->
                describe(parameter, "Only those in this state", schema().ref(SCHEMAS + "ReservationStatus"));
            case "from" -> describe(parameter, "Only those that end after this", instant(MORNING));
            case "until" -> describe(parameter, "Only those that begin before this", instant(MORNING));
            case "start" ->
                describe(parameter, "The stretch of time that is asked about", instant(MORNING))
                        .required(true);
            case "end" ->
                describe(parameter, "At most %d days later".formatted(Between.LONGEST.toDays()), instant(EVENING))
                        .required(true);
            case "serviceDate" ->
                describe(parameter, "The day of the scheduled departure in Seoul (P1)", date("2026-12-01"))
                        .required(true);
            case "firstDay" ->
                describe(parameter, "Of the tax period, in Seoul (P1)", date("2026-12-01"))
                        .required(true);
            case "lastDay" ->
                describe(parameter, "Of the tax period, less than a year later", date("2026-12-31"))
                        .required(true);
            case "number" -> describe(parameter, "Of a vehicle contract", text("^VC[0-9]{6}-[0-9]{6,11}$"));
            case "legacyNumber" ->
                describe(
                        parameter,
                        "Under which the legacy system knows a reservation",
                        text("^.{1,%d}$".formatted(LegacyNumber.LONGEST)));
            case "days" ->
                describe(parameter, "How far back to look", atLeastOne(365).defaultValue(14));
            case "events" ->
                describe(
                        parameter,
                        "How many changes must have been heard",
                        atLeastOne(999_999_999).defaultValue(10_000));
            case "cursor" ->
                describe(parameter, "As the page before said in `nextCursor`", text("^[A-Za-z0-9_-]{1,64}$"));
            case "limit" -> describe(parameter, "How many items a page has at most", limit());
            case Headers.IF_MATCH ->
                describe(parameter, "The ETag that was read", text("^" + Headers.STRONG_TAG_FORM + "$"))
                        .required(true)
                        .example("\"0\"");
            case Headers.IDEMPOTENCY_KEY ->
                describe(
                                parameter,
                                "Chosen anew for each thing that is asked for; sent again with the same request, it brings the same"
                                        + " answer for 24 hours (P13)",
                                text("^" + Headers.KEY_FORM + "$"))
                        .required(true)
                        .example("8c1f0a7e-2d0b-4b7e-9f55-1c9f6f3f2a10");
            default -> parameter;
        };
    }

    /** A reference says all; the generator's guess of a type beside it contradicts an enumeration. */
    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getRef() != null && schema.getType() != null) {
            schema.setType(null);
        }
        return schema;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        Set<String> closed = new HashSet<>();
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .flatMap(DocumentedRequests::bodies)
                .forEach(body -> close(body, schemas, closed));
    }

    private static Stream<Schema> bodies(Operation operation) {
        return operation.getRequestBody() == null
                ? Stream.empty()
                : operation.getRequestBody().getContent().getMediaTypes().values().stream()
                        .map(media -> media.getSchema());
    }

    private static void close(Schema schema, Map<String, Schema> schemas, Set<String> closed) {
        if (schema.getRef() != null) {
            String name = schema.getRef().substring(SCHEMAS.length());
            if (closed.add(name)) {
                close(Objects.requireNonNull(schemas.get(name), name), schemas, closed);
            }
        } else if (schema.getProperties() != null) {
            schema.setAdditionalPropertiesBoolean(false);
            schema.getProperties().values().forEach(member -> close(member, schemas, closed));
        }
        Optional.ofNullable(schema.getItems()).ifPresent(item -> close(item, schemas, closed));
    }

    private static Parameter describe(Parameter parameter, String description, Schema schema) {
        return parameter.description(description).schema(schema);
    }

    private static Schema schema() {
        return OASFactory.createSchema();
    }

    private static Schema uuid() {
        return schema().addType(SchemaType.STRING).format("uuid");
    }

    private static Schema instant(String example) {
        return schema().addType(SchemaType.STRING).format("date-time").examples(List.of(example));
    }

    private static Schema date(String example) {
        return schema().addType(SchemaType.STRING).format("date").examples(List.of(example));
    }

    private static Schema text(String pattern) {
        return schema().addType(SchemaType.STRING).pattern(pattern);
    }

    private static Schema limit() {
        return atLeastOne(Page.Request.LARGEST).defaultValue(Page.Request.USUAL);
    }

    private static Schema atLeastOne(int most) {
        return schema().addType(SchemaType.INTEGER)
                .format("int32")
                .minimum(BigDecimal.ONE)
                .maximum(BigDecimal.valueOf(most));
    }
}
