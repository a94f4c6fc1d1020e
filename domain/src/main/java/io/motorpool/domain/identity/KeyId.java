package io.motorpool.domain.identity;

/**
 * Names a key by what it is: the thumbprint of its public half (RFC 7638). Two keys never have the same.
 *
 * @param value SHA-256 in base64url, 43 characters
 */
public record KeyId(String value) {

    public KeyId {
        byte[] _ = Encoding.decode("a key id", value, SecretDigest.BYTES);
    }

    @Override
    public String toString() {
        return value;
    }
}
