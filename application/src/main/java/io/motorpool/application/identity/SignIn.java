package io.motorpool.application.identity;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.identity.DeviceLabel;
import io.motorpool.domain.identity.EmailAddress;
import io.motorpool.domain.identity.Password;
import io.motorpool.domain.identity.Secret;
import io.motorpool.domain.identity.SourceNetwork;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody proves who they are with a password, and a session begins on their device. */
public interface SignIn {

    Uni<Decision<SignedIn, Refusal>> signIn(Attempt attempt);

    /**
     * @param profile as what they want to act; absent when they do not care
     * @param known the secret of a device on which they have signed in before; absent on any other
     */
    record Attempt(
            EmailAddress login,
            Password password,
            @Nullable Profile profile,
            DeviceLabel device,
            @Nullable Secret known,
            SourceNetwork from) {}

    /**
     * @param device by which this device is known from now on: it signs in even while others try the login
     * @param deviceUntil when it is forgotten if nobody signs in on it
     */
    record SignedIn(Tokens tokens, Secret device, Instant deviceUntil) {}
}
