package io.motorpool.sandbox.app;

import io.motorpool.sandbox.files.Folders;
import io.motorpool.sandbox.files.PrivateFile;
import io.motorpool.sandbox.parts.Credentials;
import io.motorpool.sandbox.parts.ObjectStorePart;
import io.motorpool.sandbox.parts.Parts;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a node keeps the issuer's keys, where it publishes them and whom it gives its letters. The master key that seals
 * the private ones is made once for each folder.
 */
public record IdentitySettings(Parts parts, Path folder) {

    /** Where the key set is, below what is published. */
    static final String KEY_SET = "/.well-known/jwks.json";

    private static final int MASTER_KEY_BYTES = 32;

    /** Where the issuer's private keys lie, sealed. */
    public static Path issuer(Path folder) {
        return folder.resolve("issuer");
    }

    Map<String, String> environment() {
        Credentials writer = parts.objects().credentials();
        Map<String, String> environment =
                new TreeMap<>(publishing(parts.objects().endpoint()));
        environment.put("MOTORPOOL_KEYS_MASTER", masterKey());
        environment.put(
                "MOTORPOOL_KEYS_FOLDER",
                Folders.create(issuer(folder).resolve("keys")).toString());
        environment.put("AWS_ACCESS_KEY_ID", writer.user());
        environment.put("AWS_SECRET_ACCESS_KEY", writer.password());
        environment.put("MOTORPOOL_IDENTITY_LETTERS_SENT_EVERY", "1s");
        environment.put("MOTORPOOL_MAIL_HOST", "localhost");
        environment.put("MOTORPOOL_MAIL_PORT", Integer.toString(parts.mail().port()));
        return environment;
    }

    /** Where the public keys go, and where everybody, the node itself included, reads them: without signing anything. */
    static Map<String, String> publishing(URI store) {
        URI published = store.resolve("/" + ObjectStorePart.BUCKET);
        return Map.of(
                "MOTORPOOL_KEYS_PUBLISH_TO",
                "s3://" + ObjectStorePart.BUCKET,
                "MOTORPOOL_KEYS_OBJECT_STORE",
                store.toString(),
                "MOTORPOOL_KEYS_REGION",
                ObjectStorePart.REGION,
                "MOTORPOOL_KEYS_PUBLISHED_AT",
                published.toString(),
                "MOTORPOOL_TOKEN_KEYS",
                published + KEY_SET);
    }

    private String masterKey() {
        Path file = issuer(folder).resolve("master-key");
        if (!Files.exists(file)) {
            byte[] bytes = new byte[MASTER_KEY_BYTES];
            new SecureRandom().nextBytes(bytes);
            PrivateFile.write(file, Base64.getEncoder().encodeToString(bytes));
        }
        return PrivateFile.read(file);
    }
}
