package io.motorpool.application.update;

import java.time.Duration;

/**
 * How often something that is watched is looked at.
 *
 * @param gap between two looks of one watcher at least, however often it changes
 * @param silence after which it is looked at without anybody having told, and after which whoever watches is told that nothing
 *     has changed
 * @param afterFailure when it is looked at again after a look that failed
 * @param longest after which whoever watches has to come again
 */
public record Pace(Duration gap, Duration silence, Duration afterFailure, Duration longest) {

    /** Who comes again has lost nothing, since they say what they have seen. */
    public static final Pace USUAL =
            new Pace(Duration.ofMillis(250), Duration.ofSeconds(15), Duration.ofSeconds(1), Duration.ofMinutes(30));
}
