package io.motorpool.application.route;

import io.motorpool.domain.route.Run;
import io.motorpool.domain.route.Run.CancellationCause;
import io.motorpool.domain.route.Run.Cancelled;
import io.motorpool.domain.route.Run.Completed;
import io.motorpool.domain.route.Run.InProgress;
import io.motorpool.domain.route.Run.Scheduled;
import io.motorpool.domain.route.RunPlan;
import io.motorpool.domain.route.RunStatus;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A run as callers see it. */
public record RunView(
        RunPlan plan,
        RunStatus status,
        @Nullable Instant left,
        @Nullable Instant arrived,
        @Nullable CancellationCause cause,
        Version version) {

    static RunView of(Versioned<? extends Run> stored) {
        Version version = stored.version();
        return switch (stored.value()) {
            case Scheduled run -> new RunView(run.plan(), run.status(), null, null, null, version);
            case InProgress run -> new RunView(run.plan(), run.status(), run.left(), null, null, version);
            case Completed run -> new RunView(run.plan(), run.status(), run.left(), run.arrived(), null, version);
            case Cancelled run -> new RunView(run.plan(), run.status(), null, null, run.cause(), version);
        };
    }

    /** What an audit entry says of it: the values, by name. */
    Map<String, String> facts() {
        Map<String, String> facts = new TreeMap<>();
        facts.put("departure", plan.departure().toString());
        facts.put("status", status.name());
        if (left != null) {
            facts.put("left", left.toString());
        }
        if (arrived != null) {
            facts.put("arrived", arrived.toString());
        }
        if (cause != null) {
            facts.put("cause", cause.name());
        }
        return facts;
    }
}
