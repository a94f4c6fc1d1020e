package io.motorpool.application.shared;

import io.motorpool.application.shared.Explained.Kind;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal;
import io.motorpool.domain.company.CompanyRefusal;
import io.motorpool.domain.drivinglog.DrivingLogRefusal;
import io.motorpool.domain.fleet.FleetRefusal;
import io.motorpool.domain.identity.IdentityRefusal;
import io.motorpool.domain.key.KeyRefusal;
import io.motorpool.domain.payment.PaymentRefusal;
import io.motorpool.domain.reconciliation.ReconciliationRefusal;
import io.motorpool.domain.reservation.ReservationRefusal;
import io.motorpool.domain.route.RouteRefusal;
import io.motorpool.domain.settlement.Blocker;
import io.motorpool.domain.settlement.SettlementRefusal;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What every refusal is called, outside: the one exhaustive switch. REST and gRPC translate the kind into a status of
 * their own and take the code, the sentence and the facts as they are; so the same refusal is the same everywhere.
 */
public final class RefusalCatalogue {

    private static final String RETRY_AFTER = "retryAfterSeconds";

    private RefusalCatalogue() {}

    public static Explained explain(Refusal refusal) {
        return switch (refusal) {
            case AccessRefusal access -> ofAccess(access);
            case CompanyRefusal company -> ofCompany(company);
            case DrivingLogRefusal log -> DrivingLogRefusals.explain(log);
            case FleetRefusal fleet -> ofFleet(fleet);
            case IdentityRefusal identity -> ofIdentity(identity);
            case ReconciliationRefusal.NothingDiffers _ ->
                conflict("nothing-differs", "Both systems agree about this reservation.");
            case ReconciliationRefusal.RuleIsOver(var now) ->
                broken("rule-is-over", "A rule ends in the future.", "now", now.toString());
            case ReservationRefusal reservation -> ofReservation(reservation);
            case KeyRefusal key -> KeyRefusals.explain(key);
            case PaymentRefusal payment -> PaymentRefusals.explain(payment);
            case RouteRefusal route -> RouteRefusals.explain(route);
            case SettlementRefusal settlement -> SettlementRefusals.explain(settlement);
        };
    }

    /** What is in the way of confirming a settlement is called, wherever it is told. */
    public static String kindOf(Blocker blocker) {
        return SettlementRefusals.kind(blocker);
    }

    private static Explained ofAccess(AccessRefusal refusal) {
        return switch (refusal) {
            case AccessRefusal.NotFound(var thing) ->
                new Explained(
                        "not-found",
                        Kind.UNKNOWN,
                        "There is no such " + words(thing) + ".",
                        Map.of("what", words(thing)));
            case AccessRefusal.NotPermitted(var missing) ->
                new Explained(
                        "not-permitted",
                        Kind.FORBIDDEN,
                        "Your role does not allow this.",
                        Map.of("permission", missing.name()));
            case AccessRefusal.Stale(var seen, var current) ->
                new Explained(
                        "stale-version",
                        Kind.STALE,
                        "It has changed since you read it. Read it again and decide anew.",
                        Map.of("seen", text(seen.value()), "current", text(current.value())));
            case AccessRefusal.IdempotencyKeyReused _ ->
                broken("idempotency-key-reused", "This idempotency key was used for another request.");
            case AccessRefusal.RequestInFlight _ ->
                conflict("request-in-flight", "The first request with this idempotency key is still being answered.");
            case AccessRefusal.TooManyWatches(var most, var retryAfter) ->
                new Explained(
                        "too-many-watches",
                        Kind.THROTTLED,
                        "You watch as much as you can at once. Stop watching something else first.",
                        Map.of("most", text(most), RETRY_AFTER, seconds(retryAfter)));
        };
    }

    private static Explained ofCompany(CompanyRefusal refusal) {
        return switch (refusal) {
            case CompanyRefusal.BusinessNumberTaken _ ->
                conflict("business-number-taken", "A company is already registered under this business number.");
            case CompanyRefusal.CompanyRetired _ ->
                conflict("company-retired", "The company has left and can no longer be changed.");
            case CompanyRefusal.AlreadyMember _ ->
                conflict("already-member", "The user already belongs to the company.");
            case CompanyRefusal.MemberRetired _ ->
                conflict("member-retired", "The membership has ended and can no longer be changed.");
            case CompanyRefusal.StillInUse(var reservations, var vehicles) ->
                new Explained(
                        "still-in-use",
                        Kind.CONFLICT,
                        "Active reservations or vehicles stand in the way. End or move them first.",
                        Map.of("activeReservations", text(reservations), "vehicles", text(vehicles)));
        };
    }

