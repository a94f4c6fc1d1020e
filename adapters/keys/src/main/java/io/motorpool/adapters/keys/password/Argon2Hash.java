package io.motorpool.adapters.keys.password;

import io.motorpool.domain.identity.Password;
import io.motorpool.domain.identity.PasswordHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** One Argon2id hash, and how it was made. */
record Argon2Hash(Argon2Effort effort, byte[] salt, byte[] hash) {

    static final int SALT_BYTES = 16;
    static final int HASH_BYTES = 32;

    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(?<memory>\\d{1,7}),t=(?<passes>\\d{1,2}),"
                    + "p=(?<lanes>\\d)\\$(?<salt>[A-Za-z0-9+/]{11,64})\\$(?<hash>[A-Za-z0-9+/]{22,86})");

    static Argon2Hash of(Password password, Argon2Effort effort, byte[] salt) {
        return new Argon2Hash(effort, salt, digest(password, effort, salt, HASH_BYTES));
    }

    /** Nothing when it is of another kind, or asks for more effort than anybody should be able to ask for. */
    static Optional<Argon2Hash> read(PasswordHash kept) {
        Matcher phc = PHC.matcher(kept.text());
        if (!phc.matches()) {
            return Optional.empty();
        }
        try {
            Argon2Effort effort = new Argon2Effort(
                    Integer.parseInt(phc.group("memory")),
                    Integer.parseInt(phc.group("passes")),
                    Integer.parseInt(phc.group("lanes")));
            Base64.Decoder base64 = Base64.getDecoder();
            return Optional.of(
                    new Argon2Hash(effort, base64.decode(phc.group("salt")), base64.decode(phc.group("hash"))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    PasswordHash written() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return new PasswordHash("$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        effort.memory(),
                        effort.passes(),
                        effort.lanes(),
                        base64.encodeToString(salt),
                        base64.encodeToString(hash)));
    }

    boolean isOf(Password shown) {
        return MessageDigest.isEqual(hash, digest(shown, effort, salt, hash.length));
    }

    private static byte[] digest(Password password, Argon2Effort effort, byte[] salt, int length) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(effort.memory())
                .withIterations(effort.passes())
                .withParallelism(effort.lanes())
                .withSalt(salt)
                .build());
        byte[] digest = new byte[length];
        argon2.generateBytes(password.text().getBytes(StandardCharsets.UTF_8), digest);
        return digest;
    }
}
