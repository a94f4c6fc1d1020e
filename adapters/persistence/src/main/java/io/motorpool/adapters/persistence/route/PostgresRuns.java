package io.motorpool.adapters.persistence.route;

import io.motorpool.adapters.persistence.Changed;
import io.motorpool.adapters.persistence.CompanyPages;
import io.motorpool.adapters.persistence.Rows;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.route.Runs;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.route.Run;
import io.motorpool.domain.route.RunId;
import io.motorpool.domain.route.SlotId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of runs. Many are written by one statement. */
@ApplicationScoped
public class PostgresRuns implements Runs {

    private static final String SELECT = "SELECT " + RunMapper.COLUMNS + " FROM run AS t";

    private static final CompanyPages<Versioned<Run>> PAGES = new CompanyPages<>(
            SELECT, RunMapper::run, stored -> stored.value().id().value());

    @Override
    public Uni<Optional<Versioned<Run>>> find(RunId id) {
        return Sql.read(SELECT + " WHERE t.id = :id", Map.of("id", id.value()), RunMapper::run)
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<List<Versioned<Run>>> between(SlotId slot, LocalDate first, LocalDate last) {
        return Sql.read(
                SELECT + " WHERE t.slot_id = :slot AND t.service_date BETWEEN :first AND :last ORDER BY t.departure",
                Map.of("slot", slot.value(), "first", first, "last", last),
                RunMapper::run);
    }

    @Override
    public Uni<Void> addAll(List<Run.Scheduled> planned) {
        return Sql.change(
                        """
                        INSERT INTO run (id, version, company_id, route_id, slot_id, departure, status)
                        SELECT planned.*, 'SCHEDULED'
                          FROM (SELECT id, 0, company, route, slot, departure
                                  FROM unnest(CAST(:ids AS uuid[]), CAST(:companies AS uuid[]), CAST(:routes AS uuid[]),
                                              CAST(:slots AS uuid[]), CAST(:departures AS timestamptz[]))
                                    AS t (id, company, route, slot, departure)) AS planned""",
                        Map.of(
                                "ids", Rows.uuids(planned, run -> run.id().value()),
                                "companies",
                                        Rows.uuids(
                                                planned,
                                                run -> run.plan().company().value()),
                                "routes",
                                        Rows.uuids(
                                                planned,
                                                run -> run.plan().route().value()),
                                "slots",
                                        Rows.uuids(
                                                planned,
                                                run -> run.plan().slot().value()),
                                "departures",
                                        Rows.instants(planned, run -> run.plan().departure())))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Version>> saveAll(List<? extends Versioned<? extends Run>> changed) {
        return Changed.exactly(
                        changed.size(),
                        Sql.change(
                                """
                                UPDATE run AS t
                                   SET version = t.version + 1, status = n.status, left_at = n.left_at,
                                       arrived_at = n.arrived_at, cause = n.cause, cancelled_at = n.cancelled_at
                                  FROM unnest(CAST(:ids AS uuid[]), CAST(:versions AS bigint[]), CAST(:statuses AS text[]),
                                              CAST(:left AS timestamptz[]), CAST(:arrived AS timestamptz[]),
                                              CAST(:causes AS text[]), CAST(:cancelled AS timestamptz[]))
                                    AS n (id, version, status, left_at, arrived_at, cause, cancelled_at)
                                 WHERE t.id = n.id AND t.version = n.version""",
                                Map.of(
                                        "ids",
                                                Rows.uuids(
                                                        changed,
                                                        it -> it.value().id().value()),
                                        "versions",
                                                Rows.longs(
                                                        changed,
                                                        it -> it.version().value()),
                                        "statuses",
                                                Rows.texts(
                                                        changed,
                                                        it -> it.value()
                                                                .status()
                                                                .name()),
                                        "left", Rows.instants(changed, it -> RunMapper.left(it.value())),
                                        "arrived", Rows.instants(changed, it -> RunMapper.arrived(it.value())),
                                        "causes", Rows.texts(changed, it -> RunMapper.cause(it.value())),
                                        "cancelled", Rows.instants(changed, it -> RunMapper.cancelled(it.value())))))
                .map(_ -> changed.stream().map(it -> it.version().next()).toList());
    }

    @Override
    public Uni<Page<Versioned<Run>>> list(CompanyScope scope, LocalDate serviceDate, Page.Request page) {
        return PAGES.list(scope, "AND t.service_date = :date", Map.of("date", serviceDate), page);
    }
}
