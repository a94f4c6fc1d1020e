package io.motorpool.application.reservation;

import io.motorpool.application.company.Companies;
import io.motorpool.application.reservation.AvailabilityReader.Snapshot;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.reservation.Availability;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Answers from snapshots. */
public final class AvailabilityQueriesService implements AvailabilityQueries {

    private final UnitOfWork unitOfWork;
    private final Companies companies;
    private final AvailabilityReader reader;

    public AvailabilityQueriesService(UnitOfWork unitOfWork, Companies companies, AvailabilityReader reader) {
        this.unitOfWork = unitOfWork;
        this.companies = companies;
        this.reader = reader;
    }

    @Override
    public Uni<Decision<Availability, Refusal>> of(Caller caller, VehicleId vehicle, Period period) {
        return reader.snapshot(vehicle, period)
                .map(found -> Permit.to(caller, Permission.READ_FLEET, Thing.VEHICLE, found, Snapshot::company)
                        .widened()
                        .map(snapshot -> describe(snapshot, period)));
    }

    @Override
    public Uni<Decision<Page<Availability>, Refusal>> of(
            Caller caller, CompanyId company, Period period, Page.Request page) {
        return Proceed.with(
                unitOfWork.reading(() -> vehicles(caller, company, page)),
                vehicles -> describe(vehicles, period).map(Decision::accept));
    }

    private Uni<Decision<Page<VehicleId>, Refusal>> vehicles(Caller caller, CompanyId company, Page.Request page) {
        return companies
                .find(company)
                .chain(found -> Proceed.with(
                        Permit.to(
                                        caller,
                                        Permission.READ_FLEET,
                                        Thing.COMPANY,
                                        found,
                                        it -> it.value().id())
                                .widened(),
                        _ -> reader.vehicles(company, page).map(Decision::accept)));
    }

    /** One vehicle after the other: they may share a database session. */
    private Uni<Page<Availability>> describe(Page<VehicleId> vehicles, Period period) {
        return Multi.createFrom()
                .iterable(vehicles.items())
                .onItem()
                .transformToUniAndConcatenate(vehicle -> reader.snapshot(vehicle, period))
                .collect()
                .asList()
                .map(found -> new Page<>(describe(found, period), vehicles.next()));
    }

    private static List<Availability> describe(List<Optional<Snapshot>> found, Period period) {
        return found.stream()
                .flatMap(Optional::stream)
                .map(snapshot -> describe(snapshot, period))
                .toList();
    }

    private static Availability describe(Snapshot snapshot, Period period) {
        return Availability.of(snapshot.schedule(), snapshot.status(), period, snapshot.asOf());
    }
}
