package io.motorpool.adapters.persistence.route;

import io.motorpool.adapters.persistence.Changed;
import io.motorpool.adapters.persistence.Rows;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.route.DispatchSheets;
import io.motorpool.domain.route.DispatchSheet;
import io.motorpool.domain.route.Slot;
import io.motorpool.domain.route.SlotId;
import io.motorpool.domain.route.Span;
import io.motorpool.domain.route.VehicleContract;
import io.motorpool.domain.route.VehicleContractNumber;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of vehicle contracts. That no two overlap is proven again by its exclusion constraints. */
@ApplicationScoped
public class PostgresDispatchSheets implements DispatchSheets {

    private static final String SELECT = "SELECT " + ContractMapper.COLUMNS + " FROM vehicle_contract AS t ";

    @Override
    public Uni<DispatchSheet> of(Slot slot) {
        return Sql.read(
                        SELECT + "WHERE t.slot_id = :slot ORDER BY t.start_at, t.id",
                        Map.of("slot", slot.id().value()),
                        ContractMapper::contract)
                .map(contracts -> new DispatchSheet(slot.id(), slot.company(), contracts));
    }

    @Override
    public Uni<List<VehicleContract>> elsewhere(VehicleId vehicle, SlotId except, Span span) {
        Instant end = span.end();
        Map<String, ?> parameters = Map.of(
                "vehicle", vehicle.value(),
                "slot", except.value(),
                "start", span.start(),
                "end", end == null ? "infinity" : end.toString());
        return Sql.read(SELECT + """
                WHERE t.vehicle_id = :vehicle AND t.slot_id <> :slot AND t.start_at IS NOT NULL
                  AND tstzrange(t.start_at, t.end_at)
                   && tstzrange(:start, CAST(CAST(:end AS text) AS timestamptz))
                ORDER BY t.start_at""", parameters, ContractMapper::contract);
    }

    @Override
    public Uni<Optional<VehicleContract>> serving(VehicleId vehicle, Instant at) {
        return first(
                "WHERE t.vehicle_id = :vehicle AND t.start_at <= :at AND (t.end_at IS NULL OR t.end_at > :at)",
                Map.of("vehicle", vehicle.value(), "at", at));
    }

    @Override
    public Uni<Optional<VehicleContract>> last(VehicleId vehicle, Instant before) {
        return first(
                "WHERE t.vehicle_id = :vehicle AND t.end_at <= :before ORDER BY t.start_at DESC LIMIT 1",
                Map.of("vehicle", vehicle.value(), "before", before));
    }

    @Override
    public Uni<List<VehicleContract>> drivenBy(UserId chauffeur, Span span) {
        Instant end = span.end();
        return Sql.read(
                SELECT + """
                WHERE t.chauffeur_id = :chauffeur AND t.start_at IS NOT NULL
                  AND tstzrange(t.start_at, t.end_at)
                   && tstzrange(:start, CAST(CAST(:end AS text) AS timestamptz))
                ORDER BY t.start_at""",
                Map.of(
                        "chauffeur",
                        chauffeur.value(),
                        "start",
                        span.start(),
                        "end",
                        end == null ? "infinity" : end.toString()),
                ContractMapper::contract);
    }

    @Override
    public Uni<Optional<VehicleContract>> find(VehicleContractNumber number) {
        return first("WHERE t.number = :number", Map.of("number", number.value()));
    }

    private static Uni<Optional<VehicleContract>> first(String condition, Map<String, ?> parameters) {
        return Sql.read(SELECT + condition, parameters, ContractMapper::contract)
                .map(found -> found.stream().findFirst());
    }

    /** First what ends, so that there is room for what begins. */
    @Override
    public Uni<Void> store(DispatchSheet.Changed changed) {
        return cut(changed.cut()).chain(() -> issue(changed.issued()));
    }

    private static Uni<Void> cut(List<VehicleContract> cut) {
        return Changed.exactly(
                cut.size(),
                Sql.change(
                        """
                        UPDATE vehicle_contract AS t SET start_at = n.start_at, end_at = n.end_at
                          FROM unnest(CAST(:ids AS uuid[]), CAST(:starts AS timestamptz[]), CAST(:ends AS timestamptz[]))
                            AS n (id, start_at, end_at)
                         WHERE t.id = n.id""",
                        Map.of(
                                "ids", Rows.uuids(cut, it -> it.id().value()),
                                "starts", Rows.instants(cut, PostgresDispatchSheets::start),
                                "ends", Rows.instants(cut, PostgresDispatchSheets::end))));
    }

    private static Uni<Void> issue(List<VehicleContract> issued) {
        return Sql.change(
                        """
                        INSERT INTO vehicle_contract (id, number, company_id, slot_id, vehicle_id, chauffeur_id, cause,
                                                      start_at, end_at)
                        SELECT * FROM unnest(CAST(:ids AS uuid[]), CAST(:numbers AS text[]), CAST(:companies AS uuid[]),
                                             CAST(:slots AS uuid[]), CAST(:vehicles AS uuid[]), CAST(:chauffeurs AS uuid[]),
                                             CAST(:causes AS text[]), CAST(:starts AS timestamptz[]),
                                             CAST(:ends AS timestamptz[]))""",
                        Map.of(
                                "ids", Rows.uuids(issued, it -> it.id().value()),
                                "numbers", Rows.texts(issued, it -> it.number().value()),
                                "companies",
                                        Rows.uuids(
                                                issued,
                                                it -> it.terms().company().value()),
                                "slots",
                                        Rows.uuids(
                                                issued, it -> it.terms().slot().value()),
                                "vehicles",
                                        Rows.uuids(issued, it -> it.vehicle().value()),
                                "chauffeurs",
                                        Rows.uuids(
                                                issued,
                                                it -> it.terms()
                                                        .assignment()
                                                        .chauffeur()
                                                        .value()),
                                "causes",
                                        Rows.texts(
                                                issued, it -> it.terms().cause().name()),
                                "starts", Rows.instants(issued, PostgresDispatchSheets::start),
                                "ends", Rows.instants(issued, PostgresDispatchSheets::end)))
                .replaceWithVoid();
    }

    private static @Nullable Instant start(VehicleContract contract) {
        return contract.served().map(Span::start).orElse(null);
    }

    private static @Nullable Instant end(VehicleContract contract) {
        return contract.served()
                .flatMap(span -> Optional.ofNullable(span.end()))
                .orElse(null);
    }
}
