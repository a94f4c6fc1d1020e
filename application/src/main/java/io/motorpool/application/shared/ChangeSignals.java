package io.motorpool.application.shared;

import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.UUID;

/**
 * That something has changed, heard on every node a moment after the unit of work that told it has succeeded. It is not said
 * what has become of it, and now and then it is not heard at all: whoever listens looks for themselves, and looks without
 * having been told, too.
 */
public interface ChangeSignals {

    /** Part of a unit of work: nobody hears of it if that fails. */
    Uni<Void> tell(Set<UUID> things);

    /** From now on, and for as long as the node lives. Listeners are called one after the other and do not make others wait. */
    void listen(Listener listener);

    interface Listener {

        /** These have changed. It may be told twice. */
        void changed(Set<UUID> things);

        /** For a while nothing could be heard: whatever it is, it may have changed. */
        void anythingMayHaveChanged();
    }
}
