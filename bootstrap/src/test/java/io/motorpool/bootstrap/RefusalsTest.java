package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import io.motorpool.adapters.grpc.ReasonsInGrpc;
import io.motorpool.adapters.rest.KindsInHttp;
import io.motorpool.application.shared.Explained;
import io.motorpool.application.shared.OneOfEach;
import io.motorpool.application.shared.RefusalCatalogue;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Clients decide by the code of a refusal: it is published, it means one thing, and it does not change unnoticed. */
class RefusalsTest {

    private static final String PUBLISHED = "docs/refusals.md";

    /** The same fact in two contexts is one to a client. */
    private static final Set<String> TOLD_BY_TWO_CONTEXTS = Set.of("odometer-runs-backwards");

    /** A record that is called otherwise than its code, because next to other versions of it the record's name is enough. */
    private static final Map<Class<? extends Refusal>, String> OTHERWISE =
            Map.of(AccessRefusal.Stale.class, "stale-version");

    @Test
    void the_published_table_is_the_one_that_the_code_keeps() throws IOException {
        String table = table();
        Path made = Files.writeString(Path.of("target", "refusals.md"), table);

        assertThat(table)
                .as(
                        "%s is not what the code says. If the change is meant (a code is a promise to clients), run:%n  cp %s %s",
                        PUBLISHED, Repository.name(made.toAbsolutePath()), PUBLISHED)
                .isEqualTo(Repository.read(Repository.file(PUBLISHED)));
    }

    @Test
    void no_two_refusals_share_a_code_unless_they_are_one_to_a_client() {
        Map<String, Long> records =
                OneOfEach.refusals().stream().collect(Collectors.groupingBy(RefusalsTest::code, Collectors.counting()));

        assertThat(records.entrySet().stream()
                        .filter(code -> code.getValue() > 1)
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(TOLD_BY_TWO_CONTEXTS);
    }

    @Test
    void a_code_is_the_name_of_its_refusal() {
        assertThat(OneOfEach.refusals())
                .allSatisfy(refusal -> assertThat(code(refusal))
                        .isEqualTo(OTHERWISE.getOrDefault(
                                refusal.getClass(), kebab(refusal.getClass().getSimpleName()))));
    }

    /** Whoever moves from one edge to the other has nothing to learn anew. */
    @Test
    void a_refusal_is_called_the_same_at_every_edge() {
        assertThat(OneOfEach.refusals()).isNotEmpty().allSatisfy(refusal -> {
            assertThat(ReasonsInGrpc.reasonOf(refusal)).isEqualTo(KindsInHttp.codeOf(refusal));
            assertThat(ReasonsInGrpc.sentenceOf(refusal)).isEqualTo(KindsInHttp.sentenceOf(refusal));
            assertThat(ReasonsInGrpc.metadataOf(refusal))
                    .isEqualTo(RefusalCatalogue.explain(refusal).facts());
        });
    }

    /** As google.rpc.Code says what its codes are in HTTP; only that it has but one for what rules forbid. */
    @Test
    void a_kind_has_statuses_that_belong_together() {
        Map<Code, List<Integer>> statuses = Map.of(
                Code.NOT_FOUND, List.of(404),
                Code.UNAUTHENTICATED, List.of(401),
                Code.PERMISSION_DENIED, List.of(403),
                Code.RESOURCE_EXHAUSTED, List.of(429),
                Code.ABORTED, List.of(412),
                Code.FAILED_PRECONDITION, List.of(409, 422));

        assertThat(Explained.Kind.values())
                .allSatisfy(kind ->
                        assertThat(statuses.get(ReasonsInGrpc.codeOf(kind))).contains(KindsInHttp.statusOf(kind)));
        assertThat(OneOfEach.refusals()).allSatisfy(refusal -> {
            Explained explained = RefusalCatalogue.explain(refusal);
            Code usual = ReasonsInGrpc.codeOf(explained.kind());
            assertThat(ReasonsInGrpc.codeOf(refusal))
                    .isEqualTo(explained.code().equals("contended") ? Code.ABORTED : usual);
        });
    }

    private static String table() {
        StringBuilder text = new StringBuilder("""
                # Refusals

                What the model may answer instead of doing what it was asked. A client decides by the code, which does not
                change; the sentence is for people and may. gRPC has the code as the reason of its `ErrorInfo`, and the facts as
                its metadata. This table is made from the code by `RefusalsTest`.

                | code | HTTP | gRPC | kind | sentence | facts |
                |---|---|---|---|---|---|
                """);
        Set<String> told = new TreeSet<>();
        OneOfEach.refusals().stream()
                .filter(refusal -> told.add(code(refusal)))
                .forEach(refusal -> text.append(row(refusal)));
        return text.toString();
    }

    private static String row(Refusal refusal) {
        Explained explained = RefusalCatalogue.explain(refusal);
        return "| `%s` | %d | %s | %s | %s | %s |\n"
                .formatted(
                        explained.code(),
                        KindsInHttp.statusOf(explained.kind()),
                        ReasonsInGrpc.codeOf(refusal),
                        explained.kind(),
                        explained.sentence(),
                        explained.facts().keySet().stream()
                                .sorted()
                                .map("`%s`"::formatted)
                                .collect(Collectors.joining(", ")));
    }

    private static String code(Refusal refusal) {
        return RefusalCatalogue.explain(refusal).code();
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
