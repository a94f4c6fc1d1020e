package io.motorpool.application.key;

import io.motorpool.domain.key.HandOver;
import io.motorpool.domain.key.HandOverId;
import io.motorpool.domain.key.KeyGrant;
import io.motorpool.domain.key.VehicleKey;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The keys of all vehicles, with every grant and every hand-over that there ever was. */
public interface VehicleKeys {

    /** Empty when nobody has had the vehicle's key yet. */
    Uni<Optional<Versioned<VehicleKey>>> find(VehicleId vehicle);

    /** For changing it: until the unit of work ends, nobody else changes this key. One that is not there yet is made. */
    Uni<Versioned<VehicleKey>> lock(VehicleId vehicle, CompanyId company);

    /**
     * Stores what a locked key has become, with the grants and hand-overs that were touched on the way. Fails with {@link
     * io.motorpool.application.shared.ContendedException} when it has changed since, or when a reservation would have two
     * open grants or two hand-overs under way; nothing of the unit of work survives then.
     */
    Uni<Void> save(Versioned<VehicleKey> changed, List<KeyGrant> grants, List<HandOver> handOvers);

    /** Keys whose vehicle is to be told something by now, those that wait longest first. */
    Uni<List<VehicleKey>> due(Instant now, int most);

    /** Keys with an offer that is over by now, the oldest first. */
    Uni<List<VehicleKey>> offersOver(Instant now, int most);

    Uni<Optional<HandOver>> handOver(HandOverId id);

    /** Offers to somebody of the company that wait for their answer and are not over by now, the oldest first. */
    Uni<List<HandOver>> offersTo(UserId recipient, CompanyId company, Instant now, int most);

    /** In the order in which they were opened. */
    Uni<List<KeyGrant>> grants(ReservationId reservation);

    /** In the order in which they were offered. */
    Uni<List<HandOver>> handOvers(ReservationId reservation);
}
