package io.motorpool.sandbox.legacy;

import org.jspecify.annotations.Nullable;

/**
 * One record of the topic.
 *
 * @param value absent if it is a tombstone
 */
public record Told(String key, @Nullable String value) {}
