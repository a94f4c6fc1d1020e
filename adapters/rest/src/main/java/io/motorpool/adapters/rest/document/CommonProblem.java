package io.motorpool.adapters.rest.document;

import io.motorpool.adapters.rest.Headers;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What goes wrong alike wherever it can go wrong. The document describes each once. */
enum CommonProblem {
    INVALID(
            400,
            "The request cannot be understood; `errors` names every field that is wrong",
            _ -> true,
            "invalid-request",
            "malformed-body",
            "bad-request",
            "idempotency-key-required"),
    UNAUTHORIZED(401, "No valid access token", asked -> !asked.isOpen(), "unauthorized"),
    NOT_PERMITTED(403, "The caller's role does not allow this", asked -> !asked.isOpen(), "not-permitted"),
    NOT_FOUND(404, "There is no such thing, or it belongs to somebody else", Asked::namesThings, "not-found"),
    NOT_ACCEPTABLE(406, "`Accept` leaves out what this operation answers with", _ -> true, "not-acceptable"),
    STALE_VERSION(412, "It has changed since it was read", asked -> asked.takes(Headers.IF_MATCH), "stale-version"),
    BODY_TOO_LARGE(
            413, "A body, wanted or not, is larger than 256 KiB; a workbook, than 5 MiB", _ -> true, "body-too-large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is of another media type", Asked::takesBody, "unsupported-media-type"),
    IF_MATCH_REQUIRED(428, "`If-Match` is missing", asked -> asked.takes(Headers.IF_MATCH), "if-match-required"),
    UNAVAILABLE(503, "The store does not answer", _ -> true, "temporarily-unavailable") {
        @Override
        APIResponse response() {
            return later(super.response());
        }
    };

    private static final String MEDIA_TYPE = "application/problem+json";
    private static final String JSON = "application/json";

    private final int status;
    private final String description;
    private final Predicate<Asked> possible;
    private final List<String> codes;

    CommonProblem(int status, String description, Predicate<Asked> possible, String... codes) {
        this.status = status;
        this.description = description;
        this.possible = possible;
        this.codes = List.of(codes);
    }

    boolean isPossible(Asked asked) {
        return possible.test(asked);
    }

    String status() {
        return Integer.toString(status);
    }

    /** Its name among the components of the document. */
    String component() {
        StringBuilder name = new StringBuilder();
        for (String word : name().split("_", -1)) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }

    APIResponse response() {
        return problem(description, codes);
    }

    List<String> codes() {
        return codes;
    }

    /** The same answer, which says when to ask again. */
    static APIResponse later(APIResponse problem) {
        return problem.addHeader(
                "Retry-After",
                OASFactory.createHeader()
                        .description("Seconds after which to try again")
                        .schema(OASFactory.createSchema().addType(SchemaType.INTEGER)));
    }

    /** The same answer as an error of OAuth (RFC 6749, 5.2), which is of another media type and has two members more. */
    static APIResponse inOAuth(APIResponse problem) {
        Schema error = OASFactory.createSchema()
                .addAllOf(problem.getContent().getMediaType(MEDIA_TYPE).getSchema())
                .addAllOf(OASFactory.createSchema()
                        .addProperty("error", OASFactory.createSchema().addType(SchemaType.STRING))
                        .addProperty(
                                "error_description", OASFactory.createSchema().addType(SchemaType.STRING))
                        .addRequired("error")
                        .additionalPropertiesBoolean(true));
        return problem.content(problem.getContent()
                .addMediaType(JSON, OASFactory.createMediaType().schema(error)));
    }

    /** A problem with one of these codes. */
    static APIResponse problem(String description, List<String> codes) {
        Schema code = OASFactory.createSchema().enumeration(List.copyOf(codes));
        Schema schema = OASFactory.createSchema()
                .addAllOf(OASFactory.createSchema().ref("#/components/schemas/Problem"))
                .addAllOf(OASFactory.createSchema().addProperty("code", code).additionalPropertiesBoolean(true));
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(MEDIA_TYPE, OASFactory.createMediaType().schema(schema)));
    }
}
