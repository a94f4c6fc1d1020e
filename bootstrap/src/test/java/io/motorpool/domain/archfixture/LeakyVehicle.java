package io.motorpool.domain.archfixture;

import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Everything that the model must not do, in one place. */
final class LeakyVehicle {

    private LeakyVehicle() {}

    static Instant ownClock() {
        return Instant.now();
    }

    static Instant waits(Uni<Instant> answer) {
        return answer.await().indefinitely();
    }
}
