package io.motorpool.adapters.erp;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.settlement.ErpFixtures;
import io.motorpool.application.settlement.ErpLedger;
import io.motorpool.application.settlement.Posting;
import io.motorpool.application.settlement.Registration;
import io.motorpool.application.settlement.VehicleRegister;
import io.motorpool.sandbox.sap.Fault;
import io.motorpool.sandbox.sap.SapPart;
import io.motorpool.sandbox.sap.Switchboard.Meant;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The adapter as it is wired: configuration, guard and client come from Quarkus. */
@QuarkusTest
@QuarkusTestResource(value = SapForTests.class, restrictToAnnotatedClass = true)
class ErpInQuarkusTest {

    @Inject
    ErpLedger ledger;

    @Inject
    VehicleRegister register;

    @Inject
    Vertx vertx;

    /** Set by {@link SapForTests}. */
    @SuppressWarnings("NullAway.Init")
    SapPart sap;

    @Singleton
    static class Time {

        @Produces
        @Singleton
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    private record Seen<T>(T answer, boolean sameContext) {}

    @Test
    void a_charge_is_posted_through_a_retry_and_answered_on_the_context_of_the_caller() throws Exception {
        sap.switchboard().next(Meant.WRITES, new Fault.Refuses(429, Duration.ZERO));

        Seen<Posting> seen = onContext(() -> ledger.post(ErpFixtures.aCharge(), null));

        assertThat(seen.answer()).isInstanceOf(Posting.Posted.class);
        assertThat(seen.sameContext()).isTrue();
    }

    @Test
    void a_vehicle_is_registered() throws Exception {
        Seen<Registration> seen = onContext(() -> register.place(ErpFixtures.aPlacement(), null));

        assertThat(seen.answer()).isInstanceOf(Registration.Registered.class);
        assertThat(seen.sameContext()).isTrue();
    }

    private <T> Seen<T> onContext(Supplier<Uni<T>> work) throws Exception {
        CompletableFuture<Seen<T>> done = new CompletableFuture<>();
        Context context = vertx.getOrCreateContext();
        context.runOnContext(_ -> {
            var _ = work.get()
                    .subscribe()
                    .with(
                            answer -> done.complete(new Seen<>(answer, Vertx.currentContext() == context)),
                            done::completeExceptionally);
        });
        return done.get(30, TimeUnit.SECONDS);
    }
}
