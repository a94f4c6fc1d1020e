package io.motorpool.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.PortContract;
import io.motorpool.domain.identity.ClientAssertion;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every memory of assertions promises. */
public interface UsedAssertionsContract extends PortContract {

    Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00.123456Z");

    UsedAssertions assertions();

    @Test
    default void an_assertion_counts_once() {
        UserId service = new UserId(Ids.next());

        assertThat(use(service, "첫 번째 \"jti\"", IdentityFixtures.NOON)).isTrue();
        assertThat(use(service, "첫 번째 \"jti\"", IdentityFixtures.NOON)).isFalse();
        assertThat(use(service, "another", IdentityFixtures.NOON)).isTrue();
    }

    @Test
    default void services_choose_their_ids_each_for_itself() {
        assertThat(use(new UserId(Ids.next()), "1", IdentityFixtures.NOON)).isTrue();
        assertThat(use(new UserId(Ids.next()), "1", IdentityFixtures.NOON)).isTrue();
    }

    @Test
    default void the_longest_id_counts_to_its_last_character() {
        UserId service = new UserId(Ids.next());
        String shared = "가".repeat(ClientAssertion.LONGEST_ID - 1);

        assertThat(use(service, shared + "a", IdentityFixtures.NOON)).isTrue();
        assertThat(use(service, shared + "b", IdentityFixtures.NOON)).isTrue();
    }

    @Test
    default void of_many_uses_at_once_one_counts() {
        UserId service = new UserId(Ids.next());

        var answers = AtOnce.times(8, () -> use(service, "jti", IdentityFixtures.NOON));

        assertThat(answers).filteredOn(first -> first).hasSize(1);
    }

    @Test
    default void a_use_that_was_undone_did_not_count() {
        UserId service = new UserId(Ids.next());

        assertThatThrownBy(() -> inTransaction(() -> assertions()
                        .use(service, "jti", IdentityFixtures.NOON)
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("it broke")))))
                .hasMessageContaining("it broke");

        assertThat(use(service, "jti", IdentityFixtures.NOON)).isTrue();
    }

    @Test
    default void what_may_be_forgotten_is_a_few_at_a_time() {
        int _ = inTransaction(() -> assertions().forgetOver(LONG_AGO, 1_000));
        UserId service = new UserId(Ids.next());
        for (String id : List.of("1", "2", "3")) {
            assertThat(use(service, id, LONG_AGO)).isTrue();
        }

        assertThat(inTransaction(() -> assertions().forgetOver(LONG_AGO.minus(IdentityFixtures.A_MOMENT), 10)))
                .isZero();
        assertThat(inTransaction(() -> assertions().forgetOver(LONG_AGO, 2))).isEqualTo(2);
        assertThat(inTransaction(() -> assertions().forgetOver(LONG_AGO, 2))).isEqualTo(1);
    }

    private boolean use(UserId service, String assertion, Instant until) {
        return inTransaction(() -> assertions().use(service, assertion, until));
    }
}
