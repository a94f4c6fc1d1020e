package io.motorpool.bootstrap;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.motorpool.application.identity.PasswordHasher;
import io.motorpool.domain.identity.Password;
import io.motorpool.domain.identity.PasswordHash;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/**
 * Counts hashes and how long they and the wait for them took. There is one meter for comparing with somebody's password and
 * with nobody's: whoever reads the meters learns no more than whoever signs in.
 */
final class MeteredPasswordHasher implements PasswordHasher {

    static final String NAME = "motorpool.passwords";

    private final PasswordHasher hasher;
    private final Timer made;
    private final Timer compared;

    MeteredPasswordHasher(PasswordHasher hasher, MeterRegistry meters) {
        this.hasher = hasher;
        this.made = meters.timer(NAME, "work", "made");
        this.compared = meters.timer(NAME, "work", "compared");
    }

    @Override
    public Uni<PasswordHash> hash(Password password) {
        return timed(made, () -> hasher.hash(password));
    }

    @Override
    public Uni<Match> check(Password shown, PasswordHash kept) {
        return timed(compared, () -> hasher.check(shown, kept));
    }

    @Override
    public Uni<Match> checkNobody(Password shown) {
        return timed(compared, () -> hasher.checkNobody(shown));
    }

    private static <T> Uni<T> timed(Timer timer, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Timer.Sample begun = Timer.start();
            return work.get().onItem().invoke(() -> begun.stop(timer));
        });
    }
}
