package io.motorpool.domain.identity;

import static io.motorpool.domain.Answers.accepted;
import static io.motorpool.domain.Answers.refused;
import static io.motorpool.domain.identity.Fixtures.MONDAY_9AM;
import static io.motorpool.domain.identity.Fixtures.kim;
import static io.motorpool.domain.identity.Fixtures.secret;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.Decision;
import io.motorpool.domain.identity.IdentityRefusal.TooManyAttempts;
import io.motorpool.domain.identity.SignInGuard.Attempt;
import io.motorpool.domain.identity.SignInGuard.Origin;
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
import org.junit.jupiter.api.Test;

class SignInGuardTest {

    private static final Origin HERE = network(1);
    private static final Origin OWN_PHONE = new Origin.Familiar(secret(1).digest());

    private final SignInGuard fresh = SignInGuard.of(LoginDigest.of(kim().email()));

    @Test
    void five_attempts_from_one_source_are_let_through_and_the_sixth_waits() {
        SignInGuard guard = tried(fresh, HERE, 5, MONDAY_9AM);

        assertThat(refused(guard.admit(HERE, MONDAY_9AM))).isEqualTo(new TooManyAttempts(Duration.ofMinutes(15)));
        assertThat(refused(guard.admit(HERE, MONDAY_9AM.plusSeconds(60))))
                .isEqualTo(new TooManyAttempts(Duration.ofMinutes(14)));
    }

    @Test
    void an_attempt_that_is_withdrawn_was_none_and_the_others_still_count() {
        SignInGuard guard = tried(fresh, HERE, 5, MONDAY_9AM);

        SignInGuard withdrawn = guard.withdraw(new SignInGuard.Attempt(HERE, MONDAY_9AM));

        assertThat(withdrawn.attempts()).hasSize(4);
        assertThat(withdrawn.withdraw(new SignInGuard.Attempt(OWN_PHONE, MONDAY_9AM)))
                .isEqualTo(withdrawn);
        assertThat(tried(withdrawn, HERE, 1, MONDAY_9AM)).isEqualTo(guard);
    }

    @Test
    void a_quarter_of_an_hour_later_the_source_may_try_again() {
        SignInGuard guard = tried(fresh, HERE, 5, MONDAY_9AM);

        assertThat(tried(guard, HERE, 5, MONDAY_9AM.plus(SignInGuard.ORIGIN_WINDOW)))
                .isNotNull();
    }

    @Test
    void trying_while_one_has_to_wait_does_not_make_the_wait_longer() {
        SignInGuard guard = tried(fresh, HERE, 5, MONDAY_9AM);

        assertThat(refused(guard.admit(HERE, MONDAY_9AM.plusSeconds(899))))
                .isEqualTo(new TooManyAttempts(Duration.ofSeconds(1)));
        assertThat(accepted(guard.admit(HERE, MONDAY_9AM.plusSeconds(900)))).isNotNull();
    }

    @Test
    void a_source_that_waits_does_not_stop_another() {
        SignInGuard guard = tried(fresh, HERE, 5, MONDAY_9AM);

        assertThat(accepted(guard.admit(network(2), MONDAY_9AM))).isNotNull();
    }

    @Test
    void many_sources_together_are_stopped_after_fifty_within_the_hour() {
        SignInGuard guard = fresh;
        for (int i = 0; i < SignInGuard.UNFAMILIAR; i++) {
            guard = accepted(guard.admit(network(i), MONDAY_9AM.plusSeconds(i)));
        }

        assertThat(refused(guard.admit(network(99), MONDAY_9AM.plusSeconds(50))))
                .isEqualTo(new TooManyAttempts(Duration.ofMinutes(60).minusSeconds(50)));
        assertThat(accepted(guard.admit(network(99), MONDAY_9AM.plus(Duration.ofHours(1)))))
                .isNotNull();
    }

    @Test
    void nobody_can_shut_out_a_device_that_was_here_before() {
        SignInGuard guard = fresh;
        for (int i = 0; i < SignInGuard.UNFAMILIAR; i++) {
            guard = accepted(guard.admit(network(i), MONDAY_9AM));
        }

        assertThat(accepted(guard.admit(OWN_PHONE, MONDAY_9AM))).isNotNull();
    }

