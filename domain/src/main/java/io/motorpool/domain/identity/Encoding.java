package io.motorpool.domain.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** How bytes are written and digested everywhere in this context: base64url without padding, SHA-256. */
final class Encoding {

    private Encoding() {}

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Only the one way in which these bytes are written is read: two different texts never mean the same. */
    static byte[] decode(String what, String text, int length) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(what + " is not base64url", e);
        }
        if (bytes.length != length || !encode(bytes).equals(text)) {
            throw new IllegalArgumentException("%s is not %d bytes in base64url".formatted(what, length));
        }
        return bytes;
    }

    static String sha256(byte[] bytes) {
        try {
            return encode(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
