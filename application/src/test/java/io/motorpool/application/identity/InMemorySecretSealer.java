package io.motorpool.application.identity;

import io.motorpool.domain.identity.SealedSecret;
import io.motorpool.domain.identity.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps what it sealed, and hands out a number for it. */
public final class InMemorySecretSealer implements SecretSealer {

    private record Kept(Secret successor, Secret shown) {}

    private final Map<SealedSecret, Kept> sealed = new ConcurrentHashMap<>();
    private final AtomicInteger made = new AtomicInteger();

    @Override
    public SealedSecret seal(Secret successor, Secret shown) {
        SealedSecret ticket = new SealedSecret("sealed-" + made.incrementAndGet());
        sealed.put(ticket, new Kept(successor, shown));
        return ticket;
    }

    @Override
    public Optional<Secret> open(SealedSecret ticket, Secret shown) {
        return Optional.ofNullable(sealed.get(ticket))
                .filter(kept -> kept.shown().equals(shown))
                .map(Kept::successor);
    }
}
