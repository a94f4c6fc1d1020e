package io.motorpool.bootstrap;

import io.motorpool.domain.identity.KeyTimings;
import io.motorpool.domain.identity.TokenPolicy;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a deployment decides about identity. How long tokens and keys are good for is published (P6 to P8); only drills run
 * on a faster clock, and a node that does says so.
 */
@ConfigMapping(prefix = "motorpool.identity")
interface IdentitySettings {

    Tokens tokens();

    Keys keys();

    Letters letters();

    Legacy legacy();

    /** How often what is of no use to anybody is forgotten. */
    String forgottenEvery();

    /** See {@link TokenPolicy}. */
    interface Tokens {

        @WithDefault("15m")
        Duration access();

        @WithDefault("14d")
        Duration idle();

        @WithDefault("90d")
        Duration absolute();

        @WithDefault("10s")
        Duration grace();

        @WithDefault("60s")
        Duration skew();
    }

    /** See {@link KeyTimings}. */
    interface Keys {

        @WithDefault("300s")
        Duration cached();

        @WithDefault("600s")
        Duration visibleBeforeUse();

        @WithDefault("30d")
        Duration signsFor();

        /** How often steps that are due are taken. */
        String turnedEvery();
    }

    /** Letters that are owed. */
    interface Letters {

        String sentEvery();
    }

    /** Until when tokens of the ways of signing in that were there before are accepted. */
    interface Legacy {

        Optional<Instant> firstServerUntil();

        Optional<Instant> secondServerUntil();
    }
}
