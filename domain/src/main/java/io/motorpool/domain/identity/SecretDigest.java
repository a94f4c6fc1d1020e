package io.motorpool.domain.identity;

/**
 * What is kept of a secret: enough to know it again, of no use to whoever reads it.
 *
 * @param text SHA-256 in base64url, 43 characters
 */
public record SecretDigest(String text) {

    public static final int BYTES = 32;

    public SecretDigest {
        byte[] _ = Encoding.decode("a digest", text, BYTES);
    }
}
