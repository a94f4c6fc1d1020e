package io.motorpool.adapters.persistence.key;

import io.motorpool.adapters.persistence.Changed;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.key.VehicleKeys;
import io.motorpool.domain.key.HandOver;
import io.motorpool.domain.key.HandOverId;
import io.motorpool.domain.key.KeyGrant;
import io.motorpool.domain.key.KeyPolicy;
import io.motorpool.domain.key.VehicleKey;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keys, with their grants and hand-overs beside them. A key is locked before it is read: what a question joins to a row that
 * it waited for is older than that row.
 */
@ApplicationScoped
public class PostgresVehicleKeys implements VehicleKeys {

    @Override
    public Uni<Optional<Versioned<VehicleKey>>> find(VehicleId vehicle) {
        return Sql.read(
                        KeyMapper.KEYS + "WHERE k.vehicle_id = :vehicle",
                        Map.of("vehicle", vehicle.value()),
                        KeyMapper::key)
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<Versioned<VehicleKey>> lock(VehicleId vehicle, CompanyId company) {
        return Sql.change("""
                        INSERT INTO vehicle_key (vehicle_id, company_id, version, order_number, custody)
                        VALUES (:vehicle, :company, 0, 0, 'NOBODY')
                        ON CONFLICT (vehicle_id) DO NOTHING\
                        """, Map.of("vehicle", vehicle.value(), "company", company.value()))
                .chain(() -> Sql.rows(
                        "SELECT vehicle_id, 0 FROM vehicle_key WHERE vehicle_id = :vehicle FOR NO KEY UPDATE",
                        Map.of("vehicle", vehicle.value())))
                .chain(() -> find(vehicle))
                .map(Optional::orElseThrow);
    }

    /** Whatever is closed or ended comes before what takes its place. */
    @Override
    public Uni<Void> save(Versioned<VehicleKey> changed, List<KeyGrant> grants, List<HandOver> handOvers) {
        Map<String, Object> parameters = KeyMapper.parameters(changed.value());
        parameters.put("seen", changed.version().value());
        Uni<Void> all = Changed.exactly(1, Sql.change("""
                                 UPDATE vehicle_key
                                    SET version = version + 1, order_number = :order, custody = :custody,
                                        revoked_of = CAST(NULLIF(:revokedOf, '') AS uuid),
                                        next_grant_id = CAST(NULLIF(:nextGrant, '') AS uuid),
                                        next_reservation_id = CAST(NULLIF(:nextReservation, '') AS uuid),
                                        next_holder_id = CAST(NULLIF(:nextHolder, '') AS uuid),
                                        next_km = CAST(NULLIF(:nextKm, '') AS integer),
                                        from_km = CAST(NULLIF(:fromKm, '') AS integer),
                                        failures = CAST(NULLIF(:failures, '') AS integer),
                                        due_at = CAST(NULLIF(:due, '') AS timestamptz)
                                  WHERE vehicle_id = :vehicle AND version = :seen\
                                 """, parameters));
        for (KeyGrant grant : grants) {
            all = all.chain(() -> store(changed.value(), grant));
        }
        for (HandOver handOver : handOvers) {
            all = all.chain(() -> store(handOver));
        }
        return all;
    }

    private static Uni<Void> store(VehicleKey key, KeyGrant grant) {
        return Sql.change("""
                        INSERT INTO key_grant (id, vehicle_id, reservation_id, holder_id, from_km, opened_at, until_km,
                                               closed_at)
                        VALUES (:id, :vehicle, :reservation, :holder, :fromKm, :opened,
                                CAST(NULLIF(:untilKm, '') AS integer), CAST(NULLIF(:closed, '') AS timestamptz))
                        ON CONFLICT (id) DO UPDATE SET until_km = excluded.until_km, closed_at = excluded.closed_at\
                        """, KeyMapper.parameters(key, grant)).replaceWithVoid();
    }

    private static Uni<Void> store(HandOver handOver) {
        return Sql.change("""
                               INSERT INTO hand_over (id, reservation_id, company_id, vehicle_id, giver_id, recipient_id,
                                                      offered_at, status, accepted_at, revoked_at, odometer_km, pending_since,
                                                      withdrawn_by, ended_at)
                               VALUES (:id, :reservation, :company, :vehicle, :giver, :recipient, :offered, :status,
                                       CAST(NULLIF(:accepted, '') AS timestamptz), CAST(NULLIF(:revoked, '') AS timestamptz),
                                       CAST(NULLIF(:km, '') AS integer), CAST(NULLIF(:pending, '') AS timestamptz),
                                       NULLIF(:by, ''), CAST(NULLIF(:ended, '') AS timestamptz))
                               ON CONFLICT (id) DO UPDATE
                                  SET status = excluded.status, accepted_at = excluded.accepted_at,
                                      revoked_at = excluded.revoked_at, odometer_km = excluded.odometer_km,
                                      pending_since = excluded.pending_since, withdrawn_by = excluded.withdrawn_by,
                                      ended_at = excluded.ended_at\
                               """, KeyMapper.parameters(handOver)).replaceWithVoid();
    }

    @Override
    public Uni<List<VehicleKey>> due(Instant now, int most) {
        return keys("WHERE k.due_at <= :now ORDER BY k.due_at, k.vehicle_id LIMIT :most", now, most);
    }

    @Override
    public Uni<List<VehicleKey>> offersOver(Instant now, int most) {
        return keys(
                "WHERE h.status = 'OFFERED' AND h.offered_at <= :now ORDER BY h.offered_at, k.vehicle_id LIMIT :most",
                now.minus(KeyPolicy.OFFER_LIFE),
                most);
    }

    private static Uni<List<VehicleKey>> keys(String condition, Instant now, int most) {
        return Sql.read(KeyMapper.KEYS + condition, Map.of("now", now, "most", most), KeyMapper::key)
                .map(found -> found.stream().map(Versioned::value).toList());
    }

    @Override
    public Uni<Optional<HandOver>> handOver(HandOverId id) {
        return Sql.read(
                        "SELECT " + KeyMapper.HAND_OVER_COLUMNS + " FROM hand_over AS h WHERE h.id = :id",
                        Map.of("id", id.value()),
                        KeyMapper::handOver)
                .map(found -> found.stream().findFirst());
    }

    /** Of the offers that wait there are never many: the index of those is all that is looked at. */
    @Override
    public Uni<List<HandOver>> offersTo(UserId recipient, CompanyId company, Instant now, int most) {
        return Sql.read(
                "SELECT " + KeyMapper.HAND_OVER_COLUMNS + """
                         FROM hand_over AS h
                         WHERE h.status = 'OFFERED' AND h.offered_at > :since
                           AND h.recipient_id = :recipient AND h.company_id = :company
                         ORDER BY h.offered_at, h.number LIMIT :most\
                        """,
                Map.of(
                        "since", now.minus(KeyPolicy.OFFER_LIFE),
                        "recipient", recipient.value(),
                        "company", company.value(),
                        "most", most),
                KeyMapper::handOver);
    }

    @Override
    public Uni<List<KeyGrant>> grants(ReservationId reservation) {
        return Sql.read(
                "SELECT " + KeyMapper.GRANT_COLUMNS
                        + " FROM key_grant AS g WHERE g.reservation_id = :reservation ORDER BY g.number",
                Map.of("reservation", reservation.value()),
                KeyMapper::grant);
    }

    @Override
    public Uni<List<HandOver>> handOvers(ReservationId reservation) {
        return Sql.read(
                "SELECT " + KeyMapper.HAND_OVER_COLUMNS
                        + " FROM hand_over AS h WHERE h.reservation_id = :reservation ORDER BY h.number",
                Map.of("reservation", reservation.value()),
                KeyMapper::handOver);
    }
}
