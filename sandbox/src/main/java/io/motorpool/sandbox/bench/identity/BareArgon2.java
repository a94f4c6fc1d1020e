package io.motorpool.sandbox.bench.identity;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** The one thing in a sign-in that has to be slow, and nothing else: made as hard as the hash that the application keeps. */
final class BareArgon2 {

    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final Argon2Parameters parameters;
    private final int length;
    private final String effort;

    /** @param kept a hash in the form of the password hashing competition */
    BareArgon2(String kept) {
        Matcher hash = PHC.matcher(kept);
        if (!hash.matches()) {
            throw new IllegalStateException("the application keeps another kind of hash than Argon2id");
        }
        this.parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(Integer.parseInt(hash.group(1)))
                .withIterations(Integer.parseInt(hash.group(2)))
                .withParallelism(Integer.parseInt(hash.group(3)))
                .withSalt(Base64.getDecoder().decode(hash.group(4)))
                .build();
        this.length = Base64.getDecoder().decode(hash.group(5)).length;
        this.effort = "%s KiB, %s passes, %s lanes".formatted(hash.group(1), hash.group(2), hash.group(3));
    }

    String effort() {
        return effort;
    }

    byte[] hash(String password) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(parameters);
        byte[] digest = new byte[length];
        argon2.generateBytes(password.getBytes(StandardCharsets.UTF_8), digest);
        return digest;
    }
}
