package io.motorpool.adapters.persistence.key;

import static java.util.Objects.requireNonNull;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.key.Claim;
import io.motorpool.domain.key.Custody;
import io.motorpool.domain.key.Custody.Granting;
import io.motorpool.domain.key.Custody.Held;
import io.motorpool.domain.key.Custody.Nobody;
import io.motorpool.domain.key.Custody.Revoking;
import io.motorpool.domain.key.HandOver;
import io.motorpool.domain.key.HandOver.Accepted;
import io.motorpool.domain.key.HandOver.Declined;
import io.motorpool.domain.key.HandOver.Expired;
import io.motorpool.domain.key.HandOver.KeyGranted;
import io.motorpool.domain.key.HandOver.KeyPending;
import io.motorpool.domain.key.HandOver.KeyRevoked;
import io.motorpool.domain.key.HandOver.Offered;
import io.motorpool.domain.key.HandOver.Terms;
import io.motorpool.domain.key.HandOver.UnderWay;
import io.motorpool.domain.key.HandOver.Withdrawn;
import io.motorpool.domain.key.HandOver.WithdrawnBy;
import io.motorpool.domain.key.HandOverId;
import io.motorpool.domain.key.HandOverStatus;
import io.motorpool.domain.key.KeyGrant;
import io.motorpool.domain.key.KeyGrantId;
import io.motorpool.domain.key.VehicleKey;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Errand;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Between rows and the model. What may be absent goes to the database as text, and as an empty one when it is. */
final class KeyMapper {

    static final String GRANT_COLUMNS =
            "g.id, g.reservation_id, g.holder_id, g.from_km, g.opened_at, g.until_km, g.closed_at";

    static final String HAND_OVER_COLUMNS = """
        h.id, h.reservation_id, h.company_id, h.vehicle_id, h.giver_id, h.recipient_id, h.offered_at, h.status, \
        h.accepted_at, h.revoked_at, h.odometer_km, h.pending_since, h.withdrawn_by, h.ended_at\
        """;

    /** The key with its open grant and the hand-over that is under way, if there are any. */
    static final String KEYS = """
        SELECT k.vehicle_id, k.company_id, k.order_number, k.version, k.custody, k.revoked_of, k.next_grant_id,
               k.next_reservation_id, k.next_holder_id, k.next_km, k.from_km, k.failures, k.due_at,
               %s, %s
          FROM vehicle_key AS k
          LEFT JOIN key_grant AS g ON g.vehicle_id = k.vehicle_id AND g.closed_at IS NULL
          LEFT JOIN hand_over AS h ON h.vehicle_id = k.vehicle_id
               AND h.status IN ('OFFERED', 'ACCEPTED', 'KEY_REVOKED', 'KEY_PENDING')
        """.formatted(GRANT_COLUMNS, HAND_OVER_COLUMNS);

    private static final int COLUMNS_OF_KEY = 13;
    private static final int COLUMNS_OF_GRANT = 7;

    private KeyMapper() {}

    /** The key's own columns. */
    private record Row(
            String custody,
            @Nullable UUID revokedOf,
            @Nullable UUID nextGrant,
            @Nullable UUID nextReservation,
            @Nullable UUID nextHolder,
            @Nullable Integer nextKm,
            @Nullable Integer fromKm,
            @Nullable Integer failures,
            @Nullable Instant due) {

        static Row read(Columns columns) {
            return new Row(
                    columns.text(),
                    columns.uuidOrNull(),
                    columns.uuidOrNull(),
                    columns.uuidOrNull(),
                    columns.uuidOrNull(),
                    columns.numberOrNull(),
                    columns.numberOrNull(),
                    columns.numberOrNull(),
                    columns.instantOrNull());
        }

        Custody custody(KeyGrant.@Nullable Open grant) {
            return switch (custody) {
                case "NOBODY" -> new Nobody();
                case "HELD" -> new Held(requireNonNull(grant));
                case "REVOKING" -> new Revoking(new ReservationId(requireNonNull(revokedOf)), grant, next(), errand());
                case "GRANTING" -> new Granting(requireNonNull(next()), new Odometer(requireNonNull(fromKm)), errand());
                default -> throw new IllegalStateException("no such custody: " + custody);
            };
        }

        private @Nullable Claim next() {
            return nextGrant == null
                    ? null
                    : new Claim(
                            new KeyGrantId(nextGrant),
                            new ReservationId(requireNonNull(nextReservation)),
                            new UserId(requireNonNull(nextHolder)),
                            nextKm == null ? null : new Odometer(nextKm));
        }

        private Errand errand() {
            return new Errand(requireNonNull(failures), requireNonNull(due));
        }
    }

