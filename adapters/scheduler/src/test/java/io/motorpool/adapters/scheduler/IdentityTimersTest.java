package io.motorpool.adapters.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.motorpool.application.identity.ForgetOldThings;
import io.motorpool.application.identity.KeyRingView;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityTimersTest {

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<Caller> callers = new ArrayList<>();
    private Uni<Decision<KeyRingView, Refusal>> turned =
            Uni.createFrom().item(Decision.accept(new KeyRingView(List.of(), 0, false)));

    private final IdentityTimers timers = new IdentityTimers(
            caller -> by(caller, turned),
            caller -> by(caller, Uni.createFrom().item(Decision.accept(3))),
            caller -> by(caller, Uni.createFrom().item(Decision.accept(new ForgetOldThings.Report(1, 2)))),
            meters);

    @Test
    void they_act_as_motorpool_itself_which_may_do_just_that() {
        once(timers.turnKeyRing());
        once(timers.sendLetters());
        once(timers.forgetOldThings());

        assertThat(callers).hasSize(3).containsOnly(SweepTimer.MOTORPOOL);
        assertThat(SweepTimer.MOTORPOOL.holds(Permission.ROTATE_KEYS)).isTrue();
        assertThat(SweepTimer.MOTORPOOL.holds(Permission.MANAGE_KEYS)).isFalse();
        assertThat(SweepTimer.MOTORPOOL.holds(Permission.MANAGE_USERS)).isFalse();
    }

    @Test
    void letters_are_counted() {
        once(timers.sendLetters());
        once(timers.sendLetters());

        assertThat(meters.get("motorpool.letters.sent").counter().count()).isEqualTo(6);
    }

    @Test
    void a_refusal_is_noticed() {
        turned = Uni.createFrom().item(Decision.refuse(new NotPermitted(Permission.ROTATE_KEYS)));

        try (Logged log = new Logged(Standing.class)) {
            once(timers.turnKeyRing());

            assertThat(log.messages()).hasSize(1);
        }
    }

    private <T> Uni<T> by(Caller caller, Uni<T> answer) {
        callers.add(caller);
        return answer;
    }

    private static void once(Uni<Void> timer) {
        var _ = timer.await().indefinitely();
    }
}
