package io.motorpool.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalCatalogueTest {

    /** RFC 9457, and what every problem of ours has besides. */
    private static final List<String> MEMBERS_OF_A_PROBLEM =
            List.of("type", "title", "status", "detail", "instance", "code", "errors", "traceId");

    @Test
    void every_refusal_has_a_code_and_a_sentence() {
        assertThat(OneOfEach.refusals()).isNotEmpty().allSatisfy(refusal -> {
            Explained explained = RefusalCatalogue.explain(refusal);
            assertThat(explained.code()).matches("[a-z]+(-[a-z]+)*");
            assertThat(explained.sentence()).endsWith(".");
        });
    }

    /** The facts become members of the problem, beside those that it has anyway: one name would hide the other. */
    @Test
    void no_fact_is_called_like_a_member_of_every_problem() {
        for (Refusal refusal : OneOfEach.refusals()) {
            assertThat(RefusalCatalogue.explain(refusal).facts().keySet())
                    .as(refusal.toString())
                    .doesNotContainAnyElementsOf(MEMBERS_OF_A_PROBLEM);
        }
    }
}
