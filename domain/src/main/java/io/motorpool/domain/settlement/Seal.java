package io.motorpool.domain.settlement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The SHA-256 digest of a snapshot, in hexadecimal. A snapshot contains the seal of the company's previous one, so whoever
 * changes one snapshot breaks all that follow.
 */
public record Seal(String hex) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /** What stands where the first snapshot of a company would name its predecessor. */
    public static final Seal NONE = new Seal("0".repeat(64));

    public Seal {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("a seal has 64 hexadecimal digits");
        }
    }

    static Seal of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new Seal(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
