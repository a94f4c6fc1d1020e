package io.motorpool.sandbox.legacy;

import java.time.Instant;

/** One thing that somebody did in the legacy system. */
public sealed interface LegacyStep {

    Instant at();

    record Inserted(Instant at, LegacyRow row) implements LegacyStep {}

    record Updated(Instant at, LegacyRow before, LegacyRow after) implements LegacyStep {}

    record Deleted(Instant at, LegacyRow row) implements LegacyStep {}
}
