package io.motorpool.application.shared;

import static io.motorpool.application.shared.RefusalCatalogue.broken;
import static io.motorpool.application.shared.RefusalCatalogue.conflict;

import io.motorpool.application.shared.Explained.Kind;
import io.motorpool.domain.drivinglog.DrivingLogRefusal;
import io.motorpool.domain.drivinglog.OdometerFinding.Backwards;
import io.motorpool.domain.drivinglog.TaxPeriod;
import java.util.Map;
import java.util.stream.Collectors;

/** The catalogue's page about the driving log. */
final class DrivingLogRefusals {

    private DrivingLogRefusals() {}

    static Explained explain(DrivingLogRefusal refusal) {
        return switch (refusal) {
            case DrivingLogRefusal.NothingToDecide _ ->
                conflict("nothing-to-decide", "It was not driven, is not over, or lacks a reading of the odometer.");
            case DrivingLogRefusal.TripDoesNotFit(var lowest, var highest) ->
                new Explained(
                        "trip-does-not-fit",
                        Kind.BROKEN_RULE,
                        "The readings do not lie between those before and after the trip.",
                        Map.of("lowestKm", Integer.toString(lowest), "highestKm", Integer.toString(highest)));
            case DrivingLogRefusal.TripMeetsAnother _ ->
                conflict("trip-meets-another", "The vehicle was driven on another trip at that time.");
            case DrivingLogRefusal.TripInTheFuture _ ->
                broken("trip-in-the-future", "Only what has been driven can be put in.");
            case DrivingLogRefusal.LogClosed(var period) ->
                ofPeriod("log-closed", "The tax period is closed. Nothing can be said about it any more.", period);
            case DrivingLogRefusal.TaxPeriodNotOver(var period) ->
                ofPeriod("tax-period-not-over", "The tax period is not over yet.", period);
            case DrivingLogRefusal.ReviewsOpen(var entries) ->
                conflict(
                        "reviews-open",
                        "Somebody has to decide about some entries first.",
                        "entries",
                        Long.toString(entries));
            case DrivingLogRefusal.OdometersBlock(var rows) ->
                conflict(
                        "odometers-block",
                        "Odometers run backwards in some rows. Correct them first.",
                        "rows",
                        rows.stream().map(DrivingLogRefusals::row).collect(Collectors.joining(",")));
            case DrivingLogRefusal.LogChangedMeanwhile _ ->
                conflict("log-changed-meanwhile", "Somebody said something about the log meanwhile. Look at it again.");
            case DrivingLogRefusal.ExportNotReady _ ->
                conflict("export-not-ready", "The workbook is still being made, or could not be.");
            case DrivingLogRefusal.NothingToLog _ ->
                conflict("nothing-to-log", "No vehicle of the company owes a log for this period.");
        };
    }

    private static Explained ofPeriod(String code, String sentence, TaxPeriod period) {
        return new Explained(
                code,
                Kind.CONFLICT,
                sentence,
                Map.of("from", period.from().toString(), "until", period.until().toString()));
    }

    /** The trip, its day, and what the odometer showed after what. */
    private static String row(Backwards row) {
        return "%s %s %s %d<%d".formatted(row.vehicle(), row.trip(), row.date(), row.reading(), row.last());
    }
}
