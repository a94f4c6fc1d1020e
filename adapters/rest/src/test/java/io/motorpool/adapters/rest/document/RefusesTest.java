package io.motorpool.adapters.rest.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.Explained.Kind;
import io.motorpool.application.shared.OneOfEach;
import io.motorpool.application.shared.RefusalCatalogue;
import io.motorpool.domain.identity.IdentityRefusal;
import io.motorpool.domain.route.RouteRefusal;
import io.motorpool.domain.settlement.SettlementRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.IndexReader;
import org.jboss.jandex.IndexView;
import org.junit.jupiter.api.Test;

class RefusesTest {

    @Test
    void every_conflict_of_the_model_is_documented_where_it_can_arise_and_no_other() throws IOException {
        assertThat(documented("conflicts")).isEqualTo(known(Kind.CONFLICT, "contended"));
    }

    @Test
    void every_rule_of_the_model_is_documented_where_it_can_be_broken_and_no_other() throws IOException {
        assertThat(documented("rules")).isEqualTo(known(Kind.BROKEN_RULE, ""));
    }

    /**
     * Identity, routes and settlements have no operation as yet: nothing at this edge can meet their refusals.
     *
     * @param everywhere what the document says of every operation that changes something
     */
    private static Set<String> known(Kind kind, String everywhere) {
        return OneOfEach.refusals().stream()
                .filter(refusal -> !(refusal instanceof IdentityRefusal))
                .filter(refusal -> !(refusal instanceof RouteRefusal))
                .filter(refusal -> !(refusal instanceof SettlementRefusal))
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