    static Versioned<VehicleKey> key(Columns columns) {
        VehicleId vehicle = new VehicleId(columns.uuid());
        CompanyId company = new CompanyId(columns.uuid());
        long order = columns.longNumber();
        Version version = new Version(columns.longNumber());
        Row row = Row.read(columns);
        columns.skipTo(COLUMNS_OF_KEY);
        KeyGrant.Open grant = columns.isNull() ? null : open(columns);
        columns.skipTo(COLUMNS_OF_KEY + COLUMNS_OF_GRANT);
        UnderWay handOver = columns.isNull() ? null : (UnderWay) handOver(columns);
        return new Versioned<>(new VehicleKey(vehicle, company, order, row.custody(grant), handOver), version);
    }

    private static KeyGrant.Open open(Columns columns) {
        return new KeyGrant.Open(
                new KeyGrantId(columns.uuid()),
                new ReservationId(columns.uuid()),
                new UserId(columns.uuid()),
                new Odometer(columns.number()),
                columns.instant());
    }

    static KeyGrant grant(Columns columns) {
        KeyGrant.Open open = open(columns);
        Integer until = columns.numberOrNull();
        Instant closedAt = columns.instantOrNull();
        return closedAt == null
                ? open
                : new KeyGrant.Closed(
                        open.id(),
                        open.reservation(),
                        open.holder(),
                        open.from(),
                        open.openedAt(),
                        until == null ? null : new Odometer(until),
                        closedAt);
    }

    static HandOver handOver(Columns columns) {
        Terms terms = new Terms(
                new HandOverId(columns.uuid()),
                new ReservationId(columns.uuid()),
                new CompanyId(columns.uuid()),
                new VehicleId(columns.uuid()),
                new UserId(columns.uuid()),
                new UserId(columns.uuid()),
                columns.instant());
        HandOverStatus status = columns.constant(HandOverStatus.class);
        Instant accepted = columns.instantOrNull();
        Instant revoked = columns.instantOrNull();
        Integer km = columns.numberOrNull();
        Instant pending = columns.instantOrNull();
        WithdrawnBy by = columns.constantOrNull(WithdrawnBy.class);
        Instant ended = columns.instantOrNull();
        return switch (status) {
            case OFFERED -> new Offered(terms);
            case ACCEPTED -> new Accepted(terms, requireNonNull(accepted));
            case KEY_REVOKED ->
                new KeyRevoked(
                        terms, requireNonNull(accepted), requireNonNull(revoked), new Odometer(requireNonNull(km)));
            case KEY_PENDING ->
                new KeyPending(
                        terms,
                        requireNonNull(accepted),
                        requireNonNull(revoked),
                        new Odometer(requireNonNull(km)),
                        requireNonNull(pending));
            case KEY_GRANTED ->
                new KeyGranted(
                        terms, requireNonNull(accepted), new Odometer(requireNonNull(km)), requireNonNull(ended));
            case DECLINED -> new Declined(terms, requireNonNull(ended));
            case EXPIRED -> new Expired(terms, requireNonNull(ended));
            case WITHDRAWN -> new Withdrawn(terms, requireNonNull(by), requireNonNull(ended));
        };
    }

