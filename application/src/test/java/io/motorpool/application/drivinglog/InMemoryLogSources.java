package io.motorpool.application.drivinglog;

import io.motorpool.application.fleet.PlanWindows;
import io.motorpool.domain.drivinglog.EntryId;
import io.motorpool.domain.drivinglog.Leg;
import io.motorpool.domain.drivinglog.TaxPeriod;
import io.motorpool.domain.drivinglog.Use;
import io.motorpool.domain.drivinglog.Use.Course;
import io.motorpool.domain.shared.BusinessZone;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Reservations and what became of them, in memory. */
public final class InMemoryLogSources implements LogSources {

    private record Row(CompanyId company, VehicleId vehicle, Use use) {}

    private final List<Row> rows = new CopyOnWriteArrayList<>();
    private final Map<VehicleId, CompanyId> owners = new ConcurrentHashMap<>();
    private final PlanWindows windows;
    private final LogFacts facts;

    public InMemoryLogSources(PlanWindows windows, LogFacts facts) {
        this.windows = windows;
        this.facts = facts;
    }

    public void register(CompanyId company, VehicleId vehicle) {
        owners.put(vehicle, company);
    }

    public void put(CompanyId company, VehicleId vehicle, Use use) {
        register(company, vehicle);
        rows.add(new Row(company, vehicle, use));
    }

    @Override
    public Uni<List<VehicleId>> vehicles(CompanyId company, TaxPeriod period) {
        return Uni.createFrom()
                .item(() -> owners.entrySet().stream()
                        .filter(owner -> owner.getValue().equals(company))
                        .map(Map.Entry::getKey)
                        .filter(vehicle -> isInTheLog(vehicle, period))
                        .sorted(Comparator.comparing(VehicleId::value))
                        .toList());
    }

    private boolean isInTheLog(VehicleId vehicle, TaxPeriod period) {
        boolean reserved =
                rows.stream().filter(row -> row.vehicle().equals(vehicle)).anyMatch(row -> touches(row.use(), period));
        boolean planned = windows.living(vehicle).await().indefinitely().stream()
                .anyMatch(window -> !window.within(period.hours()).isEmpty());
        return reserved || planned || !facts.of(vehicle).await().indefinitely().isEmpty();
    }

    @Override
    public Uni<List<Use>> uses(CompanyId company, VehicleId vehicle, TaxPeriod period) {
        return Uni.createFrom().item(() -> usesNow(company, vehicle, period));
    }

    private List<Use> usesNow(CompanyId company, VehicleId vehicle, TaxPeriod period) {
        List<Use> all = rows.stream()
                .filter(row -> row.company().equals(company) && row.vehicle().equals(vehicle))
                .map(Row::use)
                .sorted(Comparator.comparing(InMemoryLogSources::departure))
                .toList();
        List<Use> driven = all.stream()
                .filter(use -> use.course() instanceof Course.Driven)
                .filter(use -> !touches(use, period))
                .toList();
        Instant start = period.hours().start();
        List<Use> told =
                new ArrayList<>(all.stream().filter(use -> touches(use, period)).toList());
        driven.stream()
                .filter(use -> departure(use).isBefore(start))
                .reduce((_, later) -> later)
                .ifPresent(told::add);
        driven.stream()
                .filter(use -> !departure(use).isBefore(start))
                .findFirst()
                .ifPresent(told::add);
        return told;
    }

    @Override
    public Uni<Optional<Place>> locate(EntryId entry) {
        return Uni.createFrom()
                .item(() -> rows.stream()
                        .filter(row -> row.use().reservation().value().equals(entry.value()))
                        .map(row -> new Place(row.company(), row.vehicle(), dateOf(departure(row.use()))))
                        .findFirst());
    }

    private static boolean touches(Use use, TaxPeriod period) {
        Stream<Instant> departures = use.course() instanceof Course.Driven(var legs)
                ? legs.stream().map(Leg::departedAt)
                : Stream.of(use.period().start());
        return departures.anyMatch(departure -> period.contains(dateOf(departure)));
    }

    private static Instant departure(Use use) {
        return use.course() instanceof Course.Driven(var legs)
                ? legs.getFirst().departedAt()
                : use.period().start();
    }

    private static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, BusinessZone.SEOUL);
    }
}
