package io.motorpool.domain.reconciliation;

import io.motorpool.domain.reservation.ReservationStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody must have done in the legacy system for its row to have changed like that. */
public enum ShadowStep {
    RESERVE,
    CHANGE_VEHICLE,
    RESCHEDULE,
    START,
    RETURN,
    FORCE_RETURN,
    CANCEL,
    MARK_NO_SHOW,
    /** Brought back what was over. */
    REOPEN;

    /** In the order in which they must have been done. */
    static List<ShadowStep> between(@Nullable LegacyRow before, LegacyRow after) {
        List<ShadowStep> steps = new ArrayList<>();
        if (before == null) {
            steps.add(RESERVE);
            steps.addAll(to(after.status(), ReservationStatus.RESERVED));
            return steps;
        }
        if (!before.vehicle().equals(after.vehicle())) {
            steps.add(CHANGE_VEHICLE);
        }
        if (!before.period().equals(after.period())) {
            steps.add(RESCHEDULE);
        }
        steps.addAll(to(after.status(), before.status()));
        return steps;
    }

    private static List<ShadowStep> to(ReservationStatus wanted, ReservationStatus from) {
        if (wanted == from) {
            return List.of();
        }
        boolean waiting = from == ReservationStatus.RESERVED;
        return switch (wanted) {
            case RESERVED -> List.of(REOPEN);
            case IN_USE -> List.of(START);
            case RETURNED -> waiting ? List.of(START, RETURN) : List.of(RETURN);
            case FORCE_RETURNED -> waiting ? List.of(START, FORCE_RETURN) : List.of(FORCE_RETURN);
            case CANCELLED -> List.of(CANCEL);
            case NO_SHOW -> List.of(MARK_NO_SHOW);
        };
    }
}
