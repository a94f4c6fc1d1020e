package io.motorpool.adapters.persistence.identity;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.company.PersonName;
import io.motorpool.domain.identity.DivisionRoles;
import io.motorpool.domain.identity.EmailAddress;
import io.motorpool.domain.identity.PasswordHash;
import io.motorpool.domain.identity.Person;
import io.motorpool.domain.identity.User;
import io.motorpool.domain.identity.UserStatus;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Between rows and users. */
final class UserMapper {

    /** What {@link #user} reads. */
    static final String COLUMNS = "id, version, email, name, roles, status, password_hash";

    private UserMapper() {}

    static Versioned<User> user(Columns columns) {
        UserId id = new UserId(columns.uuid());
        Version version = new Version(columns.longNumber());
        Person person = new Person(
                id,
                new EmailAddress(columns.text()),
                new PersonName(columns.text()),
                DivisionRoles.of(columns.texts().stream().map(Role::valueOf).toList()));
        return new Versioned<>(user(person, columns.constant(UserStatus.class), columns.textOrNull()), version);
    }

    private static User user(Person person, UserStatus status, @Nullable String hash) {
        PasswordHash password = hash == null ? null : new PasswordHash(hash);
        return switch (status) {
            case INVITED -> new User.Invited(person);
            case ACTIVE -> new User.Active(person, there(password));
            case DISABLED -> new User.Disabled(person, password);
        };
    }

    private static PasswordHash there(@Nullable PasswordHash password) {
        if (password == null) {
            throw new IllegalStateException("an active user has a password");
        }
        return password;
    }

    /** What may change of a user, by the names that statements give it; an empty text stands for no password. */
    static Map<String, Object> parameters(User user, Version version) {
        return Map.of(
                "id", user.id().value(),
                "version", version.value(),
                "name", user.person().name().value(),
                "roles", roles(user.person().roles()),
                "status", user.status().name(),
                "password", password(user));
    }

    /** In one order, so that equal sets are equal columns. */
    private static String[] roles(DivisionRoles roles) {
        return roles.roles().stream().sorted().map(Role::name).toArray(String[]::new);
    }

    private static String password(User user) {
        return switch (user) {
            case User.Invited _ -> "";
            case User.Active active -> active.password().text();
            case User.Disabled disabled ->
                disabled.password() == null ? "" : disabled.password().text();
        };
    }
}