    private static Explained ofFleet(FleetRefusal refusal) {
        return switch (refusal) {
            case FleetRefusal.PlateTaken _ -> conflict("plate-taken", "A vehicle with this plate is already known.");
            case FleetRefusal.VinTaken _ -> conflict("vin-taken", "A vehicle with this VIN is already known.");
            case FleetRefusal.VehicleRetired _ ->
                conflict("vehicle-retired", "The vehicle has left the fleet and can no longer be changed.");
            case FleetRefusal.OdometerRunsBackwards(var reading, var last) -> odometerRunsBackwards(reading, last);
            case FleetRefusal.VehicleStillReserved(var occupancies) ->
                new Explained(
                        "vehicle-still-reserved",
                        Kind.CONFLICT,
                        "Reservations or blocks still stand on the vehicle. End or move them first.",
                        Map.of("occupancies", text(occupancies)));
            case FleetRefusal.ZoneRetired _ -> conflict("zone-retired", "The zone has been given up.");
            case FleetRefusal.ZoneStillHoldsVehicles(var vehicles) ->
                new Explained(
                        "zone-still-holds-vehicles",
                        Kind.CONFLICT,
                        "Vehicles still stand in the zone. Move them first.",
                        Map.of("vehicles", text(vehicles)));
            case FleetRefusal.PlanWindowRetired _ ->
                conflict("plan-window-retired", "The business-plan window has ended and can no longer be changed.");
            case FleetRefusal.PlanWindowOverlaps _ ->
                conflict(
                        "plan-window-overlaps",
                        "Another business-plan window of the vehicle covers some of these hours.");
            case FleetRefusal.TooLargeToTell(var most) ->
                broken(
                        "too-large-to-tell",
                        "The company has more of this than fits into one answer, and a part would pass for the whole.",
                        "most",
                        text(most));
        };
    }

    private static Explained ofReservation(ReservationRefusal refusal) {
        return switch (refusal) {
            case ReservationRefusal.VehicleTaken(var kind, var period) ->
                new Explained(
                        "vehicle-taken",
                        Kind.CONFLICT,
                        "The vehicle is taken in that time.",
                        inTheWay(kind.name(), period));
            case ReservationRefusal.DriverBusy(var period) ->
                new Explained(
                        "driver-busy",
                        Kind.CONFLICT,
                        "The driver has another vehicle in that time.",
                        inTheWay("RESERVATION", period));
            case ReservationRefusal.OffGrid(var grid) ->
                limit("off-grid", "Start and end lie on full ten minutes.", "grid", grid);
            case ReservationRefusal.TooShort(var shortest) ->
                limit("too-short", "The period is shorter than a reservation can be.", "shortest", shortest);
            case ReservationRefusal.TooLong(var longest) ->
                limit("too-long", "The period is longer than a reservation can be.", "longest", longest);
            case ReservationRefusal.StartInThePast(var earliest) ->
                broken("start-in-the-past", "The start lies in the past.", "earliest", earliest.toString());
            case ReservationRefusal.EndInThePast(var now) ->
                broken("end-in-the-past", "The end lies in the past.", "now", now.toString());
            case ReservationRefusal.BeyondHorizon(var latest) ->
                broken("beyond-horizon", "The period lies too far ahead.", "latest", latest.toString());
            case ReservationRefusal.VehicleNotInService(var status) ->
                conflict("vehicle-not-in-service", "The vehicle cannot be driven now.", "vehicleStatus", status.name());
            case ReservationRefusal.DriverNotEligible(var lack) ->
                broken("driver-not-eligible", "The driver cannot drive this vehicle then.", "lack", lack.name());
            case ReservationRefusal.CompanyNotActive _ -> conflict("company-not-active", "The company has left.");
            case ReservationRefusal.NotPossibleNow(var status, var step) ->
                new Explained(
                        "not-possible-now",
                        Kind.CONFLICT,
                        "As the reservation stands now, this cannot be done with it.",
                        Map.of("reservationStatus", status.name(), "step", step.name()));
            case ReservationRefusal.StartIsFixed(var start) ->
                broken("start-is-fixed", "What has begun keeps its start.", "start", start.toString());
            case ReservationRefusal.OutsideReservedPeriod(var reserved) ->
                new Explained(
                        "outside-reserved-period",
                        Kind.CONFLICT,
                        "The vehicle is handed over only within the reserved period.",
                        Map.of(
                                "reserved.start",
                                reserved.start().toString(),
                                "reserved.end",
                                reserved.end().toString()));
            case ReservationRefusal.VehicleStillOut _ ->
                conflict("vehicle-still-out", "The vehicle has not been brought back yet.");
            case ReservationRefusal.OdometerRunsBackwards(var reading, var last) ->
                odometerRunsBackwards(reading, last);
            case ReservationRefusal.ReasonRequired _ ->
                broken("reason-required", "Acting for somebody else needs a reason with a code.");
            case ReservationRefusal.NoShowTooEarly(var from) ->
                conflict("no-show-too-early", "The driver still has time to come.", "from", from.toString());
            case ReservationRefusal.NotOverdue(var end) ->
                conflict("not-overdue", "The vehicle is not late.", "end", end.toString());
            case ReservationRefusal.SameVehicle _ ->
                broken("same-vehicle", "This vehicle is the one already reserved.");
            case ReservationRefusal.ReservationsInTheWay(var reservations) ->
                conflict(
                        "reservations-in-the-way",
                        "Reservations stand in that time. Ask to relocate them, or choose another time.",
                        "reservations",
                        list(reservations));
            case ReservationRefusal.NotRelocatable(var reservations) ->
                conflict(
                        "not-relocatable",
                        "No equal vehicle is free for these reservations, or they are running. Nothing was changed.",
                        "reservations",
                        list(reservations));
            case ReservationRefusal.Contended _ ->
                conflict("contended", "Others changed the same schedule at the same moment. Ask again.");
        };
    }

