package io.motorpool.adapters.persistence.identity;

import static io.motorpool.adapters.persistence.identity.UserMapper.COLUMNS;

import io.motorpool.adapters.persistence.RowLock;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.identity.Users;
import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.identity.EmailAddress;
import io.motorpool.domain.identity.IdentityRefusal;
import io.motorpool.domain.identity.IdentityRefusal.EmailTaken;
import io.motorpool.domain.identity.User;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The user table. It is asked for every refresh, so it is asked past Hibernate, which never sees it (ADR-0016). */
@ApplicationScoped
public class PostgresUsers implements Users {

    /** Held while somebody acts on whether there is anybody with a role. */
    private static final long ROLES_LOCK = 0x4d6f746f726f6c65L;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @Override
    public Uni<Optional<Versioned<User>>> find(UserId id) {
        return byId(id, "");
    }

    @Override
    public Uni<Optional<Versioned<User>>> hold(UserId id) {
        return byId(id, RowLock.HOLD.clause());
    }

    @Override
    public Uni<Optional<Versioned<User>>> lock(UserId id) {
        return byId(id, RowLock.CHANGE.clause());
    }

    /** Locks and reads in one go: what is read is how the row is once the lock is ours. */
    private static Uni<Optional<Versioned<User>>> byId(UserId id, String lock) {
        return one("WHERE id = :id " + lock, Map.of("id", id.value()));
    }

    @Override
    public Uni<Optional<Versioned<User>>> signingInAs(EmailAddress email) {
        return one("WHERE email = :email", Map.of("email", email.value()));
    }

    private static Uni<Optional<Versioned<User>>> one(String rest, Map<String, ?> parameters) {
        return Sql.read("SELECT " + COLUMNS + " FROM user_account " + rest, parameters, UserMapper::user)
                .map(found -> found.stream().findFirst());
    }

    /** The look is a second statement: the first may have waited, and would still see what was true before. */
    @Override
    public Uni<Boolean> lockWhetherAnybodyIs(Role role) {
        return Sql.rows("SELECT CAST(pg_advisory_xact_lock(:roles) AS text)", Map.of("roles", ROLES_LOCK))
                .chain(() -> Sql.read("""
                        SELECT EXISTS (SELECT FROM user_account
                                        WHERE roles <> '{}' AND :role = ANY(roles) AND status <> 'DISABLED')""", Map.of("role", role.name()), columns -> columns.flag()))
                .map(found -> found.getFirst());
    }

    @Override
    public Uni<Decision<Version, IdentityRefusal>> add(User user) {
        Map<String, Object> columns = new HashMap<>(UserMapper.parameters(user, Version.FIRST));
        columns.put("email", user.person().email().value());
        return Sql.change("""
                        INSERT INTO user_account (id, version, email, name, roles, status, password_hash)
                        VALUES (:id, :version, :email, :name, :roles, :status, NULLIF(:password, ''))
                        ON CONFLICT DO NOTHING""", columns)
                .map(stored -> stored == 1 ? Decision.accept(Version.FIRST) : Decision.refuse(new EmailTaken()));
    }

    @Override
    public Uni<Version> save(Versioned<User> changed) {
        return Sql.read(
                        """
                        UPDATE user_account AS u
                           SET version = CASE
                                   WHEN ROW (u.name, u.roles, u.status, u.password_hash)
                                        IS DISTINCT FROM ROW (:name, :roles, :status, NULLIF(:password, ''))
                                   THEN u.version + 1
                                   ELSE u.version
                               END,
                               name = :name, roles = :roles, status = :status, password_hash = NULLIF(:password, '')
                         WHERE u.id = :id AND u.version = :version
                        RETURNING u.version""",
                        UserMapper.parameters(changed.value(), changed.version()),
                        columns -> new Version(columns.longNumber()))
                .map(stored -> stored.stream()
                        .findFirst()
                        .orElseThrow(() -> new ContendedException("the user was changed meanwhile")));
    }

    @Override
    public Uni<Page<Versioned<User>>> list(Page.Request page) {
        return Sql.read(
                        "SELECT " + COLUMNS + " FROM user_account WHERE id > :after ORDER BY id LIMIT :most",
                        Map.of("after", page.after().map(Page.Cursor::id).orElse(BEFORE_ALL), "most", page.limit() + 1),
                        UserMapper::user)
                .map(users -> Page.of(
                        users,
                        page,
                        user -> new Page.Cursor(null, user.value().id().value())));
    }
}
