package io.motorpool.adapters.grpc.reservation;

import io.motorpool.adapters.grpc.BillingPolicies;
import io.motorpool.adapters.grpc.Input;
import io.motorpool.adapters.grpc.Input.Field;
import io.motorpool.api.reservation.v1.CreateReservationRequest;
import io.motorpool.api.reservation.v1.Neighbour;
import io.motorpool.api.reservation.v1.Neighbours;
import io.motorpool.api.reservation.v1.Reservation;
import io.motorpool.api.reservation.v1.ReservationStatus;
import io.motorpool.application.reservation.ReservationReader;
import io.motorpool.application.reservation.ReservationView;
import io.motorpool.domain.company.BillingPolicy;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.payment.InstrumentChoice;
import io.motorpool.domain.payment.InstrumentId;

/** Between what is said of reservations and what the model has of them. */
public final class ReservationMessages {

    private ReservationMessages() {}

    public static Reservation of(ReservationView view) {
        Reservation.Builder message = Reservation.newBuilder()
                .setId(view.id().toString())
                .setCompany(view.company().toString())
                .setVehicle(view.vehicle().toString())
                .setDriver(view.driver().toString())
                .setStart(Input.timestamp(view.period().start()))
                .setEnd(Input.timestamp(view.period().end()))
                .setStatus(status(view.status()))
                .setCorporate(view.corporate())
                .setAtRisk(view.atRisk())
                .setOverdue(view.overdue())
                .setCreatedAt(Input.timestamp(view.createdAt()))
                .setEtag(Input.etag(view.version()));
        if (view.startedAt() != null) {
            message = message.setStartedAt(Input.timestamp(view.startedAt()));
        }
        if (view.startOdometer() != null) {
            message = message.setStartOdometerKm(view.startOdometer().km());
        }
        if (view.returnedAt() != null) {
            message = message.setReturnedAt(Input.timestamp(view.returnedAt()));
        }
        if (view.endOdometer() != null) {
            message = message.setEndOdometerKm(view.endOdometer().km());
        }
        return message.build();
    }

    static ReservationStatus status(io.motorpool.domain.reservation.ReservationStatus status) {
        return switch (status) {
            case RESERVED -> ReservationStatus.RESERVATION_STATUS_RESERVED;
            case IN_USE -> ReservationStatus.RESERVATION_STATUS_IN_USE;
            case RETURNED -> ReservationStatus.RESERVATION_STATUS_RETURNED;
            case FORCE_RETURNED -> ReservationStatus.RESERVATION_STATUS_FORCE_RETURNED;
            case CANCELLED -> ReservationStatus.RESERVATION_STATUS_CANCELLED;
            case NO_SHOW -> ReservationStatus.RESERVATION_STATUS_NO_SHOW;
        };
    }

    /** One of a newer client is none that could be searched for here. */
    static io.motorpool.domain.reservation.ReservationStatus status(ReservationStatus status) {
        return switch (status) {
            case RESERVATION_STATUS_RESERVED -> io.motorpool.domain.reservation.ReservationStatus.RESERVED;
            case RESERVATION_STATUS_IN_USE -> io.motorpool.domain.reservation.ReservationStatus.IN_USE;
            case RESERVATION_STATUS_RETURNED -> io.motorpool.domain.reservation.ReservationStatus.RETURNED;
            case RESERVATION_STATUS_FORCE_RETURNED -> io.motorpool.domain.reservation.ReservationStatus.FORCE_RETURNED;
            case RESERVATION_STATUS_CANCELLED -> io.motorpool.domain.reservation.ReservationStatus.CANCELLED;
            case RESERVATION_STATUS_NO_SHOW -> io.motorpool.domain.reservation.ReservationStatus.NO_SHOW;
            case RESERVATION_STATUS_UNSPECIFIED, UNRECOGNIZED ->
                throw new IllegalArgumentException("must be a status that this server knows");
        };
    }

    static Neighbours of(ReservationReader.Neighbours neighbours) {
        Neighbours.Builder message = Neighbours.newBuilder();
        if (neighbours.previous().isPresent()) {
            message = message.setPrevious(of(neighbours.previous().get()));
        }
        if (neighbours.next().isPresent()) {
            message = message.setNext(of(neighbours.next().get()));
        }
        return message.build();
    }

    private static Neighbour of(ReservationReader.Neighbour neighbour) {
        return Neighbour.newBuilder()
                .setName(neighbour.driver().masked())
                .setStart(Input.timestamp(neighbour.period().start()))
                .setEnd(Input.timestamp(neighbour.period().end()))
                .build();
    }

    static Field<Odometer> odometer(Input in, boolean said, int km) {
        return in.required("odometer_km", said, km, Odometer::new);
    }

    /** What to pay with: a card, or whatever the policy that the caller saw says. */
    static Field<InstrumentChoice> payWith(Input in, CreateReservationRequest request) {
        Field<InstrumentId> card = in.idIfSaid("card", request.hasCard(), request.getCard(), InstrumentId::new);
        Field<BillingPolicy> seen = in.optional(
                "billing_policy",
                request.getBillingPolicyValue() != 0,
                request.getBillingPolicy(),
                BillingPolicies::read);
        return in.made("card", () -> InstrumentChoice.of(card.orNull(), seen.orNull()));
    }
}
