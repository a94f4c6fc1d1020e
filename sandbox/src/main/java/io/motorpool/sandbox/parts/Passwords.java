package io.motorpool.sandbox.parts;

import io.motorpool.sandbox.files.PrivateFile;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The passwords of one part, made once and kept beside its data. */
record Passwords(Credentials superuser, Credentials owner, Credentials app) {

    private static final String SUPERUSER = "postgres";
    private static final String OWNER = "motorpool_owner";
    private static final String APP = "motorpool_app";
    private static final String STORE = "motorpool";
    private static final SecureRandom RANDOM = new SecureRandom();

    static Passwords in(Path file) {
        if (!Files.exists(file)) {
            PrivateFile.write(file, line(SUPERUSER) + line(OWNER) + line(APP));
        }
        Properties kept = read(file);
        return new Passwords(credentials(kept, SUPERUSER), credentials(kept, OWNER), credentials(kept, APP));
    }

    /** What an object store is told apart by from one that anybody could write to. */
    static Credentials ofObjectStore(Path file) {
        if (!Files.exists(file)) {
            PrivateFile.write(file, line(STORE));
        }
        return credentials(read(file), STORE);
    }

    private static Properties read(Path file) {
        Properties kept = new Properties();
        try {
            kept.load(new StringReader(PrivateFile.read(file)));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + file, failed);
        }
        return kept;
    }

    private static Credentials credentials(Properties kept, String user) {
        return new Credentials(user, kept.getProperty(user, ""));
    }

    private static String line(String user) {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return user + "=" + HexFormat.of().formatHex(bytes) + "\n";
    }
}
