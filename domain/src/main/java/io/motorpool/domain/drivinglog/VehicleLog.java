package io.motorpool.domain.drivinglog;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;

import io.motorpool.domain.Decision;
import io.motorpool.domain.drivinglog.DrivingLogRefusal.NothingToDecide;
import io.motorpool.domain.drivinglog.DrivingLogRefusal.TripDoesNotFit;
import io.motorpool.domain.drivinglog.DrivingLogRefusal.TripInTheFuture;
import io.motorpool.domain.drivinglog.DrivingLogRefusal.TripMeetsAnother;
import io.motorpool.domain.drivinglog.Entry.Basis;
import io.motorpool.domain.drivinglog.Entry.Question;
import io.motorpool.domain.drivinglog.Entry.Standing;
import io.motorpool.domain.drivinglog.Entry.Standing.Excluded;
import io.motorpool.domain.drivinglog.Entry.Standing.Included;
import io.motorpool.domain.drivinglog.Entry.Standing.NeedsReview;
import io.motorpool.domain.drivinglog.Entry.Why;
import io.motorpool.domain.drivinglog.LogFact.Verdict;
import io.motorpool.domain.drivinglog.LogSheet.Row;
import io.motorpool.domain.drivinglog.OdometerFinding.Backwards;
import io.motorpool.domain.drivinglog.OdometerFinding.Gap;
import io.motorpool.domain.drivinglog.Use.Course;
import io.motorpool.domain.fleet.BusinessOccupancy;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.fleet.PlanWindow;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.VehicleId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything from which the log of one vehicle follows: its reservations, the company's windows, and what people said. The
 * log is the aggregate because its rules are rules between trips: an odometer goes on where it stopped, and every
 * reservation stands in exactly one place. It stores nothing but facts; standings, rows and ratio are worked out anew each
 * time, so a fact that comes late is never forgotten somewhere (ADR-0050).
 *
 * @param windows those of other companies and vehicles do not count
 * @param uses what departed in the period, and whatever is known of before and after it
 * @param facts in whatever order; they are taken in that of their time
 */