    private static Explained ofIdentity(IdentityRefusal refusal) {
        return switch (refusal) {
            case IdentityRefusal.SignInRefused _ ->
                stranger("sign-in-refused", "Nobody signs in with this address and this password.");
            case IdentityRefusal.TooManyAttempts(var retryAfter) ->
                later(
                        "too-many-attempts",
                        "Too many attempts to sign in. Wait, or use a device you used before.",
                        retryAfter);
            case IdentityRefusal.TooManyRequests(var retryAfter) ->
                later("too-many-requests", "Too many requests. Wait a little.", retryAfter);
            case IdentityRefusal.ProfileNotYours _ ->
                new Explained("profile-not-yours", Kind.FORBIDDEN, "You cannot act under this profile.", Map.of());
            case IdentityRefusal.RefreshRefused _ ->
                stranger("refresh-refused", "This refresh token is not known. Sign in.");
            case IdentityRefusal.SessionOver _ -> stranger("session-over", "The session is over. Sign in again.");
            case IdentityRefusal.LinkRefused _ ->
                broken("link-refused", "This link is not valid, or not any longer. Ask for a new one.");
            case IdentityRefusal.PasswordTooWeak(var weakness) ->
                broken(
                        "password-too-weak",
                        "Choose a password that is longer and harder to guess.",
                        "weakness",
                        weakness.name());
            case IdentityRefusal.PasswordWrong _ -> broken("password-wrong", "This is not your present password.");
            case IdentityRefusal.EmailTaken _ -> conflict("email-taken", "Another user signs in with this address.");
            case IdentityRefusal.NotPossibleForUser(var status) ->
                conflict(
                        "not-possible-for-user",
                        "The user is past or before the point where this can be done.",
                        "userStatus",
                        status.name());
            case IdentityRefusal.OwnAccount _ ->
                new Explained(
                        "own-account", Kind.FORBIDDEN, "Ask a colleague: nobody does this to themselves.", Map.of());
            case IdentityRefusal.OperatorExists _ ->
                conflict("operator-exists", "The division has an operator, who can invite others.");
            case IdentityRefusal.NotPossibleForService(var enabled) ->
                conflict(
                        "not-possible-for-service", "The service is so already.", "enabled", Boolean.toString(enabled));
            case IdentityRefusal.TooManyKeys(var most) ->
                conflict("too-many-keys", "Remove a key of the service first.", "most", text(most));
            case IdentityRefusal.ClientRefused _ -> stranger("client-refused", "The service did not prove who it is.");
            case IdentityRefusal.LegacyRefused _ ->
                stranger("legacy-refused", "This token is not accepted any more. Sign in.");
        };
    }

    private static Explained stranger(String code, String sentence) {
        return new Explained(code, Kind.UNAUTHENTICATED, sentence, Map.of());
    }

    /** In whole seconds, as HTTP tells it; never too early. */
    private static Explained later(String code, String sentence, Duration retryAfter) {
        return new Explained(code, Kind.THROTTLED, sentence, Map.of(RETRY_AFTER, seconds(retryAfter)));
    }

    private static String seconds(Duration retryAfter) {
        return text(retryAfter.plusNanos(999_999_999).toSeconds());
    }

    private static Explained odometerRunsBackwards(int reading, int last) {
        return new Explained(
                "odometer-runs-backwards",
                Kind.BROKEN_RULE,
                "The reading is below the last one.",
                Map.of("readingKm", text(reading), "lastKm", text(last)));
    }

    static Explained conflict(String code, String sentence) {
        return new Explained(code, Kind.CONFLICT, sentence, Map.of());
    }

    static Explained conflict(String code, String sentence, String fact, String value) {
        return new Explained(code, Kind.CONFLICT, sentence, Map.of(fact, value));
    }

    static Explained broken(String code, String sentence) {
        return new Explained(code, Kind.BROKEN_RULE, sentence, Map.of());
    }

    static Explained broken(String code, String sentence, String fact, String value) {
        return new Explained(code, Kind.BROKEN_RULE, sentence, Map.of(fact, value));
    }

    private static Explained limit(String code, String sentence, String fact, Duration value) {
        return broken(code, sentence, fact, value.toString());
    }

    private static Map<String, String> inTheWay(String kind, @Nullable Period period) {
        if (period == null) {
            return Map.of();
        }
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("inTheWay.kind", kind);
        facts.put("inTheWay.start", period.start().toString());
        facts.put("inTheWay.end", period.end().toString());
        return facts;
    }

    private static String list(List<ReservationId> reservations) {
        return reservations.stream().map(ReservationId::toString).collect(Collectors.joining(","));
    }

    private static String words(AccessRefusal.Thing thing) {
        return thing.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String text(long number) {
        return Long.toString(number);
    }
}
