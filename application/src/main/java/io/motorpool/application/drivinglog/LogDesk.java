package io.motorpool.application.drivinglog;

import io.motorpool.application.company.Members;
import io.motorpool.application.fleet.PlanWindows;
import io.motorpool.application.fleet.Vehicles;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.company.MemberProfile;
import io.motorpool.domain.drivinglog.LogClosing;
import io.motorpool.domain.drivinglog.LogFact;
import io.motorpool.domain.drivinglog.LogSheet;
import io.motorpool.domain.drivinglog.TaxPeriod;
import io.motorpool.domain.drivinglog.VehicleLog;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lays a vehicle's log out from everything that it follows from. */
public final class LogDesk {

    private final Vehicles vehicles;
    private final Members members;
    private final PlanWindows windows;
    private final LogSources sources;
    private final LogFacts facts;
    private final LogClosings closings;

    public LogDesk(
            Vehicles vehicles,
            Members members,
            PlanWindows windows,
            LogSources sources,
            LogFacts facts,
            LogClosings closings) {
        this.vehicles = vehicles;
        this.members = members;
        this.windows = windows;
        this.sources = sources;
        this.facts = facts;
        this.closings = closings;
    }

    /** As it is, or as it was when the period was closed. */
    Uni<VehicleLog> log(CompanyId company, VehicleId vehicle, TaxPeriod period) {
        return closing(company, period).chain(closing -> log(company, vehicle, period, closing));
    }

    /** One after the other, in order of the vehicles' ids. */
    Uni<List<VehicleLog>> logs(CompanyId company, TaxPeriod period) {
        return closing(company, period)
                .chain(closing -> sources.vehicles(company, period)
                        .chain(found -> each(found, vehicle -> log(company, vehicle, period, closing))));
    }

    Uni<Optional<LogClosing>> closing(CompanyId company, TaxPeriod period) {
        return closings.of(company)
                .map(all -> all.stream()
                        .filter(closing -> closing.period().equals(period))
                        .findFirst());
    }

    private Uni<VehicleLog> log(CompanyId company, VehicleId vehicle, TaxPeriod period, Optional<LogClosing> closing) {
        return windows.living(vehicle)
                .chain(living -> sources.uses(company, vehicle, period)
                        .chain(uses -> facts.of(vehicle)
                                .map(said ->
                                        new VehicleLog(vehicle, company, period, living, uses, known(said, closing)))));
    }

    private static List<LogFact> known(List<LogFact> said, Optional<LogClosing> closing) {
        Instant until = closing.map(LogClosing::at).orElse(Instant.MAX);
        return said.stream().filter(fact -> !fact.at().isAfter(until)).toList();
    }

    /** With the names that the form shows. */
    Uni<ShownSheet> shown(Company company, VehicleLog log) {
        LogSheet sheet = log.sheet();
        List<UserId> drivers =
                sheet.rows().stream().map(row -> row.trip().driver()).distinct().toList();
        return vehicles.find(log.vehicle())
                .map(found -> found.map(Versioned::value)
                        .orElseThrow(() -> new IllegalStateException("log without a vehicle")))
                .chain(vehicle -> each(drivers, driver -> named(company.id(), driver))
                        .map(names -> laidOut(company, vehicle, names, sheet)));
    }

    private static ShownSheet laidOut(
            Company company, Vehicle vehicle, List<Map.Entry<UserId, ShownSheet.Driver>> names, LogSheet sheet) {
        return new ShownSheet(
                new ShownSheet.Party(company.name(), company.businessNumber()),
                vehicle.description().model(),
                vehicle.description().plate(),
                names.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                sheet);
    }

    private Uni<Map.Entry<UserId, ShownSheet.Driver>> named(CompanyId company, UserId driver) {
        return members.of(company, driver)
                .map(found -> Map.entry(
                        driver,
                        found.map(Versioned::value)
                                .map(Member::profile)
                                .map(LogDesk::driver)
                                .orElse(ShownSheet.Driver.UNKNOWN)));
    }

    private static ShownSheet.Driver driver(MemberProfile profile) {
        return new ShownSheet.Driver(profile.department(), profile.name().value());
    }

    /** One question at a time: they share a session. */
    static <T, R> Uni<List<R>> each(List<T> items, Function<T, Uni<R>> work) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .asList();
    }
}
