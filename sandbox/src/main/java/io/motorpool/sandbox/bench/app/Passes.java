package io.motorpool.sandbox.bench.app;

import io.motorpool.sandbox.token.Tokens;
import java.time.Duration;
import java.util.UUID;

/** Tokens of all drivers, signed in advance: signing costs more than most requests. */
final class Passes {

    /** A token lives for fifteen minutes. */
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private final Tokens tokens;
    private final UUID company;
    private final String[] ofDrivers = new String[Town.DRIVERS];
    private long signedAt;
    private boolean signed;

    Passes(Tokens tokens, UUID company) {
        this.tokens = tokens;
        this.company = company;
    }

    /** Signs again when the last time is long ago. Not while somebody measures. */
    void refresh() {
        if (signed && System.nanoTime() - signedAt < GOOD_FOR.toNanos()) {
            return;
        }
        for (int number = 0; number < ofDrivers.length; number++) {
            ofDrivers[number] = "Bearer " + tokens.business(Town.driver(number), company, "MEMBER");
        }
        signed = true;
        signedAt = System.nanoTime();
    }

    String ofDriver(int number) {
        return ofDrivers[number];
    }
}
