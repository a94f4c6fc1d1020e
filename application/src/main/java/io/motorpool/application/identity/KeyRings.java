package io.motorpool.application.identity;

import io.motorpool.domain.identity.KeyRing;
import io.motorpool.domain.identity.KeyRingId;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** The ring of the issuer's keys. It changes only under its lock. */
public interface KeyRings {

    /** There is one issuer, so there is one ring. */
    KeyRingId ISSUER = new KeyRingId(UUID.fromString("0199c0de-0000-7000-8000-000000000001"));

    /** As it is now; empty before the first key. Read for each token that is issued. */
    Uni<KeyRing> find(KeyRingId id);

    /** For changing it: until the unit of work ends nobody else does. Also the first time, when there is none yet. */
    Uni<KeyRing> lock(KeyRingId id);

    Uni<Void> save(KeyRing changed);
}
