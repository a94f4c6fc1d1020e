package io.motorpool.application.identity;

import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Used assertions in memory. */
final class InMemoryUsedAssertions implements UsedAssertions {

    private record Name(UserId service, String assertion) {}

    private final Rows<Name, Instant> rows = new Rows<>();

    @Override
    public Uni<Boolean> use(UserId service, String assertion, Instant until) {
        return Uni.createFrom().item(() -> {
            Name name = new Name(service, assertion);
            boolean first = rows.get(name).isEmpty();
            if (first) {
                rows.put(name, until);
            }
            return first;
        });
    }

    @Override
    public Uni<Integer> forgetOver(Instant now, int atMost) {
        return Uni.createFrom().item(() -> rows.forget(until -> !until.isAfter(now), atMost));
    }

    Runnable snapshot() {
        return rows.snapshot();
    }
}
