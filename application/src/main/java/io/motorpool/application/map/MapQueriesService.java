package io.motorpool.application.map;

import io.motorpool.application.map.ZoneVehicles.Visitor;
import io.motorpool.application.payment.WalletReader;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.fleet.BoundingBox;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.payment.InstrumentChoice;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.ReservationTerms;
import io.motorpool.domain.reservation.Surroundings;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.ZoneId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The list asks the model itself whether a vehicle can be had, with what reserving would look at. So a yes is a yes: it is
 * not an opinion of a cache, and there is no second rule that could drift away from the first.
 */
public final class MapQueriesService implements MapQueries {

    private static final Markers NOTHING = new Markers(List.of(), false);

    private final UnitOfWork unitOfWork;
    private final ZoneMarkers markers;
    private final ZoneVehicles vehicles;
    private final WalletReader wallets;
    private final Clock clock;

    public MapQueriesService(
            UnitOfWork unitOfWork, ZoneMarkers markers, ZoneVehicles vehicles, WalletReader wallets, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.markers = markers;
        this.vehicles = vehicles;
        this.wallets = wallets;
        this.clock = clock;
    }

    @Override
    public Uni<Decision<Markers, Refusal>> markers(Caller caller, BoundingBox box, Set<MapLayer> layers) {
        if (!layers.contains(MapLayer.VIRTUAL_ZONES) || !(caller.profile() instanceof Profile.Business(var company))) {
            return Proceed.done(NOTHING);
        }
        return caller.holds(Permission.READ_FLEET)
                ? unitOfWork.reading(() -> markers.within(company, box, MOST_MARKERS + 1)
                        .map(MapQueriesService::cut)
                        .map(Decision::accept))
                : Proceed.refused(new NotPermitted(Permission.READ_FLEET));
    }

    /** From one more than are shown, which only tells that there are more. */
    private static Markers cut(List<ZoneMarkers.Marker> oneMore) {
        return new Markers(oneMore.stream().limit(MOST_MARKERS).toList(), oneMore.size() > MOST_MARKERS);
    }

    @Override
    public Uni<Decision<Page<VehicleRow>, Refusal>> vehicles(
            Caller caller, ZoneId zone, Period period, Page.Request page) {
        Instant now = clock.instant();
        return unitOfWork.reading(() -> vehicles.visitor(zone, caller.user(), period)
                .chain(found -> Proceed.with(
                        Permit.to(
                                caller,
                                Permission.RESERVE,
                                Thing.ZONE,
                                found,
                                visitor -> visitor.company().id()),
                        visitor -> vehicles.in(zone, visitor, period, page)
                                .chain(standing -> rows(standing, visitor, period, now))
                                .map(Decision::accept))));
    }

    private Uni<Page<VehicleRow>> rows(Page<Surroundings> standing, Visitor visitor, Period period, Instant now) {
        UserId driver = visitor.agenda().driver();
        if (standing.items().isEmpty()) {
            return Uni.createFrom().item(standing.map(around -> row(around, driver, period, Optional.empty(), now)));
        }
        return cannotPay(visitor.company(), driver, now)
                .map(unpaid -> standing.map(around -> row(around, driver, period, unpaid, now)));
    }

    /** The same for all of them: they are one company's, and what a vehicle costs does not decide who may pay. */
    private Uni<Optional<Refusal>> cannotPay(Company company, UserId user, Instant now) {
        return wallets.of(company, user)
                .map(wallet -> wallet.choose(new InstrumentChoice.TheUsual(), WalletReader.month(now))
                        .fold(_ -> Optional.empty(), Optional::of));
    }

    private static VehicleRow row(
            Surroundings around, UserId driver, Period period, Optional<Refusal> unpaid, Instant now) {
        Vehicle vehicle = around.vehicle();
        var wanted = new ReservationTerms(
                new ReservationId(vehicle.id().value()),
                vehicle.company(),
                vehicle.id(),
                driver,
                period,
                vehicle.description().turnaround(),
                false,
                now);
        return new VehicleRow(
                vehicle.id(),
                vehicle.description(),
                Reservation.whyNot(wanted, around, now)
                        .<Refusal>map(reason -> reason)
                        .or(() -> unpaid));
    }
}
