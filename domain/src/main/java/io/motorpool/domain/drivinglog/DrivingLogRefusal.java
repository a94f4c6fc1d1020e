package io.motorpool.domain.drivinglog;

import io.motorpool.domain.Refusal;
import java.util.List;

/** Why something about the driving log is declined. */
public sealed interface DrivingLogRefusal extends Refusal {

    /** It was never driven, is not over, or lacks a reading: a decision would say nothing. */
    record NothingToDecide() implements DrivingLogRefusal {}

    /** What the trip drove does not lie between what the odometer showed before it and after it. */
    record TripDoesNotFit(int lowest, int highest) implements DrivingLogRefusal {}

    /** The vehicle was driven by somebody else at that time. */
    record TripMeetsAnother() implements DrivingLogRefusal {}

    /** Only what has been driven can be put in. */
    record TripInTheFuture() implements DrivingLogRefusal {}

    /** The period is closed: its sheet is what was handed in. */
    record LogClosed(TaxPeriod period) implements DrivingLogRefusal {}

    /** The period is still running. */
    record TaxPeriodNotOver(TaxPeriod period) implements DrivingLogRefusal {}

    /** Somebody has to decide about some entries first. */
    record ReviewsOpen(long entries) implements DrivingLogRefusal {}

    /** Odometers run backwards in these rows; they have to be put right first. */
    record OdometersBlock(List<OdometerFinding.Backwards> rows) implements DrivingLogRefusal {
        public OdometersBlock {
            rows = List.copyOf(rows);
        }
    }

    /** Somebody said something about the log while it was being closed: look at it and close again. */
    record LogChangedMeanwhile() implements DrivingLogRefusal {}

    /** The workbook is still being made, or could not be. */
    record ExportNotReady() implements DrivingLogRefusal {}

    /** No vehicle owes a log in this period. */
    record NothingToLog() implements DrivingLogRefusal {}
}
