package io.motorpool.application.route;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.route.Run.CancellationCause;
import io.motorpool.domain.route.RunId;
import io.motorpool.domain.shared.Version;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** Chauffeurs say it of the runs they drive, operators of any. */
public interface ReportRuns {

    Uni<Decision<RunView, Refusal>> report(Report report);

    /** Many at once, as a division without a live feed sends them the day after: all of them are taken or none is. */
    Uni<Decision<List<RunView>, Refusal>> reportAll(List<Report> reports);

    /** @param seen the version that the caller decided on */
    record Report(Caller caller, RunId run, Version seen, News news) {}

    /** What became of a run. */
    sealed interface News {

        record Left(Instant at) implements News {}

        record Arrived(Instant at) implements News {}

        record Driven(Instant left, Instant arrived) implements News {}

        record DidNotTakePlace(CancellationCause cause) implements News {

            public DidNotTakePlace {
                if (!cause.isReported()) {
                    throw new IllegalArgumentException("nobody reports %s".formatted(cause));
                }
            }
        }

        /** It was reported as driven by mistake: what was charged for it is credited. */
        record ReportedByMistake() implements News {}
    }
}
