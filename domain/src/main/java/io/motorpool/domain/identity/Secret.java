package io.motorpool.domain.identity;

/**
 * 256 random bits that prove something to whoever shows them. Nobody can guess them, so their plain digest can be stored
 * safely; they themselves are handed out once and kept nowhere.
 *
 * @param text base64url, 43 characters
 */
public record Secret(String text) {

    public static final int BYTES = 32;

    public Secret {
        byte[] _ = Encoding.decode("a secret", text, BYTES);
    }

    public static Secret of(byte[] random) {
        if (random.length != BYTES) {
            throw new IllegalArgumentException("a secret has %d bytes, not %d".formatted(BYTES, random.length));
        }
        return new Secret(Encoding.encode(random));
    }

    public byte[] bytes() {
        return Encoding.decode("a secret", text, BYTES);
    }

    public SecretDigest digest() {
        return new SecretDigest(Encoding.sha256(bytes()));
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
