package io.motorpool.adapters.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;

/**
 * Adds to the document what is true of every operation, so that no operation forgets to say it: which problems it can
 * answer, and in which headers a version and a place come back.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class DocumentedProblems implements OASFilter {

    private static final Schema PROBLEM = OASFactory.createSchema().ref("#/components/schemas/Problem");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        document.getPaths()
                .getPathItems()
                .forEach((path, item) ->
                        item.getOperations().forEach((method, operation) -> complete(path, item, method, operation)));
    }

    /** A reference says all; the generator's guess of a type beside it contradicts an enumeration. */
    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getRef() != null && schema.getType() != null) {
            schema.setType(null);
        }
        return schema;
    }

    private static void complete(String path, PathItem item, HttpMethod method, Operation operation) {
        APIResponses responses =
                Optional.ofNullable(operation.getResponses()).orElseGet(OASFactory::createAPIResponses);
        operation.setResponses(responses);
        problems(path, item, method, operation).forEach((status, description) -> {
            if (isBare(responses.getAPIResponse(status))) {
                APIResponses _ = responses.addAPIResponse(status, problem(description));
            }
        });
        boolean versioned = takes(item, operation, "If-Match") || (method == HttpMethod.GET && path.endsWith("/{id}"));
        responses.getAPIResponses().forEach((status, response) -> headers(status, response, versioned));
    }

    /** An operation that describes a problem itself keeps its own words. */
    private static boolean isBare(@Nullable APIResponse response) {
        return response == null || response.getContent() == null;
    }

    private static Map<String, String> problems(String path, PathItem item, HttpMethod method, Operation operation) {
        boolean changes = method != HttpMethod.GET;
        Map<String, String> problems = new LinkedHashMap<>();
        if (operation.getRequestBody() != null || !parameters(item, operation).isEmpty()) {
            problems.put("400", "The request cannot be understood; `errors` names every field that is wrong");
        }
        problems.put("401", "No valid access token");
        problems.put("403", "The caller's role does not allow this");
        if (path.contains("{")) {
            problems.put("404", "There is no such thing, or it belongs to somebody else");
        }
        if (changes) {
            problems.put("409", "The present state is in the way; `code` says what is");
        }
        if (takes(item, operation, "If-Match")) {
            problems.put("412", "It has changed since it was read");
            problems.put("428", "`If-Match` is missing");
        }
        if (operation.getRequestBody() != null) {
            problems.put("422", "The request breaks a rule; `code` says which");
        }
        problems.put("503", "The store does not answer; try again after `Retry-After` seconds");
        return problems;
    }

    private static APIResponse problem(String description) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(PROBLEM)));
    }

    private static void headers(String status, APIResponse response, boolean versioned) {
        if (status.equals("201")) {
            APIResponse _ = response.addHeader("Location", header("Where it is", "/api/v1/companies/018f…"));
        }
        if (status.equals("201") || (status.equals("200") && versioned)) {
            APIResponse _ = response.addHeader("ETag", header("The version that the next change names", "\"0\""));
        }
    }

    private static Header header(String description, String example) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING))
                .example(example);
    }

    private static boolean takes(PathItem item, Operation operation, String header) {
        return parameters(item, operation).stream()
                .anyMatch(parameter -> parameter.getIn() == Parameter.In.HEADER && header.equals(parameter.getName()));
    }

    private static List<Parameter> parameters(PathItem item, Operation operation) {
        List<Parameter> own = Optional.ofNullable(operation.getParameters()).orElse(List.of());
        List<Parameter> shared = Optional.ofNullable(item.getParameters()).orElse(List.of());
        return Stream.concat(own.stream(), shared.stream()).toList();
    }
}
