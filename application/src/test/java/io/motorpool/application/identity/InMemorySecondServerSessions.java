package io.motorpool.application.identity;

import io.motorpool.domain.identity.EmailAddress;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The second server's sessions, in memory. */
public final class InMemorySecondServerSessions implements SecondServerSessions {

    private final Map<String, EmailAddress> sessions = new ConcurrentHashMap<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean outOfReach;

    public String begin(EmailAddress login) {
        String session = "second-server-" + begun.incrementAndGet();
        sessions.put(session, login);
        return session;
    }

    public void end(String session) {
        sessions.remove(session);
    }

    public int asked() {
        return asked.get();
    }

    public void outOfReach(boolean now) {
        outOfReach = now;
    }

    @Override
    public Uni<Optional<EmailAddress>> holder(String session) {
        return Uni.createFrom().item(() -> {
            asked.incrementAndGet();
            if (outOfReach) {
                throw new OutOfReachException("the second server does not answer");
            }
            return Optional.ofNullable(sessions.get(session));
        });
    }
}
