package io.motorpool.adapters.persistence.route;

import io.motorpool.adapters.persistence.Changed;
import io.motorpool.adapters.persistence.Columns;
import io.motorpool.adapters.persistence.CompanyPages;
import io.motorpool.adapters.persistence.RowLock;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.route.Slots;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.route.Slot;
import io.motorpool.domain.route.SlotId;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of slots. */
@ApplicationScoped
public class PostgresSlots implements Slots {

    private static final String SELECT =
            "SELECT t.id, t.route_id, t.company_id, t.name, t.timetables::text, t.retired, t.version FROM slot AS t";

    private static final CompanyPages<Versioned<Slot>> PAGES = new CompanyPages<>(
            SELECT, PostgresSlots::slot, stored -> stored.value().id().value());

    @Override
    public Uni<Optional<Versioned<Slot>>> find(SlotId id) {
        return select(id, "");
    }

    @Override
    public Uni<Optional<Versioned<Slot>>> lock(SlotId id) {
        return select(id, RowLock.CHANGE.clause());
    }

    private static Uni<Optional<Versioned<Slot>>> select(SlotId id, String lock) {
        return Sql.read(SELECT + " WHERE t.id = :id " + lock, Map.of("id", id.value()), PostgresSlots::slot)
                .map(found -> found.stream().findFirst());
    }

    private static Versioned<Slot> slot(Columns columns) {
        Slot slot = new Slot(
                new SlotId(columns.uuid()),
                new RouteId(columns.uuid()),
                new CompanyId(columns.uuid()),
                columns.text(),
                TimetableJson.read(columns.text()),
                columns.flag());
        return new Versioned<>(slot, new Version(columns.longNumber()));
    }

    @Override
    public Uni<Version> add(Slot slot) {
        return Sql.change(
                        """
                        INSERT INTO slot (id, version, company_id, route_id, name, timetables, retired)
                        VALUES (:id, 0, :company, :route, :name, CAST(CAST(:timetables AS text) AS jsonb), :retired)""",
                        Map.of(
                                "id", slot.id().value(),
                                "company", slot.company().value(),
                                "route", slot.route().value(),
                                "name", slot.name(),
                                "timetables", TimetableJson.write(slot.timetables()),
                                "retired", slot.retired()))
                .replaceWith(Version.FIRST);
    }

    @Override
    public Uni<Version> save(Versioned<Slot> changed) {
        return find(changed.value().id())
                .chain(stored -> stored.equals(Optional.of(changed))
                        ? Uni.createFrom().item(changed.version())
                        : update(changed));
    }

    private static Uni<Version> update(Versioned<Slot> changed) {
        Slot slot = changed.value();
        Version next = changed.version().next();
        return Changed.exactly(
                        1,
                        Sql.change(
                                """
                                UPDATE slot SET name = :name, timetables = CAST(CAST(:timetables AS text) AS jsonb),
                                                retired = :retired, version = :next
                                 WHERE id = :id AND version = :seen""",
                                Map.of(
                                        "id", slot.id().value(),
                                        "name", slot.name(),
                                        "timetables", TimetableJson.write(slot.timetables()),
                                        "retired", slot.retired(),
                                        "next", next.value(),
                                        "seen", changed.version().value())))
                .replaceWith(next);
    }

    @Override
    public Uni<Long> living(RouteId route) {
        return Sql.read(
                        "SELECT count(*) FROM slot WHERE route_id = :route AND NOT retired",
                        Map.of("route", route.value()),
                        Columns::longNumber)
                .map(List::getFirst);
    }

    @Override
    public Uni<Page<Versioned<Slot>>> list(CompanyScope scope, Optional<RouteId> route, Page.Request page) {
        return route.map(only -> PAGES.list(scope, "AND t.route_id = :route", Map.of("route", only.value()), page))
                .orElseGet(() -> PAGES.list(scope, "", Map.of(), page));
    }
}
