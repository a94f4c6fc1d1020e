package io.motorpool.adapters.rest.reconciliation;

import io.motorpool.domain.reconciliation.Gate.Obstacle;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What keeps traffic from moving. */
@Schema(name = "GateObstacle")
record ObstacleBody(
        @Schema(required = true) Kind kind,

        @Schema(
                required = true,
                minimum = "1",
                description = "How many differences, missing seconds, missing events or waiting reservations")
        long amount) {

    @Schema(name = "GateObstacleKind")
    enum Kind {
        UNEXPLAINED_DIFFERENCES,
        SECONDS_TO_WATCH,
        EVENTS_TO_HEAR,
        RESERVATIONS_TO_COMPARE
    }

    static ObstacleBody of(Obstacle obstacle) {
        return switch (obstacle) {
            case Obstacle.Unexplained(var differences) -> new ObstacleBody(Kind.UNEXPLAINED_DIFFERENCES, differences);
            case Obstacle.WatchedTooShortly(var missing) ->
                new ObstacleBody(
                        Kind.SECONDS_TO_WATCH,
                        missing.plusSeconds(1).minusNanos(1).toSeconds());
            case Obstacle.TooFewEvents(var missing) -> new ObstacleBody(Kind.EVENTS_TO_HEAR, missing);
            case Obstacle.NotCompared(var reservations) -> new ObstacleBody(Kind.RESERVATIONS_TO_COMPARE, reservations);
        };
    }
}