    static Map<String, Object> parameters(VehicleKey key) {
        Map<String, Object> parameters = blank("revokedOf", "nextGrant", "nextReservation", "nextHolder", "nextKm");
        parameters.putAll(blank("fromKm", "failures", "due"));
        parameters.put("vehicle", key.vehicle().value());
        parameters.put("order", key.order());
        switch (key.custody()) {
            case Nobody _ -> parameters.put("custody", "NOBODY");
            case Held _ -> parameters.put("custody", "HELD");
            case Revoking revoking -> {
                parameters.put("custody", "REVOKING");
                parameters.put("revokedOf", revoking.of().toString());
                next(parameters, revoking.next());
                errand(parameters, revoking.errand());
            }
            case Granting granting -> {
                parameters.put("custody", "GRANTING");
                parameters.put("fromKm", Integer.toString(granting.reading().km()));
                next(parameters, granting.next());
                errand(parameters, granting.errand());
            }
        }
        return parameters;
    }

    private static void next(Map<String, Object> parameters, @Nullable Claim next) {
        if (next != null) {
            parameters.put("nextGrant", next.grant().toString());
            parameters.put("nextReservation", next.reservation().toString());
            parameters.put("nextHolder", next.holder().toString());
            parameters.put("nextKm", km(next.reading()));
        }
    }

    private static void errand(Map<String, Object> parameters, Errand errand) {
        parameters.put("failures", Integer.toString(errand.failures()));
        parameters.put("due", errand.due().toString());
    }

    static Map<String, Object> parameters(VehicleKey key, KeyGrant grant) {
        Map<String, Object> parameters = blank("untilKm", "closed");
        parameters.put("id", grant.id().value());
        parameters.put("vehicle", key.vehicle().value());
        parameters.put("reservation", grant.reservation().value());
        parameters.put("holder", grant.holder().value());
        parameters.put("fromKm", grant.from().km());
        parameters.put("opened", grant.openedAt());
        if (grant instanceof KeyGrant.Closed closed) {
            parameters.put("untilKm", km(closed.until()));
            parameters.put("closed", closed.closedAt().toString());
        }
        return parameters;
    }

    static Map<String, Object> parameters(HandOver handOver) {
        Map<String, Object> parameters = blank("accepted", "revoked", "km", "pending", "by", "ended");
        Terms terms = handOver.terms();
        parameters.put("id", terms.id().value());
        parameters.put("reservation", terms.reservation().value());
        parameters.put("company", terms.company().value());
        parameters.put("vehicle", terms.vehicle().value());
        parameters.put("giver", terms.giver().value());
        parameters.put("recipient", terms.recipient().value());
        parameters.put("offered", terms.offeredAt());
        parameters.put("status", handOver.status().name());
        switch (handOver) {
            case Offered _ -> {}
            case Accepted accepted ->
                parameters.put("accepted", accepted.acceptedAt().toString());
            case KeyRevoked revoked -> {
                parameters.put("accepted", revoked.acceptedAt().toString());
                parameters.put("revoked", revoked.revokedAt().toString());
                parameters.put("km", km(revoked.odometer()));
            }
            case KeyPending pending -> {
                parameters.put("accepted", pending.acceptedAt().toString());
                parameters.put("revoked", pending.revokedAt().toString());
                parameters.put("km", km(pending.odometer()));
                parameters.put("pending", pending.since().toString());
            }
            case KeyGranted granted -> {
                parameters.put("accepted", granted.acceptedAt().toString());
                parameters.put("km", km(granted.odometer()));
                parameters.put("ended", granted.grantedAt().toString());
            }
            case Declined declined -> parameters.put("ended", declined.at().toString());
            case Expired expired -> parameters.put("ended", expired.at().toString());
            case Withdrawn withdrawn -> {
                parameters.put("by", withdrawn.by().name());
                parameters.put("ended", withdrawn.at().toString());
            }
        }
        return parameters;
    }

    private static Map<String, Object> blank(String... names) {
        Map<String, Object> parameters = new HashMap<>();
        for (String name : names) {
            parameters.put(name, "");
        }
        return parameters;
    }

    private static String km(@Nullable Odometer odometer) {
        return odometer == null ? "" : Integer.toString(odometer.km());
    }
}
