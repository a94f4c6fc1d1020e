package io.motorpool.adapters.rest;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.application.shared.Explained;
import io.motorpool.application.shared.RefusalCatalogue;
import io.motorpool.domain.Refusal;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, for machines and people (RFC 9457).
 *
 * @param type names the code as a URI
 * @param code stable, kebab-case
 * @param errors which fields are wrong, when the request itself is
 * @param traceId what to quote when asking us about it
 */
@Schema(
        name = "Problem",
        description = "RFC 9457 problem details. Further members depend on the code.",
        additionalProperties = Schema.True.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "code", "errors", "traceId"})
public record Problem(
        @Schema(required = true, examples = "https://motorpool.io/problems/vehicle-taken")
        String type,

        @Schema(required = true, examples = "Conflict") String title,
        @Schema(required = true, examples = "409") int status,

        @Schema(required = true, examples = "The vehicle is taken in that time.")
        String detail,

        @Schema(required = true, description = "The path that was asked", examples = "/api/v1/reservations") @Nullable
        String instance,

        @Schema(required = true, examples = "vehicle-taken") String code,

        @Schema(description = "Every field that is wrong, when the request itself is")
        List<FieldError> errors,

        @Schema(required = true, pattern = "^[0-9a-f]{32}$", examples = "0af7651916cd43dd8448eb211c80319c") @Nullable
        String traceId,

        @Schema(hidden = true) @JsonAnyGetter Map<String, Object> facts) {

    public static final String MEDIA_TYPE = "application/problem+json";
    public static final MediaType MEDIA = MediaType.valueOf(MEDIA_TYPE);
    private static final Set<String> MEMBERS =
            Set.of("type", "title", "status", "detail", "instance", "code", "errors", "traceId");
    private static final String TYPES = "https://motorpool.io/problems/";

    public Problem {
        errors = List.copyOf(errors);
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /**
     * One thing that is wrong with a request.
     *
     * @param cell where in a workbook it stands; absent elsewhere
     */
    @Schema(name = "FieldError")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FieldError(
            @Schema(required = true, description = "Path of the field, parameter or header", examples = "start")
            String field,

            @Schema(description = "Sheet and cell, where the body is a workbook", examples = "특별비용!E17") @Nullable
            String cell,

            @Schema(required = true, examples = "invalid") String code,

            @Schema(required = true, examples = "must be an instant with an offset")
            String message) {

        public FieldError(String field, String code, String message) {
            this(field, null, code, message);
        }

        private static FieldError read(JsonNode written) {
            return new FieldError(
                    written.path("field").textValue(),
                    written.path("cell").textValue(),
                    written.path("code").textValue(),
                    written.path("message").textValue());
        }
    }

    public static Problem of(int status, String code, String detail) {
        return of(status, code, detail, List.of(), Map.of());
    }

    public static Problem of(int status, String code, String detail, List<FieldError> errors) {
        return of(status, code, detail, errors, Map.of());
    }

    public static Problem of(Refusal refusal) {
        Explained explained = RefusalCatalogue.explain(refusal);
        return of(
                statusOf(explained.kind()),
                explained.code(),
                explained.sentence(),
                CellErrors.of(refusal),
                nested(explained.facts()));
    }

    private static Problem of(
            int status, String code, String detail, List<FieldError> errors, Map<String, Object> facts) {
        return new Problem(TYPES + code, title(status), status, detail, null, code, errors, null, facts);
    }

    /** The names of today (RFC 9110); those that the framework knows are older, or missing. */
    private static String title(int status) {
        return switch (status) {
            case 413 -> "Content Too Large";
            case 422 -> "Unprocessable Content";
            default -> Response.Status.fromStatusCode(status).getReasonPhrase();
        };
    }

    /** The other half of parity with gRPC: what a kind is in HTTP. */
    static int statusOf(Explained.Kind kind) {
        return switch (kind) {
            case UNKNOWN -> 404;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case THROTTLED -> 429;
            case CONFLICT -> 409;
            case STALE -> 412;
            case BROKEN_RULE -> 422;
        };
    }

    /** A refusal that was written down, for another request than the one it was first given to. */
    static Problem read(JsonNode written) {
        Map<String, Object> facts = new LinkedHashMap<>();
        written.properties().stream()
                .filter(member -> !MEMBERS.contains(member.getKey()))
                .forEach(member -> facts.put(member.getKey(), member.getValue()));
        return of(
                written.path("status").intValue(),
                written.path("code").textValue(),
                written.path("detail").textValue(),
                StreamSupport.stream(written.path("errors").spliterator(), false)
                        .map(FieldError::read)
                        .toList(),
                facts);
    }

    /** The same with one more member. */
    public Problem with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(facts);
        more.put(member, value);
        return new Problem(type, title, status, detail, instance, code, errors, traceId, more);
    }

    Problem at(String path, @Nullable String trace) {
        return new Problem(type, title, status, detail, path, code, errors, trace, facts);
    }

    private static Map<String, Object> nested(Map<String, String> facts) {
        Map<String, Object> members = new LinkedHashMap<>();
        facts.forEach((name, value) -> {
            int dot = name.indexOf('.');
            if (dot < 0) {
                members.put(name, value);
            } else {
                part(members, name.substring(0, dot)).put(name.substring(dot + 1), value);
            }
        });
        return members;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> members, String name) {
        return (Map<String, Object>) members.computeIfAbsent(name, _ -> new LinkedHashMap<String, Object>());
    }
}
