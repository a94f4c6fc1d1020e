package io.motorpool.application.identity;

import io.motorpool.domain.Decision;
import io.motorpool.domain.identity.IdentityRefusal;
import io.motorpool.domain.identity.LoginDigest;
import io.motorpool.domain.identity.Secret;
import io.motorpool.domain.identity.SecretDigest;
import io.motorpool.domain.identity.SignInGuard;
import io.motorpool.domain.identity.SignInGuard.Attempt;
import io.motorpool.domain.identity.SignInGuard.Origin;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Counts attempts by login, under the login's lock, and knows the devices that the attempts of others do not stop. */
public final class SignInAttempts {

    /** For how long a device is known on which nobody signs in. */
    public static final Duration DEVICE_KEPT = Duration.ofDays(180);

    private final SignInGuards guards;
    private final KnownDevices devices;
    private final Supplier<Secret> nextSecret;

    public SignInAttempts(SignInGuards guards, KnownDevices devices, Supplier<Secret> nextSecret) {
        this.guards = guards;
        this.devices = devices;
        this.nextSecret = nextSecret;
    }

    /** Counts the attempt before anybody looks at the password. */
    Uni<Decision<Attempt, IdentityRefusal>> admit(SignIn.Attempt wanted, Instant now) {
        LoginDigest login = LoginDigest.of(wanted.login());
        return origin(login, wanted, now)
                .chain(origin -> guards.lock(login).chain(guard -> count(guard, new Attempt(origin, now))));
    }

    private Uni<Decision<Attempt, IdentityRefusal>> count(SignInGuard guard, Attempt attempt) {
        return switch (guard.admit(attempt.origin(), attempt.at())) {
            case Decision.Accepted<SignInGuard, IdentityRefusal>(var counting) ->
                guards.save(counting).replaceWith(() -> Decision.accept(attempt));
            case Decision.Refused<SignInGuard, IdentityRefusal>(var reason) ->
                Uni.createFrom().item(Decision.refuse(reason));
        };
    }

    private Uni<Origin> origin(LoginDigest login, SignIn.Attempt wanted, Instant now) {
        Origin unfamiliar = new Origin.Unfamiliar(wanted.from());
        Secret known = wanted.known();
        if (known == null) {
            return Uni.createFrom().item(unfamiliar);
        }
        SecretDigest device = known.digest();
        return devices.knows(login, device, now).map(knows -> knows ? new Origin.Familiar(device) : unfamiliar);
    }

    /** The password was right. */
    Uni<Void> forgive(LoginDigest login, Attempt attempt) {
        return guards.lock(login).chain(guard -> guards.save(guard.forgive(attempt.origin())));
    }

    /** Nobody got to look at the password. */
    Uni<Void> withdraw(LoginDigest login, Attempt attempt) {
        return guards.lock(login).chain(guard -> guards.save(guard.withdraw(attempt)));
    }

    /**
     * By which secret the device is known from now on. One that is known keeps its secret; a secret that we did not make is
     * not taken over.
     */
    Uni<Secret> remember(LoginDigest login, Attempt attempt, @Nullable Secret shown, Instant now) {
        Secret device = shown != null && attempt.origin() instanceof Origin.Familiar ? shown : nextSecret.get();
        return devices.put(login, device.digest(), now.plus(DEVICE_KEPT)).replaceWith(device);
    }
}
