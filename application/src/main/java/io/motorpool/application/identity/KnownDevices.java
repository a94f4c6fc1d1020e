package io.motorpool.application.identity;

import io.motorpool.domain.identity.LoginDigest;
import io.motorpool.domain.identity.SecretDigest;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** Devices on which somebody has signed in with a login before. What others do to the login does not stop them. */
public interface KnownDevices {

    /** @param device digest of the secret that the device keeps */
    Uni<Boolean> knows(LoginDigest login, SecretDigest device, Instant now);

    /** Known until then; later than before if it is known already. */
    Uni<Void> put(LoginDigest login, SecretDigest device, Instant until);

    Uni<Integer> forgetOver(Instant now, int atMost);
}
