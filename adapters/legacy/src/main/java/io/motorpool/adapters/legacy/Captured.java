package io.motorpool.adapters.legacy;

import org.jspecify.annotations.Nullable;

/**
 * One record of the topic, as it came.
 *
 * @param source its topic, partition and offset: the same record read again has the same
 * @param value absent if it is a tombstone
 */
record Captured(
        String source, @Nullable String key, @Nullable String value) {

    static Captured of(String topic, int partition, long offset, @Nullable String key, @Nullable String value) {
        return new Captured("%s-%d@%d".formatted(topic, partition, offset), key, value);
    }

    /** Whatever is in it may name people (P19). */
    @Override
    public String toString() {
        return "Captured[%s]".formatted(source);
    }
}
