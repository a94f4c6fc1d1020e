package io.motorpool.adapters.rest.document;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** Which problems an operation can answer with, and in which headers a version and a place come back. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class DocumentedAnswers implements OASFilter {

    private static final String EVENTS = jakarta.ws.rs.core.MediaType.SERVER_SENT_EVENTS;
    private static final DotName REFUSES = DotName.createSimple(Refuses.class);
    private static final DotName OPEN = DotName.createSimple(PermitAll.class);
    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);

    private final Map<String, AnnotationInstance> refusals = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    public DocumentedAnswers(IndexView index) {
        index.getAnnotations(REFUSES).forEach(found -> {
            AnnotationInstance operation = found.target().asMethod().annotation(OPERATION);
            refusals.put(operation.value("operationId").asString(), found);
        });
        index.getAnnotations(OPERATION).stream()
                .filter(found -> found.target().kind() == AnnotationTarget.Kind.METHOD)
                .filter(found -> found.target().asMethod().declaringClass().hasDeclaredAnnotation(OPEN))
                .forEach(found -> open.add(found.value("operationId").asString()));
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        List<Asked> operations = operations(document);
        Set<String> versioned = versioned(operations);
        operations.forEach(asked -> complete(asked, versioned));
        for (CommonProblem problem : CommonProblem.values()) {
            document.getComponents().addResponse(problem.component(), problem.response());
        }
    }

    private List<Asked> operations(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        List<Asked> operations = new ArrayList<>();
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations()
                        .forEach((method, operation) -> operations.add(new Asked(
                                path, item, method, operation, open.contains(operation.getOperationId()), schemas))));
        return operations;
    }

    /** What can be read by its id has a version. */
    private static Set<String> versioned(List<Asked> operations) {
        return operations.stream()
                .filter(asked -> !asked.changes() && asked.path().endsWith("/{id}"))
                .flatMap(asked -> shown(asked.operation().getResponses().getAPIResponse("200")))
                .collect(Collectors.toSet());
    }

    /** An event of a stream has no headers of its own. */
    private static Stream<String> shown(APIResponse response) {
        return Stream.ofNullable(response.getContent())
                .flatMap(content -> content.getMediaTypes().entrySet().stream())
                .filter(media -> !media.getKey().equals(EVENTS))
                .map(Map.Entry::getValue)
                .map(MediaType::getSchema)
                .filter(Objects::nonNull)
                .map(Schema::getRef)
                .filter(Objects::nonNull);
    }

    private void complete(Asked asked, Set<String> versioned) {
        APIResponses responses = asked.operation().getResponses();
        responses.getAPIResponses().forEach((status, response) -> {
            if (shown(response).anyMatch(versioned::contains)) {
                version(status, response);
            }
        });
        Map<String, APIResponse> all = new TreeMap<>(responses.getAPIResponses());
        all.putAll(problems(asked));
        responses.setAPIResponses(all);
    }

    private static void version(String status, APIResponse response) {
        APIResponse _ = response.addHeader("ETag", header("The version that the next change names", "\"0\""));
        if (status.equals("201")) {
            APIResponse _ = response.addHeader(
                    "Location", header("Its path", "/api/v1/reservations/018f6b2e-4c1a-7d3e-9f10-2b3c4d5e6f70"));
        }
    }

    private Map<String, APIResponse> problems(Asked asked) {
        Map<String, APIResponse> problems = new HashMap<>();
        for (CommonProblem problem : CommonProblem.values()) {
            if (problem.isPossible(asked)) {
                problems.put(problem.status(), OASFactory.createAPIResponse().ref(problem.component()));
            }
        }
        addTo(problems, asked, CommonProblem.UNAUTHORIZED, "strangers", "It is not proven who is asking");
        addTo(problems, asked, CommonProblem.NOT_PERMITTED, "forbids", "The caller may not do this");
        List<String> limits = codes(asked, "limits");
        if (!limits.isEmpty()) {
            problems.put(
                    "429",
                    CommonProblem.later(CommonProblem.problem("It was asked for too often; `code` says what", limits)));
        }
        if (asked.takesForm()) {
            problems.put("400", CommonProblem.INVALID.response());
            for (String status : List.of("400", "401", "429")) {
                APIResponse _ = problems.computeIfPresent(status, (_, problem) -> CommonProblem.inOAuth(problem));
            }
        }
        List<String> conflicts = new ArrayList<>(codes(asked, "conflicts"));
        if (asked.changes()) {
            conflicts.add("contended");
        }
        if (!conflicts.isEmpty()) {
            problems.put(
                    "409", CommonProblem.problem("The present state is in the way; `code` says what is", conflicts));
        }
        List<String> rules = codes(asked, "rules");
        if (!rules.isEmpty()) {
            problems.put("422", CommonProblem.problem("The request breaks a rule; `code` says which", rules));
        }
        return problems;
    }

    /** What the operation refuses in its own words, beside what all refuse alike. */
    private void addTo(Map<String, APIResponse> problems, Asked asked, CommonProblem common, String kind, String what) {
        List<String> own = codes(asked, kind);
        if (!own.isEmpty()) {
            List<String> all = new ArrayList<>(own);
            if (common.isPossible(asked)) {
                all.addAll(common.codes());
            }
            problems.put(common.status(), CommonProblem.problem(what + "; `code` says why", all));
        }
    }

    private List<String> codes(Asked asked, String kind) {
        AnnotationInstance refuses = refusals.get(asked.operation().getOperationId());
        return refuses == null || refuses.value(kind) == null
                ? List.of()
                : Arrays.asList(refuses.value(kind).asStringArray());
    }

    private static Header header(String description, String example) {
        return OASFactory.createHeader()
                .description(description)
                .required(true)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING))
                .example(example);
    }
}
