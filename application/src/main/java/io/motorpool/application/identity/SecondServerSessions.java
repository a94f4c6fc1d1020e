package io.motorpool.application.identity;

import io.motorpool.domain.identity.EmailAddress;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Asks the second server whose session a token stands for. Only that server knows; it fails with
 * {@link OutOfReachException} when it does not answer in time.
 */
public interface SecondServerSessions {

    /** Nothing when there is no such session, or not any more. */
    Uni<Optional<EmailAddress>> holder(String session);
}
