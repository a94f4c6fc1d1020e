package io.motorpool.application.key;

import io.motorpool.application.reservation.Reservations;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.key.HandOver;
import io.motorpool.domain.key.KeyGrant;
import io.motorpool.domain.key.VehicleKey;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Answers from what is stored; no vehicle is asked. */
public final class KeyQueriesService implements KeyQueries {

    private final UnitOfWork unitOfWork;
    private final Reservations reservations;
    private final VehicleKeys keys;
    private final Clock clock;

    public KeyQueriesService(UnitOfWork unitOfWork, Reservations reservations, VehicleKeys keys, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.reservations = reservations;
        this.keys = keys;
        this.clock = clock;
    }

    /** Nobody is offered a key but for the company for which they act. */
    @Override
    public Uni<Decision<List<HandOver>, Refusal>> offers(Caller caller) {
        return Proceed.with(
                Permit.anywhere(caller, Permission.USE_KEYS),
                _ -> caller.profile() instanceof Profile.Business(var company)
                        ? unitOfWork.reading(() -> keys.offersTo(caller.user(), company, clock.instant(), MOST_OFFERS)
                                .map(Decision::accept))
                        : Proceed.done(List.of()));
    }

    @Override
    public Uni<Decision<KeyView, Refusal>> ofReservation(Caller caller, ReservationId id) {
        Permission needed = caller.holds(Permission.SUPPORT_KEYS) ? Permission.SUPPORT_KEYS : Permission.USE_KEYS;
        return unitOfWork.reading(() -> reservations
                .find(id)
                .chain(found -> Proceed.with(
                        Permit.to(
                                caller,
                                needed,
                                Thing.RESERVATION,
                                found.map(Versioned::value),
                                it -> it.terms().company()),
                        reservation -> view(reservation).map(view -> visible(caller, needed, reservation, view)))));
    }

    private Uni<KeyView> view(Reservation reservation) {
        return keys.find(reservation.terms().vehicle())
                .chain(key -> keys.grants(reservation.id())
                        .chain(grants -> keys.handOvers(reservation.id())
                                .map(handOvers -> view(reservation, key, grants, handOvers))));
    }

    private static KeyView view(
            Reservation reservation,
            Optional<Versioned<VehicleKey>> key,
            List<KeyGrant> grants,
            List<HandOver> handOvers) {
        Optional<VehicleKey> about = key.map(Versioned::value)
                .filter(it -> it.custody().reservation().equals(Optional.of(reservation.id())));
        return new KeyView(KeyView.holder(about), grants, handOvers);
    }

    private static Decision<KeyView, Refusal> visible(
            Caller caller, Permission needed, Reservation reservation, KeyView view) {
        return needed == Permission.SUPPORT_KEYS || concerns(caller.user(), reservation, view)
                ? Decision.accept(view)
                : Decision.refuse(new NotFound(Thing.RESERVATION));
    }

    private static boolean concerns(UserId user, Reservation reservation, KeyView view) {
        return reservation.terms().driver().equals(user)
                || view.grants().stream().anyMatch(grant -> grant.holder().equals(user))
                || view.handOvers().stream()
                        .anyMatch(handOver -> handOver.terms().recipient().equals(user));
    }
}
