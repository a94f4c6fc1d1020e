package io.motorpool.adapters.payment;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the gateway is, with which secret it is asked, and for how long we wait. */
interface GatewayConfig {

    /** Under which it takes requests: {@code https://host/api}. */
    URI url();

    String secret();

    @WithDefault("2s")
    Duration connectWithin();

    /** For one request; shorter than the lease of whoever asks. */
    @WithDefault("15s")
    Duration answerWithin();

    /** How many requests are under way at once. */
    @WithDefault("16")
    int lanes();

    /** How many may wait for a lane; more are turned away at once. */
    @WithDefault("512")
    int queue();

    Breaker breaker();

    /** Stops asking a gateway that does not answer anyway. */
    interface Breaker {

        @WithDefault("20")
        int window();

        @WithDefault("0.6")
        double failureRatio();

        @WithDefault("5s")
        Duration pause();
    }
}
