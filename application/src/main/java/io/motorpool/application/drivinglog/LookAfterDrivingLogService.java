package io.motorpool.application.drivinglog;

import io.motorpool.application.audit.Journal;
import io.motorpool.application.audit.Journal.Deed;
import io.motorpool.application.audit.Journal.Effect;
import io.motorpool.application.company.Companies;
import io.motorpool.application.company.Members;
import io.motorpool.application.drivinglog.LogSources.Place;
import io.motorpool.application.fleet.Vehicles;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.drivinglog.DrivingLogRefusal.LogClosed;
import io.motorpool.domain.drivinglog.Entry;
import io.motorpool.domain.drivinglog.EntryId;
import io.motorpool.domain.drivinglog.LogFact;
import io.motorpool.domain.drivinglog.LogFact.Content;
import io.motorpool.domain.drivinglog.Purpose;
import io.motorpool.domain.drivinglog.TaxPeriod;
import io.motorpool.domain.drivinglog.Trip;
import io.motorpool.domain.drivinglog.TripId;
import io.motorpool.domain.drivinglog.Use;
import io.motorpool.domain.drivinglog.VehicleLog;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Holds the company while it says something, so that nothing is said about a period that is being closed. */
public final class LookAfterDrivingLogService implements LookAfterDrivingLog {

    private final UnitOfWork unitOfWork;
    private final Companies companies;
    private final Vehicles vehicles;
    private final Members members;
    private final LogSources sources;
    private final LogFacts facts;
    private final LogClosings closings;
    private final LogDesk desk;
    private final Journal journal;
    private final Clock clock;
    private final Supplier<UUID> nextId;

    /** The ports that a log is laid out from, and those that are written to. */
    public record Ports(
            Companies companies,
            Vehicles vehicles,
            Members members,
            LogSources sources,
            LogFacts facts,
            LogClosings closings) {}

    public LookAfterDrivingLogService(
            UnitOfWork unitOfWork, Ports ports, LogDesk desk, Journal journal, Clock clock, Supplier<UUID> nextId) {
        this.unitOfWork = unitOfWork;
        this.companies = ports.companies();
        this.vehicles = ports.vehicles();
        this.members = ports.members();
        this.sources = ports.sources();
        this.facts = ports.facts();
        this.closings = ports.closings();
        this.desk = desk;
        this.journal = journal;
        this.clock = clock;
        this.nextId = nextId;
    }

    /** Who says it, why, and what it is called in the audit trail. */
    private record Saying(Caller caller, String action, Reason reason) {}

    @Override
    public Uni<Decision<LogFact, Refusal>> decide(
            Caller caller, EntryId entry, LogFact.Verdict verdict, Reason reason) {
        Saying saying = new Saying(caller, "decide-log-entry", reason);
        return about(saying, entry, (log, found) -> log.decide(found, verdict).widened());
    }

    @Override
    public Uni<Decision<LogFact, Refusal>> correct(
            Caller caller, TripId trip, Odometer before, Odometer after, Reason reason) {
        Saying saying = new Saying(caller, "correct-trip-readings", reason);
        return about(
                saying,
                trip.entry(),
                (log, _) -> driven(log, trip).map(it -> new LogFact.ReadingsCorrected(it, before, after)));
    }

    @Override
    public Uni<Decision<LogFact, Refusal>> state(Caller caller, TripId trip, Purpose purpose, Reason reason) {
        Saying saying = new Saying(caller, "state-trip-purpose", reason);
        return about(
                saying, trip.entry(), (log, _) -> driven(log, trip).map(it -> new LogFact.PurposeStated(it, purpose)));
    }

    /** The trip, whether it was measured or not. */
    private static Decision<TripId, Refusal> driven(VehicleLog log, TripId trip) {
        boolean measured = log.entry(trip.entry())
                .filter(entry -> entry.trips().stream().anyMatch(it -> it.id().equals(trip)))
                .isPresent();
        boolean known = log.uses().stream()
                .filter(use -> EntryId.of(use.reservation()).equals(trip.entry()))
                .anyMatch(use -> use.course() instanceof Use.Course.Driven(var legs) && trip.leg() <= legs.size());
        return measured || known ? Decision.accept(trip) : Decision.refuse(new NotFound(Thing.DRIVING_LOG_ENTRY));
    }