    @Test
    void a_stolen_device_cannot_guess_for_ever_either() {
        SignInGuard guard = tried(fresh, OWN_PHONE, 5, MONDAY_9AM);

        assertThat(refused(guard.admit(OWN_PHONE, MONDAY_9AM))).isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void the_right_password_makes_up_for_the_mistakes_of_its_source_only() {
        SignInGuard guard = tried(tried(fresh, HERE, 5, MONDAY_9AM), network(2), 5, MONDAY_9AM);

        SignInGuard forgiven = guard.forgive(HERE);

        assertThat(accepted(forgiven.admit(HERE, MONDAY_9AM))).isNotNull();
        assertThat(refused(forgiven.admit(network(2), MONDAY_9AM))).isInstanceOf(TooManyAttempts.class);
    }

    @Test
    void what_is_old_is_not_remembered() {
        SignInGuard guard = tried(fresh, HERE, 5, MONDAY_9AM);
        Instant anHourLater = MONDAY_9AM.plus(SignInGuard.UNFAMILIAR_WINDOW);

        assertThat(guard.isOver(anHourLater.minusMillis(1))).isFalse();
        assertThat(guard.isOver(anHourLater)).isTrue();
        assertThat(accepted(guard.admit(HERE, anHourLater)).attempts()).containsExactly(new Attempt(HERE, anHourLater));
    }

    /** After some minutes, an attempt from one of a few places. */
    private record Try(int minutes, Origin origin) {}

    @Provide
    Arbitrary<List<Try>> tries() {
        Arbitrary<Origin> origins = Arbitraries.of(
                HERE,
                network(2),
                network(3),
                OWN_PHONE,
                new Origin.Familiar(secret(2).digest()));
        return Combinators.combine(Arbitraries.integers().between(0, 4), origins)
                .as(Try::new)
                .list()
                .ofMaxSize(120);
    }

    @Property(tries = 200)
    void no_window_ever_holds_more_attempts_than_it_may(@ForAll("tries") List<Try> tries) {
        SignInGuard guard = fresh;
        Instant now = MONDAY_9AM;
        List<Attempt> let = new ArrayList<>();
        for (Try next : tries) {
            now = now.plus(Duration.ofMinutes(next.minutes()));
            if (guard.admit(next.origin(), now)
                    instanceof Decision.Accepted<SignInGuard, IdentityRefusal>(var counted)) {
                guard = counted;
                let.add(new Attempt(next.origin(), now));
            }
        }
        assertThat(let).allSatisfy(last -> {
            assertThat(let)
                    .filteredOn(
                            it -> it.origin().equals(last.origin()) && isWithin(it, SignInGuard.ORIGIN_WINDOW, last))
                    .hasSizeLessThanOrEqualTo(SignInGuard.PER_ORIGIN);
            assertThat(let)
                    .filteredOn(it -> it.origin() instanceof Origin.Unfamiliar
                            && isWithin(it, SignInGuard.UNFAMILIAR_WINDOW, last))
                    .hasSizeLessThanOrEqualTo(SignInGuard.UNFAMILIAR);
        });
    }

    @Property(tries = 200)
    void what_a_familiar_device_may_do_depends_on_itself_alone(@ForAll("tries") List<Try> tries) {
        SignInGuard crowded = fresh;
        SignInGuard alone = fresh;
        Instant now = MONDAY_9AM;
        for (Try next : tries) {
            now = now.plus(Duration.ofMinutes(next.minutes()));
            var inTheCrowd = crowded.admit(next.origin(), now);
            if (next.origin().equals(OWN_PHONE)) {
                var byItself = alone.admit(OWN_PHONE, now);
                assertThat(inTheCrowd.getClass()).isEqualTo(byItself.getClass());
                alone = byItself.fold(it -> it, _ -> fresh).attempts().isEmpty()
                        ? alone
                        : byItself.fold(it -> it, _ -> fresh);
            }
            SignInGuard before = crowded;
            crowded = inTheCrowd.fold(it -> it, _ -> before);
        }
    }

    private static boolean isWithin(Attempt attempt, Duration window, Attempt last) {
        return !attempt.at().isAfter(last.at()) && attempt.at().plus(window).isAfter(last.at());
    }

    private static SignInGuard tried(SignInGuard guard, Origin origin, int times, Instant at) {
        SignInGuard tried = guard;
        for (int i = 0; i < times; i++) {
            tried = accepted(tried.admit(origin, at));
        }
        return tried;
    }

    private static Origin network(int number) {
        return new Origin.Unfamiliar(new SourceNetwork("10.0.%d.0/24".formatted(number)));
    }
}
