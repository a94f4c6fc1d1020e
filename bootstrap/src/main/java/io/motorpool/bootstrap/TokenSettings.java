package io.motorpool.bootstrap;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Whose tokens are accepted, and where the keys are with which they are verified. */
@ConfigMapping(prefix = "motorpool.token")
interface TokenSettings {

    String issuer();

    String audience();

    /** Where the key set is published: a folder, an http(s) address, or {@code s3://bucket/prefix}. */
    Optional<String> keys();
}
