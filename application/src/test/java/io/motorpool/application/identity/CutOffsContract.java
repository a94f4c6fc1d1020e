package io.motorpool.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.PortContract;
import io.motorpool.domain.identity.CutOff;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every keeper of the cut-off list promises. */
public interface CutOffsContract extends PortContract {

    Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00.123456Z");

    CutOffs cutOffs();

    @Test
    default void entries_about_whatever_are_read_as_they_were_added() {
        List<CutOff> entries = List.of(
                new CutOff(
                        new CutOff.Target.OfUser(new UserId(Ids.next()), new Version(7)),
                        IdentityFixtures.NOON.plusSeconds(1)),
                new CutOff(
                        new CutOff.Target.OfSession(new SessionId(Ids.next())), IdentityFixtures.NOON.plusSeconds(2)),
                new CutOff(
                        new CutOff.Target.OfKey(IdentityFixtures.aKey().id()), IdentityFixtures.NOON.plusSeconds(3)));

        inTransaction(() -> cutOffs().add(entries));

        assertThat(all(IdentityFixtures.NOON)).containsAll(entries);
        assertThat(within(Duration.ofMinutes(1))).containsAll(entries);
    }

    @Test
    default void one_may_be_cut_off_twice() {
        UserId user = new UserId(Ids.next());
        CutOff first = new CutOff(new CutOff.Target.OfUser(user, new Version(1)), IdentityFixtures.NOON);
        CutOff second =
                new CutOff(new CutOff.Target.OfUser(user, new Version(2)), IdentityFixtures.NOON.plusSeconds(1));

        inTransaction(() -> cutOffs().add(List.of(first)));
        inTransaction(() -> cutOffs().add(List.of(second, second)));

        assertThat(all(IdentityFixtures.NOON.minusSeconds(1))).contains(first, second);
    }

    @Test
    default void adding_nothing_adds_nothing() {
        inTransaction(() -> cutOffs().add(List.of()));
    }

    @Test
    default void what_is_over_is_not_told_any_more() {
        CutOff entry = given(LONG_AGO);

        assertThat(all(LONG_AGO.minus(IdentityFixtures.A_MOMENT))).contains(entry);
        assertThat(all(LONG_AGO)).doesNotContain(entry);
    }

    @Test
    default void what_was_added_earlier_is_not_told_as_new() throws InterruptedException {
        CutOff earlier = given(IdentityFixtures.NOON);
        Thread.sleep(60);
        CutOff later = given(IdentityFixtures.NOON);

        assertThat(within(Duration.ofMillis(50))).doesNotContain(earlier);
        assertThat(within(Duration.ofMinutes(1))).contains(earlier, later);
    }

    @Test
    default void what_was_undone_is_not_told() {
        CutOff entry = new CutOff(new CutOff.Target.OfSession(new SessionId(Ids.next())), IdentityFixtures.NOON);

        assertThatThrownBy(() -> inTransaction(() -> cutOffs()
                        .add(List.of(entry))
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("it broke")))))
                .hasMessageContaining("it broke");

        assertThat(within(Duration.ofMinutes(1))).doesNotContain(entry);
    }

    @Test
    default void what_is_over_is_forgotten_a_few_at_a_time() {
        int _ = inTransaction(() -> cutOffs().forgetOver(LONG_AGO, 1_000));
        for (int i = 0; i < 3; i++) {
            CutOff _ = given(LONG_AGO);
        }

        assertThat(inTransaction(() -> cutOffs().forgetOver(LONG_AGO.minus(IdentityFixtures.A_MOMENT), 10)))
                .isZero();
        assertThat(inTransaction(() -> cutOffs().forgetOver(LONG_AGO, 2))).isEqualTo(2);
        assertThat(inTransaction(() -> cutOffs().forgetOver(LONG_AGO, 2))).isEqualTo(1);
    }

    private CutOff given(Instant until) {
        CutOff entry = new CutOff(new CutOff.Target.OfSession(new SessionId(Ids.next())), until);
        inTransaction(() -> cutOffs().add(List.of(entry)));
        return entry;
    }

    private List<CutOff> all(Instant now) {
        return inTransaction(() -> cutOffs().all(now));
    }

    private List<CutOff> within(Duration before) {
        return inTransaction(() -> cutOffs().addedWithin(before));
    }
}
