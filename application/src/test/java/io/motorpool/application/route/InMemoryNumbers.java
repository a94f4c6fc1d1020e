package io.motorpool.application.route;

import io.smallrye.mutiny.Uni;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** Series of numbers in memory. */
public final class InMemoryNumbers implements Numbers {

    private final Map<Series, AtomicLong> last = new EnumMap<>(Series.class);

    public InMemoryNumbers() {
        for (Series series : Series.values()) {
            last.put(series, new AtomicLong());
        }
    }

    @Override
    public Uni<Long> draw(Series series) {
        return Uni.createFrom()
                .item(() -> Objects.requireNonNull(last.get(series)).incrementAndGet());
    }
}
