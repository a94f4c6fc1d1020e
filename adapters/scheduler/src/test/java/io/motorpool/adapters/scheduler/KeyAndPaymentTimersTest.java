package io.motorpool.adapters.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.motorpool.application.key.TellVehicles;
import io.motorpool.application.payment.AskGateway;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyAndPaymentTimersTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<String> asked = new ArrayList<>();
    private final List<Caller> callers = new ArrayList<>();
    private boolean broken;

    private final KeyTimers keys = new KeyTimers(
            new TellVehicles() {
                @Override
                public Uni<Decision<Integer, Refusal>> expireOffers(Caller caller) {
                    return by(caller, "expire", 2);
                }

                @Override
                public Uni<Decision<Integer, Refusal>> tell(Caller caller) {
                    return by(caller, "tell", 3);
                }
            },
            meters);
    private final AskGateway gateway = caller -> by(caller, "ask", 5);
    private final PaymentTimers payments = new PaymentTimers(gateway, meters);

    private Uni<Decision<Integer, Refusal>> by(Caller caller, String what, int done) {
        return Uni.createFrom().item(() -> {
            asked.add(what);
            callers.add(caller);
            if (broken) {
                throw new IllegalStateException("database gone");
            }
            return Decision.accept(done);
        });
    }

    private static void once(Uni<Void> chore) {
        var _ = chore.await().indefinitely();
    }

    @Test
    void each_asks_for_what_is_its_own_and_counts_what_was_done() {
        once(keys.tellVehicles());
        once(keys.expireOffers());
        once(payments.askGateway());

        assertThat(asked).containsExactly("tell", "expire", "ask");
        assertThat(meters.counter("motorpool.keys.told").count()).isEqualTo(3);
        assertThat(meters.counter("motorpool.keys.expired").count()).isEqualTo(2);
        assertThat(meters.counter("motorpool.payments.answered").count()).isEqualTo(5);
    }

    @Test
    void a_failure_is_told_once_and_the_next_round_goes_on() {
        broken = true;
        try (Logged log = new Logged(Standing.class)) {
            once(keys.tellVehicles());
            once(keys.tellVehicles());
            assertThat(log.messages()).hasSize(1);
        }
        broken = false;

        once(keys.tellVehicles());

        assertThat(meters.counter("motorpool.keys.told").count()).isEqualTo(3);
    }

    @Test
    void they_act_as_motorpool_itself_which_may_do_just_that() {
        once(keys.tellVehicles());
        once(payments.askGateway());

        assertThat(callers).containsOnly(SweepTimer.MOTORPOOL);
        assertThat(SweepTimer.MOTORPOOL.holds(Permission.RUN_SWEEPS)).isTrue();
        assertThat(SweepTimer.MOTORPOOL.holds(Permission.SUPPORT_KEYS)).isFalse();
        assertThat(SweepTimer.MOTORPOOL.holds(Permission.CHARGE_FEES)).isFalse();
    }
}
