package io.motorpool.adapters.scheduler;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Whether something that runs again and again works. Says so when that changes, not every time. */
final class Standing {

    private static final Logger LOG = Logger.getLogger(Standing.class);

    private final String what;
    private final AtomicBoolean up = new AtomicBoolean(true);

    Standing(String what) {
        this.what = what;
    }

    boolean isUp() {
        return up.get();
    }

    void worked() {
        if (!up.getAndSet(true)) {
            LOG.infof("%s came back", what);
        }
    }

    void failed(Throwable failure) {
        if (up.getAndSet(false)) {
            LOG.warnf(failure, "%s went down", what);
        }
    }
}
