package io.motorpool.adapters.rest;

import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The seam to identity: from a verified token to the caller that the use cases know. */
@RequestScoped
public class CallerSource {

    private final SecurityIdentity identity;

    public CallerSource(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** A token that is genuine but does not say who acts, and as what, opens nothing. */
    public Caller caller() {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw new AuthenticationFailedException();
        }
        try {
            return new Caller(new UserId(Parse.uuid(text(token, "sub"))), profile(token), roles(token));
        } catch (IllegalArgumentException e) {
            throw new AuthenticationFailedException(e);
        }
    }

    /** In which the caller acts; nothing when a service does. */
    public Optional<SessionId> session() {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getClaim("sid") != null
                ? Optional.of(new SessionId(Parse.uuid(text(token, "sid"))))
                : Optional.empty();
    }

    private static Profile profile(JsonWebToken token) {
        return switch (text(token, "profile")) {
            case "PERSONAL" -> new Profile.Personal();
            case "BUSINESS" -> new Profile.Business(new CompanyId(Parse.uuid(text(token, "company"))));
            case "DIVISION" -> new Profile.Division();
            default -> throw new IllegalArgumentException("unknown profile");
        };
    }

    /** Roles that this version does not know carry no permission. The timers' own role is never taken from a token. */
    private static Set<Role> roles(JsonWebToken token) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        if (token.getClaim("roles") instanceof Collection<?> claimed) {
            claimed.stream()
                    .map(CallerSource::plain)
                    .flatMap(name -> Arrays.stream(Role.values())
                            .filter(role -> role.name().equals(name)))
                    .filter(role -> role != Role.SCHEDULER)
                    .forEach(roles::add);
        }
        return roles;
    }

    private static String text(JsonWebToken token, String claim) {
        Object value = token.getClaim(claim);
        if (value == null) {
            throw new IllegalArgumentException("no " + claim);
        }
        return plain(value);
    }

    private static String plain(@Nullable Object value) {
        return value instanceof JsonString json ? json.getString() : String.valueOf(value);
    }
}
