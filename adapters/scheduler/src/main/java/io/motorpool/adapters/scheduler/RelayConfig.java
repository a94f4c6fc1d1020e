package io.motorpool.adapters.scheduler;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When the outbox is looked into. */
@ConfigMapping(prefix = "motorpool.relay")
interface RelayConfig {

    /** After a batch that was not full: how late a fact may leave. */
    @WithDefault("100ms")
    Duration every();

    @WithDefault("1s")
    Duration afterFailure();

    /** How long a node that stops waits for the batch that is under way. */
    @WithDefault("10s")
    Duration patience();
}
