package io.motorpool.domain.identity;

/**
 * A secret that only whoever holds another secret can open. Its form is the business of whoever sealed it.
 *
 * @param text printable ASCII
 */
public record SealedSecret(String text) {

    public static final int LONGEST = 200;

    public SealedSecret {
        if (text.isEmpty() || text.length() > LONGEST || !text.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException(
                    "a sealed secret has 1 to %d printable ASCII characters".formatted(LONGEST));
        }
    }
}
