package io.motorpool.adapters.messaging;

import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.key.HandOver.WithdrawnBy;
import io.motorpool.domain.key.KeyEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is told about the keys of vehicles. */
final class KeyFacts {

    private KeyFacts() {}

    record KeyOffered(
            UUID vehicle,
            UUID company,
            UUID reservation,
            UUID handOver,
            UUID giver,
            UUID recipient,
            String expiresAt) {}

    record KeyOfferAccepted(UUID vehicle, UUID company, UUID reservation, UUID handOver, UUID recipient) {}

    record KeyOfferDeclined(UUID vehicle, UUID company, UUID reservation, UUID handOver, UUID recipient) {}

    record KeyOfferExpired(UUID vehicle, UUID company, UUID reservation, UUID handOver) {}

    record HandOverWithdrawn(UUID vehicle, UUID company, UUID reservation, UUID handOver, String by) {}

    record KeyGrantOpened(UUID vehicle, UUID company, UUID reservation, UUID holder, int odometerKm) {}

    record KeyGrantClosed(
            UUID vehicle,
            UUID company,
            UUID reservation,
            UUID holder,
            @Nullable Integer odometerKm) {}

    record KeyGrantPending(UUID vehicle, UUID company, UUID reservation, UUID holder) {}

    record KeyRevocationStuck(UUID vehicle, UUID company, UUID reservation) {}

    static Fact of(KeyEvent event) {
        UUID vehicle = event.vehicle().value();
        UUID company = event.company().value();
        UUID reservation = event.reservation().value();
        return switch (event) {
            case KeyEvent.KeyOffered it ->
                new Fact(
                        "key.key-offered.v1",
                        new KeyOffered(
                                vehicle,
                                company,
                                reservation,
                                it.handOver().value(),
                                it.giver().value(),
                                it.recipient().value(),
                                Timestamp.of(it.expiresAt())));
            case KeyEvent.KeyOfferAccepted it ->
                new Fact(
                        "key.key-offer-accepted.v1",
                        new KeyOfferAccepted(
                                vehicle,
                                company,
                                reservation,
                                it.handOver().value(),
                                it.recipient().value()));
            case KeyEvent.KeyOfferDeclined it ->
                new Fact(
                        "key.key-offer-declined.v1",
                        new KeyOfferDeclined(
                                vehicle,
                                company,
                                reservation,
                                it.handOver().value(),
                                it.recipient().value()));
            case KeyEvent.KeyOfferExpired it ->
                new Fact(
                        "key.key-offer-expired.v1",
                        new KeyOfferExpired(
                                vehicle, company, reservation, it.handOver().value()));
            case KeyEvent.HandOverWithdrawn it ->
                new Fact(
                        "key.hand-over-withdrawn.v1",
                        new HandOverWithdrawn(
                                vehicle, company, reservation, it.handOver().value(), word(it.by())));
            case KeyEvent.KeyGrantOpened it ->
                new Fact(
                        "key.key-grant-opened.v1",
                        new KeyGrantOpened(
                                vehicle,
                                company,
                                reservation,
                                it.holder().value(),
                                it.odometer().km()));
            case KeyEvent.KeyGrantClosed it ->
                new Fact(
                        "key.key-grant-closed.v1",
                        new KeyGrantClosed(
                                vehicle, company, reservation, it.holder().value(), km(it.odometer())));
            case KeyEvent.KeyGrantPending it ->
                new Fact(
                        "key.key-grant-pending.v1",
                        new KeyGrantPending(
                                vehicle, company, reservation, it.holder().value()));
            case KeyEvent.KeyRevocationStuck _ ->
                new Fact("key.key-revocation-stuck.v1", new KeyRevocationStuck(vehicle, company, reservation));
        };
    }

    private static @Nullable Integer km(@Nullable Odometer odometer) {
        return odometer == null ? null : odometer.km();
    }

    private static String word(WithdrawnBy by) {
        return switch (by) {
            case GIVER -> "GIVER";
            case SUPPORT -> "SUPPORT";
            case END_OF_USE -> "END_OF_USE";
        };
    }
}
