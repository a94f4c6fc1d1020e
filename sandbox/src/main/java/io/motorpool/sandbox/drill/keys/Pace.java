package io.motorpool.sandbox.drill.keys;

import java.time.Duration;
import java.util.Map;

/**
 * The rules for tokens and keys on a faster clock: the same rules, other lengths. The domain itself checks that they fit
 * together.
 *
 * @param access how long a token lives
 * @param skew by how much two clocks may differ; the nodes' clocks do, by all of it
 * @param cached for how long a verifier may keep the set
 * @param visible for how long a key is published before it signs
 */
public record Pace(Duration access, Duration skew, Duration cached, Duration visible) {

    /** As far apart as clocks may be (P7), and everything else short. */
    public static final Pace FULL =
            new Pace(Duration.ofSeconds(120), Duration.ofSeconds(60), Duration.ofSeconds(3), Duration.ofSeconds(6));

    public static final Pace SHORT =
            new Pace(Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(2));

    /** For a node whose clock is so far ahead of the others'. */
    public Map<String, String> environment(Duration ahead) {
        return Map.of(
                "MOTORPOOL_CLOCK_AHEAD", ahead.toString(),
                "MOTORPOOL_IDENTITY_TOKENS_ACCESS", access.toString(),
                "MOTORPOOL_IDENTITY_TOKENS_SKEW", skew.toString(),
                "MOTORPOOL_IDENTITY_KEYS_CACHED", cached.toString(),
                "MOTORPOOL_IDENTITY_KEYS_VISIBLE_BEFORE_USE", visible.toString(),
                "MOTORPOOL_IDENTITY_KEYS_TURNED_EVERY", "500ms");
    }

    /** How long a rotation may take, whichever clock saw the next key and whichever asks whether it may sign. */
    public Duration longestRotation() {
        return visible.plus(skew.multipliedBy(2)).plus(Duration.ofSeconds(10));
    }
}
