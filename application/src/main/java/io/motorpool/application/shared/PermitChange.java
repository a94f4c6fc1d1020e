package io.motorpool.application.shared;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a change of something stored has to pass before its rules are asked: it is there for the caller, they may change
 * it, and it still is what they decided on. In this order, so that a stranger learns nothing from a version.
 *
 * @param permission what changing it takes
 * @param thing what it is called when it is not there
 * @param owner whose it is
 */
public record PermitChange<T>(Permission permission, Thing thing, Function<T, CompanyId> owner) {

    public Decision<Versioned<T>, Refusal> to(Caller caller, Version seen, Optional<Versioned<T>> found) {
        return Permit.to(caller, permission, thing, found, stored -> owner.apply(stored.value()))
                .then(stored -> stored.ifStill(seen).map(stored::with))
                .widened();
    }
}
