package io.motorpool.domain.shared;

/**
 * How often an aggregate has changed. A caller states the version it saw; a change made from an older one is refused
 * instead of overwriting somebody else's (P18).
 *
 * @param value 0 when first stored, one more with each change
 */
public record Version(long value) {

    public static final Version FIRST = new Version(0);

    public Version {
        if (value < 0) {
            throw new IllegalArgumentException("version %d must not be negative".formatted(value));
        }
    }

    public Version next() {
        return new Version(value + 1);
    }
}
