package io.motorpool.application.identity;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.identity.KeyId;
import io.motorpool.domain.identity.RsaPublicKey;
import io.motorpool.domain.identity.SourceNetwork;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.smallrye.mutiny.Uni;

/** Which programs may act by themselves, as what, and by which keys they are known. */
public interface LookAfterServiceAccounts {

    Uni<Decision<ServiceAccountView, Refusal>> register(Registration registration);

    /** Access tokens that say otherwise are worth nothing from then on. */
    Uni<Decision<ServiceAccountView, Refusal>> change(Change change);

    Uni<Decision<ServiceAccountView, Refusal>> addKey(Existing account, RsaPublicKey key);

    /** Also cuts off what the service got with the key. */
    Uni<Decision<ServiceAccountView, Refusal>> removeKey(Existing account, KeyId key);

    Uni<Decision<ServiceAccountView, Refusal>> disable(Existing account);

    Uni<Decision<ServiceAccountView, Refusal>> enable(Existing account);

    record Registration(Caller caller, String name, Profile profile, Role role, RsaPublicKey key, SourceNetwork from) {}

    record Change(Existing account, String name, Profile profile, Role role) {}

    /** @param seen the version that the caller decided on */
    record Existing(Caller caller, UserId account, Version seen, SourceNetwork from) {}
}
