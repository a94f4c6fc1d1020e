package io.motorpool.sandbox.parts;

import io.motorpool.sandbox.files.Folders;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL programs of this machine's kind, unpacked once into the user's cache and shared from then on. */
final class PostgresBinaries {

    private static final String EXECUTABLE = "rwxr-xr-x";

    /** Its resolver tells at every start what it found. */
    private static final Logger QUIET = Logger.getLogger("io.zonky.test.db.postgres");

    private PostgresBinaries() {}

    /** The folder that holds {@code bin}, {@code lib} and {@code share}. */
    static Path folder() {
        try {
            byte[] archive = archive();
            Path folder = cache().resolve("postgres-" + digest(archive));
            if (!Files.exists(folder)) {
                unpack(archive, folder);
            }
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot unpack PostgreSQL", failed);
        }
    }

    private static byte[] archive() throws IOException {
        QUIET.setLevel(Level.WARNING);
        String architecture = ArchUtils.normalize(System.getProperty("os.arch", ""));
        try (InputStream archive =
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(operatingSystem(), architecture)) {
            return archive.readAllBytes();
        }
    }

    private static String operatingSystem() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "Windows";
        }
        return name.startsWith("mac") ? "Darwin" : "Linux";
    }

    private static Path cache() throws IOException {
        Path home = Path.of(System.getProperty("user.home", ""));
        if (Files.isDirectory(home) && Files.isWritable(home)) {
            return Files.createDirectories(home.resolve(".cache").resolve("motorpool"));
        }
        return Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir", ""))
                .resolve("motorpool-" + System.getProperty("user.name", "")));
    }

    /** Unpacks beside the folder and moves it there whole, so that two JVMs that start at once do not disturb each other. */
    private static void unpack(byte[] archive, Path folder) throws IOException {
        Path draft = Files.createTempDirectory(folder.getParent(), "unpacking-");
        try (InputStream bytes = new ByteArrayInputStream(archive);
                XZCompressorInputStream tar = new XZCompressorInputStream(bytes);
                TarArchiveInputStream entries = new TarArchiveInputStream(tar)) {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                unpack(entry, entries, draft);
            }
        }
        if (isPosix(draft)) {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString(EXECUTABLE));
        }
        try {
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException lost) {
            Folders.delete(draft);
            if (!Files.exists(folder)) {
                throw lost;
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive names a file outside of its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
            if ((entry.getMode() & 0100) != 0 && isPosix(target)) {
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(EXECUTABLE));
            }
        }
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static String digest(byte[] archive) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(sha, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
