package io.motorpool.application.key;

import io.motorpool.domain.key.HandOver;
import io.motorpool.domain.key.KeyGrant;
import io.motorpool.domain.key.VehicleKey;
import io.motorpool.domain.shared.UserId;
import java.util.List;
import java.util.Optional;

/**
 * A reservation's key as callers see it.
 *
 * @param holder who can open the vehicle; empty while nobody can
 * @param grants who could open it when, in order
 * @param handOvers in the order in which they were offered
 */
public record KeyView(Optional<UserId> holder, List<KeyGrant> grants, List<HandOver> handOvers) {

    public KeyView {
        grants = List.copyOf(grants);
        handOvers = List.copyOf(handOvers);
    }

    static Optional<UserId> holder(Optional<VehicleKey> key) {
        return key.flatMap(VehicleKey::held).map(KeyGrant::holder);
    }
}
