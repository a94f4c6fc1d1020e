package io.motorpool.adapters.persistence.fleet;

import io.motorpool.adapters.persistence.Sql;
import io.motorpool.adapters.persistence.VersionedTable;
import io.motorpool.application.fleet.PlanWindows;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.fleet.PlanWindow;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.PlanWindowId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The table of plan windows. */
@ApplicationScoped
public class PostgresPlanWindows implements PlanWindows {

    private static final VersionedTable<PlanWindowRow, PlanWindow> TABLE = new VersionedTable<>(
            PlanWindowRow.class,
            "plan_window",
            "companyId",
            row -> row.id,
            PlanWindowMapper::toDomain,
            PlanWindowMapper::toRow);

    @Override
    public Uni<Optional<Versioned<PlanWindow>>> find(PlanWindowId id) {
        return TABLE.find(id.value());
    }

    @Override
    public Uni<List<PlanWindow>> living(VehicleId vehicle) {
        return read("from PlanWindowRow where vehicleId = ?1 and retired = false order by id", vehicle.value());
    }

    /** The same of all the company's vehicles. */
    public static Uni<List<PlanWindow>> living(CompanyId company) {
        return read("from PlanWindowRow where companyId = ?1 and retired = false order by id", company.value());
    }

    private static Uni<List<PlanWindow>> read(String query, UUID of) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(query, PlanWindowRow.class)
                        .setParameter(1, of)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> PlanWindowMapper.toDomain(row).value())
                        .toList());
    }

    @Override
    public Uni<Version> add(PlanWindow window) {
        PlanWindowRow row = PlanWindowMapper.toRow(new Versioned<>(window, Version.FIRST));
        return Sql.change(
                        """
                        INSERT INTO plan_window (id, version, company_id, vehicle_id, term_from, term_until, days,
                                                 from_time, until_time, retired)
                        VALUES (:id, 0, :company, :vehicle, :from, :until, :days, :fromTime, :untilTime, :retired)""",
                        Map.of(
                                "id", row.id,
                                "company", row.companyId,
                                "vehicle", row.vehicleId,
                                "from", row.termFrom,
                                "until", row.termUntil,
                                "days", row.days,
                                "fromTime", row.fromTime,
                                "untilTime", row.untilTime,
                                "retired", row.retired))
                .replaceWith(Version.FIRST);
    }

    @Override
    public Uni<Version> save(Versioned<PlanWindow> changed) {
        return TABLE.save(changed);
    }

    @Override
    public Uni<Page<Versioned<PlanWindow>>> list(CompanyScope scope, VehicleId vehicle, Page.Request page) {
        return TABLE.list(scope, " and vehicleId = :vehicle", Map.of("vehicle", vehicle.value()), page);
    }
}
