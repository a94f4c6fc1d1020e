package io.motorpool.adapters.persistence.fleet;

import io.motorpool.adapters.persistence.Sql;
import io.motorpool.adapters.persistence.VersionedTable;
import io.motorpool.application.fleet.Zones;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.fleet.VirtualZone;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.motorpool.domain.shared.ZoneId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** The zone table. */
@ApplicationScoped
public class PostgresZones implements Zones {

    private static final VersionedTable<ZoneRow, VirtualZone> TABLE = new VersionedTable<>(
            ZoneRow.class, "zone", "companyId", row -> row.id, ZoneMapper::toDomain, ZoneMapper::toRow);

    @Override
    public Uni<Optional<Versioned<VirtualZone>>> find(ZoneId id) {
        return TABLE.find(id.value());
    }

    @Override
    public Uni<Optional<Versioned<VirtualZone>>> hold(ZoneId id) {
        return TABLE.hold(id.value());
    }

    @Override
    public Uni<Optional<Versioned<VirtualZone>>> lock(ZoneId id) {
        return TABLE.lock(id.value());
    }

    @Override
    public Uni<Version> add(VirtualZone zone) {
        ZoneRow row = ZoneMapper.toRow(new Versioned<>(zone, Version.FIRST));
        return Sql.change(
                        """
                        INSERT INTO zone (id, version, company_id, name, longitude, latitude, area, status)
                        VALUES (:id, 0, :company, :name, :longitude, :latitude,
                                CAST(NULLIF(:area, '') AS jsonb), :status)""",
                        Map.of(
                                "id", row.id,
                                "company", row.companyId,
                                "name", row.name,
                                "longitude", row.longitude,
                                "latitude", row.latitude,
                                "area", row.area == null ? "" : row.area,
                                "status", row.status.name()))
                .replaceWith(Version.FIRST);
    }

    @Override
    public Uni<Version> save(Versioned<VirtualZone> changed) {
        return TABLE.save(changed);
    }

    @Override
    public Uni<Page<Versioned<VirtualZone>>> list(CompanyScope scope, Page.Request page) {
        return TABLE.list(scope, page);
    }
}
