package io.motorpool.adapters.rest.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.Explained.Kind;
import io.motorpool.application.shared.OneOfEach;
import io.motorpool.application.shared.RefusalCatalogue;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.TooManyWatches;
import io.motorpool.domain.identity.IdentityRefusal.OperatorExists;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.IndexReader;
import org.jboss.jandex.IndexView;
import org.junit.jupiter.api.Test;

class RefusesTest {

    /** A token of a legacy server is refused wherever it is shown, as any other token is. */
    private static final String AT_EVERY_OPERATION = "legacy-refused";

    /** What nobody is told over HTTP: watching is done over gRPC (ADR-0063). */
    private static final List<Class<? extends Refusal>> ONLY_OVER_GRPC = List.of(TooManyWatches.class);

    @Test
    void every_conflict_of_the_model_is_documented_where_it_can_arise_and_no_other() throws IOException {
        assertThat(documented("conflicts")).isEqualTo(known(Kind.CONFLICT, "contended"));
    }

    @Test
    void every_rule_of_the_model_is_documented_where_it_can_be_broken_and_no_other() throws IOException {
        assertThat(documented("rules")).isEqualTo(known(Kind.BROKEN_RULE, ""));
    }

    @Test
    void every_way_to_fail_at_proving_who_one_is_is_documented_and_no_other() throws IOException {
        assertThat(documented("strangers")).isEqualTo(known(Kind.UNAUTHENTICATED, AT_EVERY_OPERATION));
    }

    @Test
    void every_prohibition_that_no_role_lifts_is_documented_and_no_other() throws IOException {
        assertThat(documented("forbids")).isEqualTo(known(Kind.FORBIDDEN, "not-permitted"));
    }

    @Test
    void every_limit_is_documented_and_no_other() throws IOException {
        assertThat(documented("limits")).isEqualTo(known(Kind.THROTTLED, ""));
    }

    /**
     * The first operator is invited by a command, not over HTTP.
     *
     * @param everywhere what the document says of every operation of its kind
     */
    private static Set<String> known(Kind kind, String everywhere) {
        return OneOfEach.refusals().stream()
                .filter(refusal -> !(refusal instanceof OperatorExists))
                .filter(refusal -> ONLY_OVER_GRPC.stream().noneMatch(context -> context.isInstance(refusal)))
                .map(RefusalCatalogue::explain)
                .filter(explained -> explained.kind() == kind)
                .map(explained -> explained.code())
                .filter(code -> !code.equals(everywhere))
                .collect(Collectors.toSet());
    }

    private static Set<String> documented(String kind) throws IOException {
        return index().getAnnotations(Refuses.class).stream()
                .flatMap(found -> codes(found, kind))
                .collect(Collectors.toSet());
    }

    private static Stream<String> codes(AnnotationInstance refuses, String kind) {
        return refuses.value(kind) == null
                ? Stream.empty()
                : Arrays.stream(refuses.value(kind).asStringArray());
    }

    private static IndexView index() throws IOException {
        try (InputStream written = Refuses.class.getResourceAsStream("/META-INF/jandex.idx")) {
            return new IndexReader(Objects.requireNonNull(written)).read();
        }
    }
}
