package io.motorpool.application.identity;

import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.VersionedMap;
import io.motorpool.domain.Decision;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.identity.EmailAddress;
import io.motorpool.domain.identity.IdentityRefusal;
import io.motorpool.domain.identity.IdentityRefusal.EmailTaken;
import io.motorpool.domain.identity.User;
import io.motorpool.domain.identity.UserStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Users in memory. */
final class InMemoryUsers implements Users {

    private static final CompanyId OF_NO_COMPANY = new CompanyId(new UUID(0, 0));

    private final VersionedMap<User> rows = new VersionedMap<>(user -> user.id().value(), _ -> OF_NO_COMPANY);

    @Override
    public Uni<Optional<Versioned<User>>> find(UserId id) {
        return Uni.createFrom().item(() -> rows.find(id.value()));
    }

    @Override
    public Uni<Optional<Versioned<User>>> signingInAs(EmailAddress email) {
        return Uni.createFrom().item(() -> by(email));
    }

    private Optional<Versioned<User>> by(EmailAddress email) {
        return rows.values()
                .filter(user -> user.person().email().equals(email))
                .findFirst()
                .flatMap(user -> rows.find(user.id().value()));
    }

    @Override
    public Uni<Optional<Versioned<User>>> hold(UserId id) {
        return find(id);
    }

    @Override
    public Uni<Optional<Versioned<User>>> lock(UserId id) {
        return find(id);
    }

    @Override
    public Uni<Boolean> lockWhetherAnybodyIs(Role role) {
        return Uni.createFrom()
                .item(() -> rows.values()
                        .anyMatch(user -> user.status() != UserStatus.DISABLED
                                && user.person().roles().contains(role)));
    }

    @Override
    public Uni<Decision<Version, IdentityRefusal>> add(User user) {
        return Uni.createFrom().item(() -> addUnlessTaken(user));
    }

    private Decision<Version, IdentityRefusal> addUnlessTaken(User user) {
        return by(user.person().email()).isPresent()
                ? Decision.refuse(new EmailTaken())
                : Decision.accept(rows.add(user));
    }

    @Override
    public Uni<Version> save(Versioned<User> changed) {
        return Uni.createFrom().item(() -> rows.save(changed));
    }

    @Override
    public Uni<Page<Versioned<User>>> list(Page.Request page) {
        return Uni.createFrom().item(() -> rows.list(new CompanyScope.Every(), _ -> true, page));
    }

    Runnable snapshot() {
        return rows.snapshot();
    }
}
