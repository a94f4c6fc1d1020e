package io.motorpool.application.identity;

import io.motorpool.domain.access.Profile;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.identity.RsaPublicKey;
import io.motorpool.domain.identity.ServiceAccount;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.util.List;

/** A service as callers see it. */
public record ServiceAccountView(
        UserId id, String name, Profile profile, Role role, List<RsaPublicKey> keys, boolean enabled, Version version) {

    public ServiceAccountView {
        keys = List.copyOf(keys);
    }

    static ServiceAccountView of(Versioned<ServiceAccount> stored) {
        ServiceAccount account = stored.value();
        return new ServiceAccountView(
                account.id(),
                account.name(),
                account.profile(),
                account.role(),
                account.keys(),
                account.enabled(),
                stored.version());
    }
}
