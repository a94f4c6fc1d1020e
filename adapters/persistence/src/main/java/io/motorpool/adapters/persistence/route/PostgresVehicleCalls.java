package io.motorpool.adapters.persistence.route;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.adapters.persistence.Rows;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.route.VehicleCalls;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Calls, and one row for each vehicle that says whose turn it is. The row is leased; whoever lost the lease finds that it
 * was claimed at another instant since, and changes nothing any more. Calls that are claimed are marked, so that one which
 * was committed later is not taken for answered, whatever instant it carries.
 */
@ApplicationScoped
public class PostgresVehicleCalls implements VehicleCalls {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @Override
    public Uni<Void> add(List<Call> calls) {
        UUID[] vehicles = Rows.uuids(calls, call -> call.vehicle().value());
        return Sql.change("""
                        INSERT INTO vehicle_registration (vehicle_id)
                        SELECT DISTINCT v FROM unnest(CAST(:vehicles AS uuid[])) AS v ORDER BY v
                        ON CONFLICT (vehicle_id) DO NOTHING""", Map.of("vehicles", vehicles))
                .chain(() -> Sql.change(
                        """
                        INSERT INTO vehicle_call (vehicle_id, company_id, due_at)
                        SELECT * FROM unnest(CAST(:vehicles AS uuid[]), CAST(:companies AS uuid[]),
                                             CAST(:due AS timestamptz[]))""",
                        Map.of(
                                "vehicles", vehicles,
                                "companies",
                                        Rows.uuids(calls, call -> call.company().value()),
                                "due", Rows.instants(calls, Call::due))))
                .replaceWithVoid();
    }

    private record Turn(
            VehicleId vehicle, CompanyId company, @Nullable Instant underWaySince) {}

    @Override
    public Uni<Optional<Claimed>> claim(Instant now, Duration lease) {
        return Sql.read(
                        """
                        SELECT r.vehicle_id, c.company_id, r.under_way_since
                          FROM vehicle_registration AS r JOIN vehicle_call AS c ON c.vehicle_id = r.vehicle_id
                         WHERE c.due_at <= :now AND r.not_before <= :now AND NOT r.rejected
                         ORDER BY c.due_at, c.id LIMIT 1 FOR UPDATE OF r SKIP LOCKED""",
                        Map.of("now", now),
                        columns -> new Turn(
                                new VehicleId(columns.uuid()), new CompanyId(columns.uuid()), columns.instantOrNull()))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : take(found.getFirst(), now, lease).map(Optional::of));
    }

    private static Uni<Claimed> take(Turn turn, Instant now, Duration lease) {
        UUID vehicle = turn.vehicle().value();
        return Sql.change("""
                        UPDATE vehicle_registration
                           SET attempts = attempts + 1, claimed_at = :now, under_way_since = :now, not_before = :until
                         WHERE vehicle_id = :vehicle""", Map.of("vehicle", vehicle, "now", now, "until", now.plus(lease)))
                .chain(() -> Sql.change(
                        "UPDATE vehicle_call SET claimed = true WHERE vehicle_id = :vehicle AND due_at <= :now",
                        Map.of("vehicle", vehicle, "now", now)))
                .replaceWith(() -> new Claimed(turn.vehicle(), turn.company(), now, turn.underWaySince()));
    }

    @Override
    public Uni<Void> done(Claimed claimed) {
        return Sql.change("""
                        UPDATE vehicle_registration
                           SET attempts = 0, claimed_at = NULL, under_way_since = NULL, not_before = '-infinity',
                               trouble = '', rejected = false
                         WHERE vehicle_id = :vehicle AND claimed_at = :at""", of(claimed))
                .chain(touched -> touched == 0
                        ? Uni.createFrom().voidItem()
                        : Sql.change(
                                        "DELETE FROM vehicle_call WHERE vehicle_id = :vehicle AND claimed",
                                        Map.of("vehicle", claimed.vehicle().value()))
                                .replaceWithVoid());
    }

    @Override
    public Uni<Void> postpone(Claimed claimed, String trouble, Instant notBefore, @Nullable Instant underWaySince) {
        Map<String, Object> parameters = of(claimed);
        parameters.put("trouble", trouble);
        parameters.put("notBefore", notBefore);
        parameters.put("since", underWaySince == null ? "" : underWaySince.toString());
        return Sql.change("""
                        UPDATE vehicle_registration
                           SET claimed_at = NULL, trouble = :trouble, not_before = :notBefore,
                               under_way_since = CAST(NULLIF(:since, '') AS timestamptz)
                         WHERE vehicle_id = :vehicle AND claimed_at = :at""", parameters).replaceWithVoid();
    }

    @Override
    public Uni<Void> reject(Claimed claimed, String reason) {
        Map<String, Object> parameters = of(claimed);
        parameters.put("reason", reason);
        return Sql.change("""
                        UPDATE vehicle_registration
                           SET claimed_at = NULL, under_way_since = NULL, trouble = :reason, rejected = true
                         WHERE vehicle_id = :vehicle AND claimed_at = :at""", parameters).replaceWithVoid();
    }

    private static Map<String, Object> of(Claimed claimed) {
        return new HashMap<>(Map.of("vehicle", claimed.vehicle().value(), "at", claimed.at()));
    }

    @Override
    public Uni<Boolean> retry(VehicleId vehicle, Instant now) {
        return Sql.change("""
                        UPDATE vehicle_registration SET rejected = false, not_before = :now, under_way_since = NULL
                         WHERE vehicle_id = :vehicle AND rejected""", Map.of("vehicle", vehicle.value(), "now", now)).map(touched -> touched > 0);
    }

    @Override
    public Uni<Page<Waiting>> list(CompanyScope scope, Page.Request page) {
        return switch (scope) {
            case CompanyScope.Every _ -> select("", Map.of(), page);
            case CompanyScope.Only(var company) ->
                select("AND first.company_id = :company", Map.of("company", company.value()), page);
            case CompanyScope.None _ -> Uni.createFrom().item(() -> new Page<>(List.of(), Optional.empty()));
        };
    }

    private static Uni<Page<Waiting>> select(String condition, Map<String, ?> parameters, Page.Request page) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("after", page.after().map(Page.Cursor::id).orElse(BEFORE_ALL));
        all.put("most", page.limit() + 1);
        return Sql.read("""
                        SELECT r.vehicle_id, first.company_id, first.due_at, r.attempts, r.trouble, r.rejected
                          FROM vehicle_registration AS r
                         CROSS JOIN LATERAL (
                               SELECT c.company_id, c.due_at FROM vehicle_call AS c
                                WHERE c.vehicle_id = r.vehicle_id ORDER BY c.due_at, c.id LIMIT 1) AS first
                         WHERE r.vehicle_id > :after %s
                         ORDER BY r.vehicle_id LIMIT :most""".formatted(condition), all, PostgresVehicleCalls::waiting)
                .map(rows -> Page.of(
                        rows, page, it -> new Page.Cursor(null, it.vehicle().value())));
    }

    private static Waiting waiting(Columns columns) {
        return new Waiting(
                new VehicleId(columns.uuid()),
                new CompanyId(columns.uuid()),
                columns.instant(),
                columns.number(),
                columns.text(),
                columns.flag());
    }
}
