package io.motorpool.domain.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When traffic may move: no unexplained difference in so many days, over at least so many events.
 *
 * @param days 1 to 365
 * @param events 1 or more
 */
public record Gate(int days, long events) {

    public Gate {
        if (days < 1 || days > 365) {
            throw new IllegalArgumentException("a gate looks back 1 to 365 days");
        }
        if (events < 1) {
            throw new IllegalArgumentException("a gate asks for at least one event");
        }
    }

    public Duration reach() {
        return Duration.ofDays(days);
    }

    /**
     * What was seen since the gate's reach began.
     *
     * @param observedSince since when the legacy system has been watched; absent if it never was
     * @param events how many of its changes were compared
     * @param unexplained reservations whose verdict is an unexplained difference, and messages that nobody could read
     * @param waiting reservations that are not compared yet
     */
    public record Evidence(@Nullable Instant observedSince, long events, long unexplained, long waiting) {}

    /** What still keeps it shut. */
    public sealed interface Obstacle {

        record Unexplained(long differences) implements Obstacle {}

        /** It has not been watched for so long. */
        record WatchedTooShortly(Duration missing) implements Obstacle {}

        record TooFewEvents(long missing) implements Obstacle {}

        record NotCompared(long reservations) implements Obstacle {}
    }

    /** Empty when it is open. */
    public List<Obstacle> obstacles(Evidence evidence, Instant now) {
        List<Obstacle> obstacles = new ArrayList<>();
        if (evidence.unexplained() > 0) {
            obstacles.add(new Obstacle.Unexplained(evidence.unexplained()));
        }
        if (evidence.waiting() > 0) {
            obstacles.add(new Obstacle.NotCompared(evidence.waiting()));
        }
        Instant since = evidence.observedSince() == null ? now : evidence.observedSince();
        Duration watched = Duration.between(since, now);
        if (watched.compareTo(reach()) < 0) {
            obstacles.add(new Obstacle.WatchedTooShortly(reach().minus(watched)));
        }
        if (evidence.events() < events) {
            obstacles.add(new Obstacle.TooFewEvents(events - evidence.events()));
        }
        return obstacles;
    }
}
