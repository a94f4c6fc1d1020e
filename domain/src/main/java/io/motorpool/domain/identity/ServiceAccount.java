package io.motorpool.domain.identity;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.identity.IdentityEvent.ServiceAccountChanged;
import io.motorpool.domain.identity.IdentityEvent.ServiceAccountDisabled;
import io.motorpool.domain.identity.IdentityEvent.ServiceAccountEnabled;
import io.motorpool.domain.identity.IdentityEvent.ServiceAccountRegistered;
import io.motorpool.domain.identity.IdentityRefusal.ClientRefused;
import io.motorpool.domain.identity.IdentityRefusal.NotPossibleForService;
import io.motorpool.domain.identity.IdentityRefusal.TooManyKeys;
import io.motorpool.domain.shared.Text;
import io.motorpool.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A program that acts by itself. It has no password and shares no secret with us: it signs its requests with a key of
 * which only the public half is registered here (private_key_jwt). Two keys let it change one without a pause.
 *
 * @param id it acts as this, as a user does
 * @param role under its profile
 */
public record ServiceAccount(
        UserId id, String name, Profile profile, Role role, List<RsaPublicKey> keys, boolean enabled) {

    public static final int LONGEST_NAME = 60;
    public static final int MOST_KEYS = 2;

    public ServiceAccount {
        Text.check("a service's name", name, LONGEST_NAME);
        keys = List.copyOf(keys);
        if (keys.size() > MOST_KEYS || keys.stream().distinct().count() != keys.size()) {
            throw new IllegalArgumentException("a service has %d different keys at most".formatted(MOST_KEYS));
        }
        checkRole(profile, role);
    }

    /** A role counts only under the profile that it belongs to. */
    public static void checkRole(Profile profile, Role role) {
        Role.Reach reach =
                switch (profile) {
                    case Profile.Business _ -> Role.Reach.OWN_COMPANY;
                    case Profile.Division _ -> Role.Reach.EVERY_COMPANY;
                    case Profile.Personal _ -> throw new IllegalArgumentException("a service is not a private person");
                };
        if (role.reach() != reach || role == Role.SCHEDULER) {
            throw new IllegalArgumentException("%s is not a role under %s".formatted(role, profile));
        }
    }

    /** What the service became, and the fact to tell. */
    public record Changed(ServiceAccount account, IdentityEvent fact) {}

    public static Changed register(UserId id, String name, Profile profile, Role role, RsaPublicKey key, Instant now) {
        return new Changed(
                new ServiceAccount(id, name, profile, role, List.of(key), true), new ServiceAccountRegistered(id, now));
    }

    public Changed change(String newName, Profile newProfile, Role newRole, Instant now) {
        return new Changed(
                new ServiceAccount(id, newName, newProfile, newRole, keys, enabled),
                new ServiceAccountChanged(id, now));
    }

    public Decision<Changed, Refusal> addKey(RsaPublicKey key, Instant now) {
        if (keys.contains(key)) {
            return accept(changed(keys, now));
        }
        return keys.size() == MOST_KEYS
                ? refuse(new TooManyKeys(MOST_KEYS))
                : accept(changed(Stream.concat(keys.stream(), Stream.of(key)).toList(), now));
    }

    /** A service without a key gets no more tokens; it can be given one again. */
    public Decision<Changed, Refusal> removeKey(KeyId key, Instant now) {
        List<RsaPublicKey> left =
                keys.stream().filter(it -> !it.id().equals(key)).toList();
        return left.size() == keys.size() ? refuse(new NotFound(Thing.SIGNING_KEY)) : accept(changed(left, now));
    }

    private Changed changed(List<RsaPublicKey> newKeys, Instant now) {
        return new Changed(
                new ServiceAccount(id, name, profile, role, newKeys, enabled), new ServiceAccountChanged(id, now));
    }

    public Decision<Changed, Refusal> disable(Instant now) {
        return switchTo(false, new ServiceAccountDisabled(id, now));
    }

    public Decision<Changed, Refusal> enable(Instant now) {
        return switchTo(true, new ServiceAccountEnabled(id, now));
    }

    private Decision<Changed, Refusal> switchTo(boolean on, IdentityEvent fact) {
        return enabled == on
                ? refuse(new NotPossibleForService(enabled))
                : accept(new Changed(new ServiceAccount(id, name, profile, role, keys, on), fact));
    }

    public Optional<RsaPublicKey> key(KeyId wanted) {
        return keys.stream().filter(key -> key.id().equals(wanted)).findFirst();
    }

    /** What the service gets for words that it signed, provided that they are short-lived and its key still counts. */
    public Decision<Grant, IdentityRefusal> grant(ClientAssertion assertion, Instant now, TokenPolicy policy) {
        boolean proven = enabled
                && assertion.client().equals(id)
                && key(assertion.key()).isPresent()
                && assertion.isShortLived(now, policy);
        return proven ? accept(new Grant(id, profile, Set.of(role))) : refuse(new ClientRefused());
    }
}
