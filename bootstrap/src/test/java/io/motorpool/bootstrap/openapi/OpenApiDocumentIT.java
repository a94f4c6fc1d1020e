package io.motorpool.bootstrap.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.motorpool.bootstrap.EndToEnd;
import io.motorpool.bootstrap.RunningSystem;
import io.motorpool.sandbox.fuzz.contract.Operation;
import io.motorpool.sandbox.fuzz.contract.Operation.Parameter;
import io.motorpool.sandbox.fuzz.wire.Received;
import io.motorpool.sandbox.fuzz.wire.Sent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The document that is committed is the one that the system publishes, and it says all that callers need. */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiDocumentIT {

    private static final Path COMMITTED =
            RunningSystem.project().resolve("docs").resolve("openapi.yml");
    /** Where nobody has to say who they are, because they are about to, or cannot. One more is a decision, not an accident. */
    private static final Set<String> OPEN =
            Set.of("signIn", "refreshSession", "signOut", "askForLetter", "choosePassword", "grantServiceToken");

    private static final Set<String> NOTHING_TO_SAY = Set.of("202", "204");

    /** The statuses in which OAuth wants its own words. */
    private static final Set<String> IN_OAUTH = Set.of("400", "401", "429");

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** What is answered with something else, because people open it or programs listen to it. */
    private static final Map<String, String> NOT_JSON = Map.of(
            "exportRunSheet", WORKBOOK,
            "exportStatement", WORKBOOK,
            "exportExtraCosts", WORKBOOK,
            "getExtraCostsTemplate", WORKBOOK,
            "fetchDrivingLog", WORKBOOK,
            "watchDrivingLogExport", "text/event-stream",
            "watchSettlementJob", "text/event-stream",
            "watchImportOfExtraCosts", "text/event-stream");

    private static final String REWRITE = "openapi.write";
    private static final String HOW_TO = """
        docs/openapi.yml is not what the system publishes. If the change is meant, write it anew and commit it:
          mvn verify -pl bootstrap -am -Dtest=none -Dit.test=OpenApiDocumentIT -D%s -Dsurefire.failIfNoSpecifiedTests=false
        What would break callers:
        %s\
        """;

    private final Published api;

    OpenApiDocumentIT(RunningSystem system) {
        this.api = new Published(system);
    }

    @AfterAll
    void close() {
        api.close();
    }

    @Test
    void the_committed_document_is_the_one_that_is_published() throws IOException {
        String published =
                api.answer(new Sent("GET", "/q/openapi", List.of(), null)).text();
        if (System.getProperty(REWRITE) != null) {
            Path _ = Files.writeString(COMMITTED, published);
        }

        JsonNode committed = new YAMLMapper().readTree(Files.readString(COMMITTED));

        assertThat(committed)
                .as(HOW_TO.formatted(REWRITE, String.join("\n", BreakingChanges.between(committed, api.document()))))
                .isEqualTo(new YAMLMapper().readTree(published));
        assertThat(committed.path("openapi").asText()).startsWith("3.1");
    }

    Stream<Operation> operations() {
        return api.contract().operations().stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void every_operation_says_all_that_callers_need(Operation operation) {
        JsonNode said = api.document()
                .path("paths")
                .path(operation.template())
                .path(operation.method().toLowerCase(Locale.ROOT));

        assertThat(said.path("operationId").asText()).matches("[a-z][A-Za-z]+");
        assertThat(said.path("summary").asText()).isNotBlank();
        assertThat(said.path("tags")).isNotEmpty();
        assertThat(operation.open()).isEqualTo(OPEN.contains(operation.id()));
        assertThat(operation.responses().keySet()).contains("503").contains(expected(operation));
        operation.responses().forEach((status, response) -> {
            assertThat(response.content()).as(status).containsOnlyKeys(types(operation, status));
            response.content()
                    .forEach((_, schema) -> assertThat(schema.isEmpty())
                            .as("schema of " + status)
                            .isFalse());
        });
        said.path("parameters")
                .forEach(parameter -> assertThat(parameter.path("description").asText())
                        .as(parameter.path("name").asText())
                        .isNotBlank());
        operation.parameters().forEach(this::isLimited);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void a_path_says_which_methods_it_takes(Operation operation) {
        Set<String> documented = operations()
                .filter(other -> other.template().equals(operation.template()))
                .map(Operation::method)
                .collect(Collectors.toCollection(HashSet::new));
        if (documented.contains("GET")) {
            documented.add("HEAD");
        }
        documented.add("OPTIONS");
        String path =
                operation.template().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());

        Received told = api.answer(new Sent("OPTIONS", path, List.of(), null));

        assertThat(told.status()).isEqualTo(204);
        assertThat(Set.of(told.header("Allow").orElseThrow().split(", ?"))).isEqualTo(documented);
    }

    @Test
    void a_path_that_is_not_there_takes_nothing() {
        Received told = api.answer(new Sent("OPTIONS", "/api/v1/nothing", List.of(), null));

        assertThat(told.status()).isEqualTo(404);
        assertThat(told.mediaType()).isEqualTo("application/problem+json");
    }

    private static String[] types(Operation operation, String status) {
        if (NOTHING_TO_SAY.contains(status)) {
            return new String[0];
        }
        if (operation.id().equals("grantServiceToken") && IN_OAUTH.contains(status)) {
            return new String[] {"application/json", "application/problem+json"};
        }
        if (status.startsWith("2")) {
            return new String[] {NOT_JSON.getOrDefault(operation.id(), "application/json")};
        }
        return new String[] {"application/problem+json"};
    }

    private static String[] expected(Operation operation) {
        Set<String> statuses = new HashSet<>(Set.of("406"));
        if (!operation.open()) {
            statuses.addAll(Set.of("401", "403"));
        }
        if (!operation.parameters("path").isEmpty()) {
            statuses.add("404");
        }
        if (operation.body().isPresent()) {
            statuses.addAll(Set.of("400", "409", "413", "415"));
        }
        if (operation.takesHeader("If-Match")) {
            statuses.addAll(Set.of("412", "428"));
        }
        return statuses.toArray(String[]::new);
    }

    private void isLimited(Parameter parameter) {
        JsonNode schema = api.contract().resolve(parameter.schema());
        assertThat(schema.has("format") || schema.has("pattern") || schema.has("enum"))
                .as(parameter.name())
                .isTrue();
    }

    @Test
    void no_two_operations_have_the_same_name() {
        assertThat(operations().map(Operation::id)).doesNotHaveDuplicates();
    }

    @Test
    void every_text_that_is_sent_has_a_limit_or_a_form() {
        JsonNode schemas = api.document().path("components").path("schemas");
        operations()
                .flatMap(operation -> operation.body().stream())
                .map(api.contract()::resolve)
                .forEach(body -> body.path("properties").properties().forEach(member -> {
                    JsonNode type = api.contract().resolve(member.getValue());
                    if (type.path("type").asText().equals("string")) {
                        assertThat(type.has("maxLength")
                                        || type.has("format")
                                        || type.has("pattern")
                                        || type.has("enum"))
                                .as(member.getKey())
                                .isTrue();
                    }
                }));
        assertThat(schemas).isNotEmpty();
    }

    @Test
    void the_pages_that_show_it_are_there_in_production() {
        Received page = api.answer(new Sent("GET", "/q/swagger-ui/", List.of(), null));
        Received script = api.answer(new Sent("GET", "/q/swagger-ui/swagger-ui-bundle.js", List.of(), null));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("/q/openapi");
        assertThat(script.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yaml", "json"})
    void it_is_published_in_both_forms(String format) throws IOException {
        Received document = api.answer(new Sent("GET", "/q/openapi?format=" + format, List.of(), null));

        ObjectMapper mapper = format.equals("json") ? new ObjectMapper() : new YAMLMapper();
        assertThat(mapper.readTree(document.text()).path("info").path("title").asText())
                .isEqualTo("Motorpool");
    }
}
