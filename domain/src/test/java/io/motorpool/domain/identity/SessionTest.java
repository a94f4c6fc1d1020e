package io.motorpool.domain.identity;

import static io.motorpool.domain.Answers.accepted;
import static io.motorpool.domain.Answers.refused;
import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.company.Fixtures.KIM;
import static io.motorpool.domain.identity.Fixtures.MONDAY_9AM;
import static io.motorpool.domain.identity.Fixtures.aSession;
import static io.motorpool.domain.identity.Fixtures.aSessionId;
import static io.motorpool.domain.identity.Fixtures.anOpening;
import static io.motorpool.domain.identity.Fixtures.sealed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.domain.access.Profile;
import io.motorpool.domain.identity.IdentityEvent.RefreshTokenReused;
import io.motorpool.domain.identity.IdentityEvent.SessionEnded;
import io.motorpool.domain.identity.IdentityEvent.SessionStarted;
import io.motorpool.domain.identity.IdentityRefusal.SessionOver;
import io.motorpool.domain.identity.Session.Closed;
import io.motorpool.domain.identity.Session.EndReason;
import io.motorpool.domain.identity.Session.Live;
import io.motorpool.domain.identity.Session.Rotation;
import io.motorpool.domain.identity.Session.Shown;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class SessionTest {

    private static final TokenPolicy POLICY = TokenPolicy.PUBLISHED;
    private static final Duration JUST_BEFORE = Duration.ofMillis(1);

    @Test
    void signing_in_opens_a_session_with_its_first_token() {
        var opened = Session.open(anOpening(), new Profile.Personal());

        assertThat(opened.session().generation()).isEqualTo(Session.FIRST_GENERATION);
        assertThat(opened.fact()).isEqualTo(new SessionStarted(aSessionId(), KIM, MONDAY_9AM));
    }

    @Test
    void the_youngest_token_is_replaced_by_a_successor() {
        Instant later = MONDAY_9AM.plusSeconds(600);

        Live next = rotated(aSession(), later, 2);

        assertThat(next.generation()).isEqualTo(2);
        assertThat(next.lastUsedAt()).isEqualTo(later);
        assertThat(next.lastRotation()).isEqualTo(new Rotation(later, sealed(2)));
        assertThat(next.opening()).isEqualTo(anOpening());
    }

    @Test
    void within_the_grace_a_replaced_token_yields_the_same_successor_however_often() {
        Live session = rotated(aSession(), MONDAY_9AM, 2);

        assertThat(session.show(1, MONDAY_9AM, POLICY)).isEqualTo(new Shown.JustReplaced(session, sealed(2)));
        assertThat(session.show(1, MONDAY_9AM.plus(POLICY.grace()).minus(JUST_BEFORE), POLICY))
                .isEqualTo(new Shown.JustReplaced(session, sealed(2)));
    }

    @Test
    void a_node_whose_clock_is_behind_counts_as_within_the_grace() {
        Live session = rotated(aSession(), MONDAY_9AM, 2);

        assertThat(session.show(1, MONDAY_9AM.minusSeconds(60), POLICY)).isInstanceOf(Shown.JustReplaced.class);
    }

    @Test
    void after_the_grace_a_replaced_token_ends_the_session() {
        Live session = rotated(aSession(), MONDAY_9AM, 2);
        Instant now = MONDAY_9AM.plus(POLICY.grace());

        Closed closed = closedBy(session.show(1, now, POLICY));

        assertThat(closed.session().reason()).isEqualTo(EndReason.TOKEN_REUSED);
        assertThat(closed.facts())
                .containsExactly(
                        new RefreshTokenReused(aSessionId(), KIM, now),
                        new SessionEnded(aSessionId(), KIM, EndReason.TOKEN_REUSED, now));
    }

    @Test
    void a_token_replaced_twice_ends_the_session_even_within_the_grace() {
        Live session = rotated(rotated(aSession(), MONDAY_9AM, 2), MONDAY_9AM, 3);

        assertThat(closedBy(session.show(1, MONDAY_9AM, POLICY)).session().reason())
                .isEqualTo(EndReason.TOKEN_REUSED);
        assertThat(session.show(2, MONDAY_9AM, POLICY)).isInstanceOf(Shown.JustReplaced.class);
        assertThat(session.show(3, MONDAY_9AM, POLICY)).isInstanceOf(Shown.Current.class);
    }

    @Test
    void a_token_that_was_never_issued_is_a_mistake_of_the_caller() {
        assertThatThrownBy(() -> aSession().show(2, MONDAY_9AM, POLICY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> aSession().show(0, MONDAY_9AM, POLICY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_session_that_nobody_uses_lapses_and_using_it_keeps_it() {
        Instant idle = MONDAY_9AM.plus(POLICY.idle());
        Live used = rotated(aSession(), idle.minus(JUST_BEFORE), 2);

        assertThat(closedBy(aSession().show(1, idle, POLICY)).session().reason())
                .isEqualTo(EndReason.LAPSED);
        assertThat(aSession().show(1, idle.minus(JUST_BEFORE), POLICY)).isInstanceOf(Shown.Current.class);
        assertThat(used.show(2, idle.plus(JUST_BEFORE), POLICY)).isInstanceOf(Shown.Current.class);
    }

    @Test
    void a_session_reaches_its_age_however_much_it_is_used() {
        Instant end = MONDAY_9AM.plus(POLICY.absolute());
        Live session = aSession();
        for (int day = 1; day < 90; day++) {
            session = rotated(session, MONDAY_9AM.plus(Duration.ofDays(day)), session.generation() + 1);
        }

        assertThat(session.lapsesAt(POLICY)).isEqualTo(end);
        assertThat(session.show(90, end.minus(JUST_BEFORE), POLICY)).isInstanceOf(Shown.Current.class);
        assertThat(session.show(90, end, POLICY)).isInstanceOf(Shown.Final.class);
    }

    @Test
    void an_old_token_of_a_lapsed_session_is_no_theft() {
        Live session = rotated(aSession(), MONDAY_9AM, 2);

        assertThat(closedBy(session.show(1, MONDAY_9AM.plus(POLICY.idle()), POLICY))
                        .facts())
                .containsExactly(new SessionEnded(aSessionId(), KIM, EndReason.LAPSED, MONDAY_9AM.plus(POLICY.idle())));
    }

    @Test
    void a_session_can_go_on_under_another_profile() {
        Live session = rotated(aSession(), MONDAY_9AM, 2);

        Live business = session.under(new Profile.Business(HANBIT));

        assertThat(business.profile()).isEqualTo(new Profile.Business(HANBIT));
        assertThat(business.under(new Profile.Personal())).isEqualTo(session);
    }

    @Test
    void what_is_over_is_over() {
        Closed closed = aSession().end(EndReason.SIGNED_OUT, MONDAY_9AM);

        assertThat(closed.facts())
                .containsExactly(new SessionEnded(aSessionId(), KIM, EndReason.SIGNED_OUT, MONDAY_9AM));
        assertThat(refused(closed.session().live())).isEqualTo(new SessionOver());
        assertThat(accepted(aSession().live())).isEqualTo(aSession());
    }

    @Test
    void a_session_that_was_rotated_says_when_and_a_new_one_was_not() {
        assertThatThrownBy(() -> new Live(
                        anOpening(), new Profile.Personal(), MONDAY_9AM, 1, new Rotation(MONDAY_9AM, sealed(1))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Live(anOpening(), new Profile.Personal(), MONDAY_9AM, 2, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** After some seconds, somebody shows the token that is so much older than the youngest. */
    private record Showing(int seconds, int age) {}

    @Provide
    Arbitrary<List<Showing>> showings() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.frequency(Tuple.of(6, 0), Tuple.of(3, 1), Tuple.of(1, 2)))
                .as(Showing::new)
                .list()
                .ofMaxSize(30);
    }

    @Property
    void a_token_has_one_successor_and_the_family_never_forks(@ForAll("showings") List<Showing> showings) {
        Live session = aSession();
        Instant now = MONDAY_9AM;
        List<SealedSecret> successors = new ArrayList<>();
        for (Showing showing : showings) {
            now = now.plusSeconds(showing.seconds());
            int shown = Math.max(1, session.generation() - showing.age());
            switch (session.show(shown, now, POLICY)) {
                case Shown.Current current -> {
                    assertThat(shown).isEqualTo(successors.size() + 1);
                    successors.add(sealed(shown));
                    session = current.replacedBy(sealed(shown), now);
                }
                case Shown.JustReplaced replaced ->
                    assertThat(replaced.successor()).isEqualTo(successors.get(shown - 1));
                case Shown.Final _ -> {
                    assertThat(shown).isLessThan(session.generation());
                    return;
                }
            }
            assertThat(session.generation()).isEqualTo(successors.size() + 1);
        }
    }

    private static Live rotated(Live session, Instant now, int number) {
        return ((Shown.Current) session.show(session.generation(), now, POLICY)).replacedBy(sealed(number), now);
    }

    private static Closed closedBy(Shown shown) {
        return ((Shown.Final) shown).closed();
    }
}
