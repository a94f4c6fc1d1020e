package io.motorpool.adapters.persistence.reservation;

import io.motorpool.adapters.persistence.company.CompanyMapper;
import io.motorpool.adapters.persistence.company.CompanyRow;
import io.motorpool.adapters.persistence.company.MemberRow;
import io.motorpool.adapters.persistence.fleet.VehicleMapper;
import io.motorpool.adapters.persistence.fleet.VehicleRow;
import io.motorpool.application.reservation.SurroundingsReader;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VehicleDescription;
import io.motorpool.domain.reservation.DriverAgenda;
import io.motorpool.domain.reservation.DriverAgenda.Engagement;
import io.motorpool.domain.reservation.Occupancy;
import io.motorpool.domain.reservation.Relocation.Candidate;
import io.motorpool.domain.reservation.Surroundings;
import io.motorpool.domain.reservation.VehicleSchedule;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two questions for one decision: what the things are, and what is planned. */
@ApplicationScoped
public class PostgresSurroundings implements SurroundingsReader {

    private static final int MOST_CANDIDATES = 50;

    private static final String THINGS = """
            select v, c, m from VehicleRow v
              join CompanyRow c on c.id = v.companyId
              left join MemberRow m on m.companyId = v.companyId and m.userId = ?2
             where v.id = ?1""";

    private static final String PLANS = """
            from OccupancyRow o
             where (o.vehicleId = ?1 and o.clearAt > ?2 and o.startAt < ?3)
                or (o.vehicleId = ?1 and o.inUse)
                or (o.driverId = ?4 and o.endAt > ?2 and o.startAt < ?3)""";

    private static final String EQUALS = """
            select other.id from VehicleRow v join VehicleRow other
                on other.companyId = v.companyId and other.model = v.model and other.seats = v.seats
               and other.ownership = v.ownership and other.id <> v.id and other.status = ACTIVE
             where v.id = ?1
             order by case when other.zoneId = v.zoneId then 0 else 1 end, other.id""";

    @Override
    public Uni<Optional<Surroundings>> around(VehicleId vehicle, UserId driver, Period period) {
        return Fresh.rows(Object[].class, THINGS, vehicle.value(), driver.value())
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : plans(found.getFirst(), driver, period).map(Optional::of));
    }

    private static Uni<Surroundings> plans(Object[] things, UserId driver, Period period) {
        Vehicle vehicle = VehicleMapper.toDomain((VehicleRow) things[0]);
        CompanyRow companyRow = (CompanyRow) things[1];
        @Nullable MemberRow memberRow = (MemberRow) things[2];
        return Fresh.rows(
                        OccupancyRow.class,
                        PLANS,
                        vehicle.id().value(),
                        period.start(),
                        withTurnaround(period),
                        driver.value())
                .map(plans -> new Surroundings(
                        CompanyMapper.toDomain(companyRow),
                        vehicle,
                        schedule(vehicle.id(), plans),
                        memberRow == null ? null : CompanyMapper.toDomain(memberRow),
                        agenda(driver, plans)));
    }

    /** A reservation keeps the turnaround it was made with, which its vehicle's of today says nothing about. */
    private static Instant withTurnaround(Period period) {
        return period.end().plus(VehicleDescription.LONGEST_TURNAROUND);
    }

    private static VehicleSchedule schedule(VehicleId vehicle, List<OccupancyRow> plans) {
        return new VehicleSchedule(
                vehicle,
                plans.stream()
                        .filter(row -> row.vehicleId.equals(vehicle.value()))
                        .map(OccupancyMapper::toDomain)
                        .toList());
    }

    private static DriverAgenda agenda(UserId driver, List<OccupancyRow> plans) {
        return new DriverAgenda(
                driver,
                plans.stream()
                        .filter(row -> driver.value().equals(row.driverId))
                        .map(row -> new Engagement(
                                new ReservationId(row.id),
                                new CompanyId(row.companyId),
                                new Period(row.startAt, row.endAt)))
                        .toList());
    }

    @Override
    public Uni<List<VehicleId>> equalTo(VehicleId vehicle) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(EQUALS, UUID.class)
                        .setParameter(1, vehicle.value())
                        .setMaxResults(MOST_CANDIDATES)
                        .getResultList())
                .map(found -> found.stream().map(VehicleId::new).toList());
    }

    @Override
    public Uni<List<Candidate>> candidates(List<VehicleId> vehicles, Period period) {
        List<UUID> ids = vehicles.stream().map(VehicleId::value).toList();
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Fresh.rows(VehicleRow.class, "from VehicleRow v where v.id in ?1", ids)
                .chain(rows -> Fresh.rows(
                                OccupancyRow.class,
                                "from OccupancyRow o where o.vehicleId in ?1 and o.clearAt > ?2 and o.startAt < ?3",
                                ids,
                                period.start(),
                                withTurnaround(period))
                        .map(plans -> inOrder(ids, rows, plans)));
    }

    private static List<Candidate> inOrder(List<UUID> ids, List<VehicleRow> rows, List<OccupancyRow> plans) {
        return ids.stream()
                .flatMap(id -> rows.stream().filter(row -> row.id.equals(id)))
                .map(VehicleMapper::toDomain)
                .map(vehicle -> new Candidate(vehicle, occupancies(vehicle, plans)))
                .toList();
    }

    private static VehicleSchedule occupancies(Vehicle vehicle, List<OccupancyRow> plans) {
        List<Occupancy> own = plans.stream()
                .filter(row -> row.vehicleId.equals(vehicle.id().value()))
                .map(OccupancyMapper::toDomain)
                .toList();
        return new VehicleSchedule(vehicle.id(), own);
    }
}
