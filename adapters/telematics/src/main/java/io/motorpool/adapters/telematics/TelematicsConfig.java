package io.motorpool.adapters.telematics;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the devices are reached, with which secret, and for how long we wait. */
interface TelematicsConfig {

    /** Under which the devices lie: {@code https://host/api}. */
    URI url();

    String secret();

    @WithDefault("2s")
    Duration connectWithin();

    /** For one request, its way over the air included; shorter than the lease of whoever asks. */
    @WithDefault("5s")
    Duration answerWithin();

    /** How many requests are under way at once. */
    @WithDefault("32")
    int lanes();

    /** How many may wait for a lane; more are turned away at once. */
    @WithDefault("512")
    int queue();

    Breaker breaker();

    /** Stops asking somebody who does not answer anyway. One device that does not is no reason. */
    interface Breaker {

        @WithDefault("20")
        int window();

        @WithDefault("0.6")
        double failureRatio();

        @WithDefault("5s")
        Duration pause();
    }
}
