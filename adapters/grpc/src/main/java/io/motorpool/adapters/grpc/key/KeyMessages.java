package io.motorpool.adapters.grpc.key;

import io.motorpool.adapters.grpc.Input;
import io.motorpool.api.key.v1.HandOver;
import io.motorpool.api.key.v1.HandOverStatus;
import io.motorpool.api.key.v1.KeyGrant;
import io.motorpool.api.key.v1.Operation;
import io.motorpool.api.key.v1.ReservationKey;
import io.motorpool.application.key.KeyView;
import io.motorpool.domain.fleet.Odometer;

/** Between what is said of keys and what the model has of them. */
final class KeyMessages {

    private KeyMessages() {}

    static ReservationKey of(KeyView view) {
        ReservationKey.Builder message = ReservationKey.newBuilder()
                .addAllGrants(view.grants().stream().map(KeyMessages::of).toList())
                .addAllHandOvers(view.handOvers().stream().map(KeyMessages::of).toList());
        if (view.holder().isPresent()) {
            message = message.setHolder(view.holder().get().toString());
        }
        return message.build();
    }

    private static KeyGrant of(io.motorpool.domain.key.KeyGrant grant) {
        KeyGrant.Builder message = KeyGrant.newBuilder()
                .setHolder(grant.holder().toString())
                .setOpenedAt(Input.timestamp(grant.openedAt()))
                .setFromKm(grant.from().km());
        if (grant instanceof io.motorpool.domain.key.KeyGrant.Closed closed) {
            message = message.setClosedAt(Input.timestamp(closed.closedAt()));
            Odometer until = closed.until();
            message = until == null ? message : message.setUntilKm(until.km());
        }
        return message.build();
    }

    static HandOver of(io.motorpool.domain.key.HandOver handOver) {
        var terms = handOver.terms();
        HandOver.Builder message = HandOver.newBuilder()
                .setId(handOver.id().toString())
                .setReservation(terms.reservation().toString())
                .setVehicle(terms.vehicle().toString())
                .setGiver(terms.giver().toString())
                .setRecipient(terms.recipient().toString())
                .setStatus(status(handOver.status()))
                .setOfferedAt(Input.timestamp(terms.offeredAt()));
        if (handOver instanceof io.motorpool.domain.key.HandOver.Offered offered) {
            message = message.setExpiresAt(Input.timestamp(offered.expiresAt()));
        }
        if (handOver.reading().isPresent()) {
            message = message.setOdometerKm(handOver.reading().get().km());
        }
        return message.build();
    }

    private static HandOverStatus status(io.motorpool.domain.key.HandOverStatus status) {
        return switch (status) {
            case OFFERED -> HandOverStatus.HAND_OVER_STATUS_OFFERED;
            case ACCEPTED -> HandOverStatus.HAND_OVER_STATUS_ACCEPTED;
            case KEY_REVOKED -> HandOverStatus.HAND_OVER_STATUS_KEY_REVOKED;
            case KEY_PENDING -> HandOverStatus.HAND_OVER_STATUS_KEY_PENDING;
            case KEY_GRANTED -> HandOverStatus.HAND_OVER_STATUS_KEY_GRANTED;
            case DECLINED -> HandOverStatus.HAND_OVER_STATUS_DECLINED;
            case EXPIRED -> HandOverStatus.HAND_OVER_STATUS_EXPIRED;
            case WITHDRAWN -> HandOverStatus.HAND_OVER_STATUS_WITHDRAWN;
        };
    }

    /** One of a newer client is done to no vehicle: what it would have meant is not guessed at. */
    static io.motorpool.domain.key.Operation operation(Operation operation) {
        return switch (operation) {
            case OPERATION_LOCK -> io.motorpool.domain.key.Operation.LOCK;
            case OPERATION_UNLOCK -> io.motorpool.domain.key.Operation.UNLOCK;
            case OPERATION_UNSPECIFIED, UNRECOGNIZED ->
                throw new IllegalArgumentException("must be an operation that this server knows");
        };
    }
}
