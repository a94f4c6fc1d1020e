package io.motorpool.application.identity;

import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;

/** What services said of themselves: it counts once, on whichever node. */
public interface UsedAssertions {

    /**
     * Whether it was the first time. Of many at once, one is. Not if the unit of work fails.
     *
     * @param assertion its id, which is the service's own choice
     * @param until when it may be forgotten
     */
    Uni<Boolean> use(UserId service, String assertion, Instant until);

    Uni<Integer> forgetOver(Instant now, int atMost);
}
