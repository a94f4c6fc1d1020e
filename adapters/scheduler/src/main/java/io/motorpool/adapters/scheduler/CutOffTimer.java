package io.motorpool.adapters.scheduler;

import io.motorpool.application.identity.CutOffList;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Keeps this node's cut-off list young, so that no request has to wait for it. */
@ApplicationScoped
class CutOffTimer {

    private final CutOffList cutOffs;
    private final Repetition repetition;
    private final Chore refreshing = new Chore("the cut-off list");

    CutOffTimer(CutOffList cutOffs, Vertx vertx) {
        this.cutOffs = cutOffs;
        this.repetition = new Repetition(vertx, this::refresh);
    }

    void start(@Observes StartupEvent started) {
        repetition.start();
    }

    /** Nothing is lost with a look that is cut off. */
    void stop(@Observes ShutdownEvent stopped) {
        var _ = repetition.stop();
    }

    Uni<Duration> refresh() {
        return refreshing.run(cutOffs::refresh).replaceWith(CutOffList.REFRESHED_EVERY);
    }
}
