package io.motorpool.adapters.persistence.reconciliation;

import io.motorpool.adapters.persistence.Rows;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.adapters.persistence.company.CompanyMapper;
import io.motorpool.adapters.persistence.fleet.VehicleMapper;
import io.motorpool.application.reconciliation.MasterRecords;
import io.motorpool.domain.reconciliation.LegacyRow;
import io.motorpool.domain.reconciliation.Masters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** One question for each kind, however many rows there are. */
@ApplicationScoped
public class PostgresMasterRecords implements MasterRecords {

    private static final String COMPANIES =
            "SELECT %s FROM company AS c WHERE c.id = ANY (CAST(:ids AS uuid[]))".formatted(CompanyMapper.COLUMNS);

    private static final String VEHICLES =
            "SELECT %s FROM vehicle AS v WHERE v.id = ANY (CAST(:ids AS uuid[]))".formatted(VehicleMapper.COLUMNS);

    private static final String MEMBERS = """
            SELECT %s FROM member AS m
             WHERE (m.company_id, m.user_id) IN (
                   SELECT company, driver FROM unnest(CAST(:companies AS uuid[]), CAST(:drivers AS uuid[]))
                          AS named (company, driver))""".formatted(CompanyMapper.MEMBER_COLUMNS);

    @Override
    public Uni<Masters> of(Collection<LegacyRow> rows) {
        List<Masters.Membership> memberships = rows.stream()
                .map(row -> new Masters.Membership(row.company(), row.driver()))
                .distinct()
                .toList();
        return Sql.read(COMPANIES, ids(rows, row -> row.company().value()), CompanyMapper::company)
                .chain(companies -> Sql.read(
                                VEHICLES, ids(rows, row -> row.vehicle().value()), VehicleMapper::vehicle)
                        .chain(vehicles -> Sql.read(MEMBERS, columns(memberships), CompanyMapper::member)
                                .map(members -> Masters.of(companies, vehicles, members))));
    }

    private static Map<String, ?> ids(Collection<LegacyRow> rows, Function<LegacyRow, UUID> id) {
        return Map.of("ids", rows.stream().map(id).distinct().toArray(UUID[]::new));
    }

    private static Map<String, ?> columns(List<Masters.Membership> memberships) {
        return Map.of(
                "companies", Rows.uuids(memberships, it -> it.company().value()),
                "drivers", Rows.uuids(memberships, it -> it.user().value()));
    }
}
