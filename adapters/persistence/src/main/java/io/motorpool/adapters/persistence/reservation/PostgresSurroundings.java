package io.motorpool.adapters.persistence.reservation;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.adapters.persistence.company.CompanyMapper;
import io.motorpool.adapters.persistence.fleet.VehicleMapper;
import io.motorpool.application.reservation.SurroundingsReader;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VehicleDescription;
import io.motorpool.domain.reservation.DriverAgenda;
import io.motorpool.domain.reservation.DriverAgenda.Engagement;
import io.motorpool.domain.reservation.Relocation.Candidate;
import io.motorpool.domain.reservation.Surroundings;
import io.motorpool.domain.reservation.VehicleSchedule;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One question for one decision: what the things are, and what is planned. */
@ApplicationScoped
public class PostgresSurroundings implements SurroundingsReader {

    private static final int MOST_CANDIDATES = 50;

    /** A row for each plan, and one without a plan when there is none. */
    private static final String AROUND = "SELECT " + CompanyMapper.COLUMNS + ", " + VehicleMapper.COLUMNS + ", "
            + CompanyMapper.MEMBER_COLUMNS + ", " + OccupancyRow.COLUMNS + " " + """
            FROM vehicle AS v
              JOIN company AS c ON c.id = v.company_id
              LEFT JOIN member AS m ON m.company_id = v.company_id AND m.user_id = :driver
              LEFT JOIN occupancy AS o
                ON (o.vehicle_id = :vehicle AND o.clear_at > :start AND o.start_at < :until)
                OR (o.vehicle_id = :vehicle AND o.in_use)
                OR (o.driver_id = :driver AND o.end_at > :start AND o.start_at < :until)
             WHERE v.id = :vehicle\
            """;

    private static final String EQUALS = """
        select other.id from VehicleRow v join VehicleRow other
            on other.companyId = v.companyId and other.model = v.model and other.seats = v.seats
           and other.ownership = v.ownership and other.propulsion = v.propulsion and other.id <> v.id and other.status = ACTIVE
         where v.id = ?1
         order by case when other.zoneId = v.zoneId then 0 else 1 end, other.id\
        """;

    @Override
    public Uni<Optional<Surroundings>> around(VehicleId vehicle, UserId driver, Period period) {
        return Sql.read(
                        AROUND,
                        Map.of(
                                "vehicle", vehicle.value(),
                                "driver", driver.value(),
                                "start", period.start(),
                                "until", withTurnaround(period)),
                        Seen::read)
                .map(seen -> seen.stream().findFirst().map(first -> surroundings(first, driver, plans(seen))));
    }

    /** One row of the answer. */
    private record Seen(
            Company company,
            Vehicle vehicle,
            @Nullable Member driver,
            @Nullable OccupancyRow plan) {

        static Seen read(Columns columns) {
            return new Seen(
                    CompanyMapper.company(columns),
                    VehicleMapper.vehicle(columns),
                    CompanyMapper.memberIfAny(columns),
                    columns.isNull() ? null : OccupancyRow.read(columns));
        }
    }

    private static List<OccupancyRow> plans(List<Seen> seen) {
        return seen.stream().map(Seen::plan).filter(Objects::nonNull).toList();
    }

    private static Surroundings surroundings(Seen first, UserId driver, List<OccupancyRow> plans) {
        return new Surroundings(
                first.company(),
                first.vehicle(),
                schedule(first.vehicle().id(), plans),
                first.driver(),
                agenda(driver, plans));
    }

    /** A reservation keeps the turnaround it was made with, which its vehicle's of today says nothing about. */
    static Instant withTurnaround(Period period) {
        return period.end().plus(VehicleDescription.LONGEST_TURNAROUND);
    }

    static VehicleSchedule schedule(VehicleId vehicle, List<OccupancyRow> plans) {
        return new VehicleSchedule(
                vehicle,
                plans.stream()
                        .filter(row -> row.vehicleId().equals(vehicle.value()))
                        .map(OccupancyMapper::toDomain)
                        .toList());
    }

    static DriverAgenda agenda(UserId driver, List<OccupancyRow> plans) {
        return new DriverAgenda(
                driver,
                plans.stream()
                        .filter(row -> driver.value().equals(row.driverId()))
                        .map(row -> new Engagement(
                                new ReservationId(row.id()),
                                new CompanyId(row.companyId()),
                                new Period(row.startAt(), row.endAt())))
                        .toList());
    }

    @Override
    public Uni<Optional<Versioned<Vehicle>>> vehicle(VehicleId vehicle) {
        return Sql.read(
                        "SELECT " + VehicleMapper.COLUMNS + ", v.version FROM vehicle AS v WHERE v.id = :vehicle",
                        Map.of("vehicle", vehicle.value()),
                        columns -> new Versioned<>(VehicleMapper.vehicle(columns), new Version(columns.longNumber())))
                .map(found -> found.stream().findFirst());
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
        if (vehicles.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        UUID[] ids = vehicles.stream().map(VehicleId::value).toArray(UUID[]::new);
        return Sql.read(
                        "SELECT " + VehicleMapper.COLUMNS + " FROM vehicle AS v WHERE v.id = ANY(:ids)",
                        Map.of("ids", ids),
                        VehicleMapper::vehicle)
                .chain(found -> OccupancyTable.where(
                                "o.vehicle_id = ANY(:ids) AND o.clear_at > :start AND o.start_at < :until",
                                Map.of("ids", ids, "start", period.start(), "until", withTurnaround(period)))
                        .map(plans -> inOrder(vehicles, found, plans)));
    }

    private static List<Candidate> inOrder(List<VehicleId> wanted, List<Vehicle> found, List<OccupancyRow> plans) {
        return wanted.stream()
                .flatMap(id -> found.stream().filter(vehicle -> vehicle.id().equals(id)))
                .map(vehicle -> new Candidate(vehicle, schedule(vehicle.id(), plans)))
                .toList();
    }
}