public record VehicleLog(
        VehicleId vehicle,
        CompanyId company,
        TaxPeriod period,
        List<PlanWindow> windows,
        List<Use> uses,
        List<LogFact> facts) {

    private static final Comparator<Trip> AS_DRIVEN = Comparator.comparing(Trip::departedAt)
            .thenComparing(Trip::arrivedAt)
            .thenComparing(trip -> trip.id().entry().value())
            .thenComparing(trip -> trip.id().leg());

    public VehicleLog {
        windows = windows.stream()
                .filter(window ->
                        window.vehicle().equals(vehicle) && window.company().equals(company))
                .toList();
        uses = List.copyOf(uses);
        facts = facts.stream()
                .sorted(Comparator.comparing(LogFact::at).thenComparing(LogFact::id))
                .toList();
    }

    /** Every entry of the period, in order of its date; each stands in one place. */
    public List<Entry> entries() {
        return all().filter(entry -> period.contains(entry.date())).toList();
    }

    public Completeness completeness() {
        return Completeness.of(entries());
    }

    /** The entry with this id, whatever its period. */
    public Optional<Entry> entry(EntryId id) {
        return all().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** The sheet as it stands. What is not decided yet is no row, but what was driven counts in the whole distance. */
    public LogSheet sheet() {
        return laidOut(all().flatMap(VehicleLog::driven)
                .sorted(Comparator.comparing(Driven::trip, AS_DRIVEN))
                .toList());
    }

    /** Why the vehicle owes no log; empty if it owes one. The last word counts. */
    public Optional<LogFact.Ground> exemption() {
        return said(
                        LogFact.Content.class,
                        content -> content instanceof LogFact.Exempted || content instanceof LogFact.ExemptionWithdrawn)
                .reduce((_, later) -> later)
                .flatMap(last -> last instanceof LogFact.Exempted(var ground) ? Optional.of(ground) : Optional.empty());
    }

    /** Says whether an entry is in, if there is anything to say. */
    public Decision<LogFact.Decided, DrivingLogRefusal> decide(Entry entry, Verdict verdict) {
        boolean decidable =
                switch (entry.standing()) {
                    case Included _ -> true;
                    case Excluded(var why) -> why == Why.NOT_BUSINESS || why == Why.BY_HAND;
                    case NeedsReview(var question) ->
                        question == Question.PARTLY_IN_OCCUPANCY
                                || (question == Question.READING_MISSING && verdict == Verdict.EXCLUDE);
                };
        return decidable ? accept(new LogFact.Decided(entry.id(), verdict)) : refuse(new NothingToDecide());
    }

    /**
     * Puts in a trip that was forgotten. It fits if the vehicle was standing at that time, and if what it drove lies between
     * what the odometer showed before and after.
     */
    public Decision<LogFact.TripInserted, DrivingLogRefusal> insert(Trip forgotten, Instant now) {
        if (forgotten.arrivedAt().isAfter(now)) {
            return refuse(new TripInTheFuture());
        }
        List<Trip> chain = chain();
        if (chain.stream().anyMatch(other -> meets(other, forgotten))) {
            return refuse(new TripMeetsAnother());
        }
        int lowest = chain.stream()
                .filter(other -> AS_DRIVEN.compare(other, forgotten) < 0)
                .reduce((_, later) -> later)
                .map(before -> before.after().km())
                .orElse(0);
        int highest = chain.stream()
                .filter(other -> AS_DRIVEN.compare(other, forgotten) > 0)
                .findFirst()
                .map(after -> after.before().km())
                .orElse(Odometer.HIGHEST);
        boolean fits = forgotten.before().km() >= lowest && forgotten.after().km() <= highest;
        return fits ? accept(new LogFact.TripInserted(forgotten)) : refuse(new TripDoesNotFit(lowest, highest));
    }

    /** Everything that was driven with both readings known, in order. */
    private List<Trip> chain() {
        return all().flatMap(entry -> entry.trips().stream()).sorted(AS_DRIVEN).toList();
    }

    private static boolean meets(Trip one, Trip other) {
        return one.departedAt().isBefore(other.arrivedAt())
                && other.departedAt().isBefore(one.arrivedAt());
    }

    private Stream<Entry> all() {
        return Stream.concat(
                        uses.stream().map(this::entryOf),
                        said(LogFact.TripInserted.class, _ -> true).map(inserted -> entryOf(inserted.trip())))
                .sorted(Comparator.comparing(Entry::date)
                        .thenComparing(entry -> entry.period().start())
                        .thenComparing(entry -> entry.id().value()));
    }

    private Entry entryOf(Use use) {
        List<Trip> trips = tripsOf(use);
        Standing standing = standingOf(use, trips.size());
        return new Entry(
                use.entry(),
                Trip.dateOf(use.departure()),
                use.period(),
                standing,
                trips.stream().map(trip -> withPurpose(trip, standing)).toList());
    }

    private Entry entryOf(Trip inserted) {
        Standing standing = exemption().isPresent()
                ? new Excluded(Why.VEHICLE_EXEMPT)
                : decision(inserted.id().entry())
                        .filter(Verdict.EXCLUDE::equals)
                        .<Standing>map(_ -> new Excluded(Why.BY_HAND))
                        .orElse(new Included(Basis.MANUAL));
        Instant end = Period.later(inserted.arrivedAt(), inserted.departedAt().plusNanos(1));
        return new Entry(
                inserted.id().entry(),
                inserted.logDate(),
                new Period(inserted.departedAt(), end),
                standing,
                List.of(withPurpose(corrected(inserted), standing)));
    }

    /** The first rule that says something. */
    private Standing standingOf(Use use, int measured) {
        return switch (use.course()) {
            case Course.NotDriven(var cause) -> new Excluded(why(cause));
            case Course.Unfinished _ ->
                exemption().isPresent() ? new Excluded(Why.VEHICLE_EXEMPT) : new NeedsReview(Question.NOT_FINISHED);
            case Course.Driven(var legs) -> standingOfDriven(use, measured == legs.size());
        };
    }

    private Standing standingOfDriven(Use use, boolean measured) {
        Optional<Verdict> decision = decision(use.entry());
        if (exemption().isPresent()) {
            return new Excluded(Why.VEHICLE_EXEMPT);
        }
        if (decision.filter(Verdict.EXCLUDE::equals).isPresent()) {
            return new Excluded(Why.BY_HAND);
        }
        BusinessOccupancy occupancy = BusinessOccupancy.within(use.period(), windows);
        boolean decided = decision.isPresent();
        if (!use.corporate() && !decided && occupancy.coversNothing()) {
            return new Excluded(Why.NOT_BUSINESS);
        }
        if (!measured) {
            return new NeedsReview(Question.READING_MISSING);
        }
        if (use.corporate()) {
            return new Included(Basis.TAGGED);
        }
        if (occupancy.coversAll()) {
            return new Included(Basis.OCCUPANCY);
        }
        return decided ? new Included(Basis.MANUAL) : new NeedsReview(Question.PARTLY_IN_OCCUPANCY);
    }

    private static Why why(Use.Cause cause) {
        return switch (cause) {
            case CANCELLED -> Why.CANCELLED;
            case NO_SHOW -> Why.NO_SHOW;
            case NEVER_DRIVEN -> Why.NEVER_DRIVEN;
        };
    }

    private List<Trip> tripsOf(Use use) {
        if (!(use.course() instanceof Course.Driven(var legs))) {
            return List.of();
        }
        List<Trip> trips = new ArrayList<>();
        for (int i = 0; i < legs.size(); i++) {
            measured(new TripId(use.entry(), i + 1), legs.get(i)).ifPresent(trips::add);
        }
        return trips;
    }

    private Optional<Trip> measured(TripId id, Leg leg) {
        Odometer unknown = leg.after() == null ? leg.before() : leg.after();
        Trip trip = corrected(
                new Trip(id, leg.driver(), leg.departedAt(), leg.arrivedAt(), leg.before(), unknown, Purpose.BUSINESS));
        return leg.after() != null || corrections(id).findAny().isPresent() ? Optional.of(trip) : Optional.empty();
    }

    private Trip corrected(Trip trip) {
        return corrections(trip.id())
                .reduce((_, later) -> later)
                .map(last -> trip.showing(last.before(), last.after()))
                .orElse(trip);
    }

    /** What is not in the log was not driven for the company, unless somebody says so. */
    private Trip withPurpose(Trip trip, Standing standing) {
        return said(LogFact.PurposeStated.class, stated -> stated.trip().equals(trip.id()))
                .reduce((_, later) -> later)
                .map(last -> trip.drivenFor(last.purpose()))
                .orElse(standing instanceof Excluded ? trip.drivenFor(Purpose.PRIVATE) : trip);
    }

    private Stream<LogFact.ReadingsCorrected> corrections(TripId trip) {
        return said(
                LogFact.ReadingsCorrected.class, corrected -> corrected.trip().equals(trip));
    }

    private Optional<Verdict> decision(EntryId entry) {
        return said(LogFact.Decided.class, decided -> decided.entry().equals(entry))
                .reduce((_, later) -> later)
                .map(LogFact.Decided::verdict);
    }

    private <C extends LogFact.Content> Stream<C> said(Class<C> kind, Predicate<C> about) {
        return facts.stream()
                .map(LogFact::content)
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(about);
    }

    /** @param basis absent if it is no row */
    private record Driven(Trip trip, @Nullable Basis basis) {}

    private static Stream<Driven> driven(Entry entry) {
        Basis basis = entry.standing() instanceof Included(var included) ? included : null;
        return entry.trips().stream().map(trip -> new Driven(trip, basis));
    }

    private LogSheet laidOut(List<Driven> driven) {
        List<Row> rows = new ArrayList<>();
        List<OdometerFinding> findings = new ArrayList<>();
        Trip last = null;
        int gapKm = 0;
        int otherKm = 0;
        long total = 0;
        long business = 0;
        for (Driven next : driven) {
            Trip trip = next.trip();
            int since = last == null ? 0 : trip.before().km() - last.after().km();
            last = trip;
            if (!period.contains(trip.logDate())) {
                continue;
            }
            finding(trip, since).ifPresent(findings::add);
            gapKm += Math.max(0, since);
            total += Math.max(0, since) + Math.max(0, trip.km());
            if (next.basis() == null) {
                otherKm += Math.max(0, trip.km());
            } else {
                business += trip.purpose().isForTheCompany() ? Math.max(0, trip.km()) : 0;
                rows.add(new Row(trip, next.basis(), gapKm, otherKm));
                gapKm = 0;
                otherKm = 0;
            }
        }
        return new LogSheet(vehicle, company, period, rows, findings, new BusinessRatio(business, total));
    }

    private Optional<OdometerFinding> finding(Trip trip, int since) {
        if (trip.km() < 0) {
            return Optional.of(new Backwards(
                    vehicle,
                    trip.id(),
                    trip.logDate(),
                    trip.after().km(),
                    trip.before().km()));
        }
        if (since < 0) {
            return Optional.of(new Backwards(
                    vehicle,
                    trip.id(),
                    trip.logDate(),
                    trip.before().km(),
                    trip.before().km() - since));
        }
        return since > 0 ? Optional.of(new Gap(vehicle, trip.id(), trip.logDate(), since)) : Optional.empty();
    }
}