    @Override
    public Uni<Decision<LogFact, Refusal>> insert(Caller caller, Forgotten trip, Reason reason) {
        Saying saying = new Saying(caller, "insert-trip", reason);
        Trip forgotten = new Trip(
                new TripId(new EntryId(nextId.get()), 1),
                trip.driver(),
                trip.departedAt(),
                trip.arrivedAt(),
                trip.before(),
                trip.after(),
                trip.purpose());
        return unitOfWork.inTransaction(() -> Proceed.with(
                vehicle(saying, trip.vehicle()),
                vehicle -> Proceed.with(
                        open(vehicle.company(), forgotten.logDate()),
                        _ -> members.of(vehicle.company(), trip.driver())
                                .chain(driver -> driver.isEmpty()
                                        ? Proceed.refused(new NotFound(Thing.MEMBER))
                                        : insert(saying, vehicle, forgotten)))));
    }

    private Uni<Decision<LogFact, Refusal>> insert(Saying saying, Vehicle vehicle, Trip forgotten) {
        return desk.log(vehicle.company(), vehicle.id(), dayOf(forgotten.logDate()))
                .chain(log -> Proceed.with(
                        log.insert(forgotten, clock.instant()),
                        inserted -> say(saying, vehicle.company(), vehicle.id(), inserted, Map.of())));
    }

    @Override
    public Uni<Decision<LogFact, Refusal>> exempt(
            Caller caller, VehicleId vehicle, LogFact.Ground ground, Reason reason) {
        return ofVehicle(new Saying(caller, "exempt-vehicle", reason), vehicle, new LogFact.Exempted(ground));
    }

    @Override
    public Uni<Decision<LogFact, Refusal>> withdrawExemption(Caller caller, VehicleId vehicle, Reason reason) {
        return ofVehicle(new Saying(caller, "withdraw-exemption", reason), vehicle, new LogFact.ExemptionWithdrawn());
    }

    private Uni<Decision<LogFact, Refusal>> ofVehicle(Saying saying, VehicleId vehicle, Content content) {
        return unitOfWork.inTransaction(() -> Proceed.with(
                vehicle(saying, vehicle), found -> say(saying, found.company(), vehicle, content, Map.of())));
    }

    private Uni<Decision<Vehicle, Refusal>> vehicle(Saying saying, VehicleId vehicle) {
        return vehicles.find(vehicle)
                .map(found -> Permit.to(
                                saying.caller(),
                                Permission.KEEP_DRIVING_LOG,
                                Thing.VEHICLE,
                                found.map(Versioned::value),
                                Vehicle::company)
                        .widened())
                .chain(this::held);
    }

    private Uni<Decision<Vehicle, Refusal>> held(Decision<Vehicle, Refusal> permitted) {
        return Proceed.with(
                permitted, vehicle -> companies.hold(vehicle.company()).replaceWith(() -> Decision.accept(vehicle)));
    }

    /** What there is to say about an entry, given the log that it stands in. */
    @FunctionalInterface
    private interface Sayable {
        Decision<? extends Content, Refusal> of(VehicleLog log, Entry entry);
    }

    private Uni<Decision<LogFact, Refusal>> about(Saying saying, EntryId entry, Sayable sayable) {
        return unitOfWork.inTransaction(() -> Proceed.with(
                place(saying, entry),
                place -> companies
                        .hold(place.company())
                        .chain(() -> Proceed.with(
                                open(place.company(), place.date()), _ -> sayAt(saying, place, entry, sayable)))));
    }

    private Uni<Decision<Place, Refusal>> place(Saying saying, EntryId entry) {
        return sources.locate(entry)
                .chain(found -> found.isPresent() ? Uni.createFrom().item(found) : inserted(entry))
                .map(found -> Permit.to(
                                saying.caller(),
                                Permission.KEEP_DRIVING_LOG,
                                Thing.DRIVING_LOG_ENTRY,
                                found,
                                Place::company)
                        .widened());
    }

