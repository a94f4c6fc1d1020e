package io.motorpool.domain.shared;

import java.time.Duration;
import java.time.Instant;

/**
 * Something that somebody far away has to be asked until they have answered. It is stored before anybody asks, so that
 * whoever comes after one who was lost knows when their turn is (ADR-0036).
 *
 * @param failures how often it was asked in vain
 * @param due when to ask next: while somebody is asking, the end of their lease
 */
public record Errand(int failures, Instant due) {

    /** How long after the first failure to ask again; twice as long after each further one. */
    public static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    public static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    public static Errand from(Instant now) {
        return new Errand(0, now);
    }

    public Errand begun(Instant now, Duration lease) {
        return new Errand(failures, now.plus(lease));
    }

    public Errand failed(Instant now) {
        return new Errand(failures + 1, now.plus(pause()));
    }

    public boolean isDue(Instant now) {
        return !due.isAfter(now);
    }

    private Duration pause() {
        Duration pause = FIRST_PAUSE;
        for (int i = 0; i < failures && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
