package io.motorpool.application.map;

import io.motorpool.application.company.Companies;
import io.motorpool.application.map.ZoneVehicles.Scheduled;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.fleet.BoundingBox;
import io.motorpool.domain.fleet.FleetRefusal;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.Availability;
import io.motorpool.domain.reservation.Readiness;
import io.motorpool.domain.reservation.ReservationPolicy;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Reads what the map and the list of vehicles read, of a whole company at once. */
public final class FleetOverviewsService implements FleetOverviews {

    private static final BoundingBox EVERYWHERE = new BoundingBox(-180, -90, 180, 90);

    private final UnitOfWork unitOfWork;
    private final Companies companies;
    private final ZoneMarkers markers;
    private final ZoneVehicles vehicles;
    private final Clock clock;

    public FleetOverviewsService(
            UnitOfWork unitOfWork, Companies companies, ZoneMarkers markers, ZoneVehicles vehicles, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.companies = companies;
        this.markers = markers;
        this.vehicles = vehicles;
        this.clock = clock;
    }

    @Override
    public Uni<Decision<CompanyName, Refusal>> company(Caller caller, CompanyId company) {
        Instant now = clock.instant();
        return of(caller, company, found -> Proceed.done(new CompanyName(found.name(), now)));
    }

    @Override
    public Uni<Decision<Zones, Refusal>> zones(Caller caller, CompanyId company) {
        Instant now = clock.instant();
        return of(
                caller,
                company,
                _ -> markers.within(company, EVERYWHERE, MOST_ZONES + 1)
                        .map(found -> whole(found, MOST_ZONES).map(zones -> new Zones(zones, now))));
    }

    @Override
    public Uni<Decision<Fleet, Refusal>> fleet(Caller caller, CompanyId company) {
        Instant now = clock.instant();
        Period ahead = new Period(now, now.plus(ReservationPolicy.HORIZON));
        return of(
                caller,
                company,
                _ -> vehicles.of(company, ahead, MOST_VEHICLES + 1)
                        .map(found -> whole(found, MOST_VEHICLES)
                                .map(all -> new Fleet(
                                        all.stream()
                                                .map(each -> standing(each, ahead, now))
                                                .toList(),
                                        now))));
    }

    /** From one more than are told, which only tells that there are more. */
    private static <T> Decision<List<T>, Refusal> whole(List<T> oneMore, int most) {
        return oneMore.size() > most
                ? Decision.refuse(new FleetRefusal.TooLargeToTell(most))
                : Decision.accept(oneMore);
    }

    private <T> Uni<Decision<T, Refusal>> of(
            Caller caller, CompanyId company, Function<Company, Uni<Decision<T, Refusal>>> tell) {
        return unitOfWork.reading(() -> companies
                .find(company)
                .chain(found -> Proceed.with(
                        Permit.to(
                                caller,
                                Permission.READ_FLEET,
                                Thing.COMPANY,
                                found,
                                it -> it.value().id()),
                        it -> tell.apply(it.value()))));
    }

    private static Standing standing(Scheduled scheduled, Period ahead, Instant now) {
        Vehicle vehicle = scheduled.vehicle();
        Availability availability = Availability.of(scheduled.schedule(), vehicle.status(), ahead, now);
        return new Standing(
                vehicle.id(),
                vehicle.zone(),
                vehicle.description(),
                Readiness.of(scheduled.schedule(), availability),
                availability);
    }
}
