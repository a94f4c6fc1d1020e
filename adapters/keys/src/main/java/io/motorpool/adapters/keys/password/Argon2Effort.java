package io.motorpool.adapters.keys.password;

/**
 * What one hash costs, and so every guess.
 *
 * @param memory in KiB
 */
public record Argon2Effort(int memory, int passes, int lanes) {

    /** What OWASP recommends at least: 19 MiB, two passes, one lane. */
    public static final Argon2Effort RECOMMENDED = new Argon2Effort(19 * 1024, 2, 1);

    private static final int MOST_MEMORY = 128 * 1024;
    private static final int MOST_PASSES = 10;
    private static final int MOST_LANES = 4;

    public Argon2Effort {
        if (lanes < 1 || lanes > MOST_LANES || passes < 1 || passes > MOST_PASSES) {
            throw new IllegalArgumentException("%d passes in %d lanes are not reasonable".formatted(passes, lanes));
        }
        if (memory < 8 * lanes || memory > MOST_MEMORY) {
            throw new IllegalArgumentException("%d KiB are not reasonable".formatted(memory));
        }
    }

    /** Whether a hash of the other effort should be made anew. */
    boolean exceeds(Argon2Effort other) {
        return memory > other.memory || passes > other.passes;
    }
}