    private Uni<Optional<Place>> inserted(EntryId entry) {
        return facts.insertion(entry)
                .map(found -> found.flatMap(fact -> fact.content() instanceof LogFact.TripInserted(var trip)
                        ? Optional.of(new Place(fact.company(), fact.vehicle(), trip.logDate()))
                        : Optional.empty()));
    }

    private Uni<Decision<CompanyId, Refusal>> open(CompanyId company, LocalDate date) {
        return closings.of(company)
                .map(all -> all.stream()
                        .filter(closing -> closing.covers(date))
                        .findFirst()
                        .<Decision<CompanyId, Refusal>>map(closing -> Decision.refuse(new LogClosed(closing.period())))
                        .orElseGet(() -> Decision.accept(company)));
    }

    private Uni<Decision<LogFact, Refusal>> sayAt(Saying saying, Place place, EntryId entry, Sayable sayable) {
        return desk.log(place.company(), place.vehicle(), dayOf(place.date()))
                .chain(log -> log.entry(entry)
                        .map(found -> Proceed.with(
                                sayable.of(log, found).map(Function.<Content>identity()),
                                content -> say(saying, place.company(), place.vehicle(), content, before(found))))
                        .orElseGet(() -> Proceed.refused(new NotFound(Thing.DRIVING_LOG_ENTRY))));
    }

    private static TaxPeriod dayOf(LocalDate date) {
        return new TaxPeriod(date, date);
    }

    private Uni<Decision<LogFact, Refusal>> say(
            Saying saying, CompanyId company, VehicleId vehicle, Content content, Map<String, String> before) {
        LogFact fact = new LogFact(
                nextId.get(),
                vehicle,
                company,
                content,
                saying.reason(),
                saying.caller().user(),
                clock.instant());
        Deed deed =
                new Deed(saying.caller(), Permission.KEEP_DRIVING_LOG, saying.action(), Optional.of(saying.reason()));
        Effect effect = new Effect(company, vehicle.value(), before, after(content));
        return facts.add(fact)
                .chain(() -> journal.write(deed, List.of(effect), List.of()))
                .replaceWith(() -> Decision.accept(fact));
    }

    private static Map<String, String> before(Entry entry) {
        return Map.of("entry", entry.id().toString(), "standing", standing(entry.standing()));
    }

    private static String standing(Entry.Standing standing) {
        return switch (standing) {
            case Entry.Standing.Included(var basis) -> "INCLUDED " + basis;
            case Entry.Standing.Excluded(var why) -> "EXCLUDED " + why;
            case Entry.Standing.NeedsReview(var question) -> "NEEDS_REVIEW " + question;
        };
    }

    private static Map<String, String> after(Content content) {
        Map<String, String> after = new LinkedHashMap<>();
        switch (content) {
            case LogFact.Decided(var entry, var verdict) -> {
                after.put("entry", entry.toString());
                after.put("verdict", verdict.name());
            }
            case LogFact.ReadingsCorrected(var trip, var from, var to) -> {
                after.put("trip", trip.toString());
                after.put("beforeKm", Integer.toString(from.km()));
                after.put("afterKm", Integer.toString(to.km()));
            }
            case LogFact.PurposeStated(var trip, var purpose) -> {
                after.put("trip", trip.toString());
                after.put("purpose", purpose.name());
            }
            case LogFact.TripInserted(var trip) -> {
                after.put("trip", trip.id().toString());
                after.put("driver", trip.driver().toString());
                after.put("departedAt", trip.departedAt().toString());
                after.put("arrivedAt", trip.arrivedAt().toString());
                after.put("beforeKm", Integer.toString(trip.before().km()));
                after.put("afterKm", Integer.toString(trip.after().km()));
                after.put("purpose", trip.purpose().name());
            }
            case LogFact.Exempted(var ground) -> after.put("exemption", ground.name());
            case LogFact.ExemptionWithdrawn _ -> after.put("exemption", "NONE");
        }
        return after;
    }
}
