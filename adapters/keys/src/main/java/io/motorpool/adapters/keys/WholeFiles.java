package io.motorpool.adapters.keys;

import io.motorpool.application.identity.OutOfReachException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Files that are there as a whole or not at all, whoever looks and whenever the machine stops. */
public final class WholeFiles {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNERS_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> EVERYBODY_READS = PosixFilePermissions.fromString("rw-r--r--");

    private WholeFiles() {}

    /** Only the owner may read it. */
    public static void replace(Path file, byte[] content) {
        write(file, content, OWNER_ONLY, OWNERS_FOLDER);
    }

    /** Everybody may read it. */
    public static void replacePublic(Path file, byte[] content) {
        write(file, content, EVERYBODY_READS, Set.of());
    }

    public static Optional<byte[]> read(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException failed) {
            throw new OutOfReachException("cannot read " + file.getFileName(), failed);
        }
    }

    public static void delete(Path file) {
        try {
            boolean _ = Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new OutOfReachException("cannot delete " + file.getFileName(), failed);
        }
    }

    private static void write(
            Path file, byte[] content, Set<PosixFilePermission> ofFile, Set<PosixFilePermission> ofFolder) {
        Path beside = file.resolveSibling(".%s.%s".formatted(file.getFileName(), UUID.randomUUID()));
        try {
            var _ = Files.createDirectories(file.toAbsolutePath().getParent(), attributes(ofFolder));
            writeSafely(beside, content, ofFile);
            var _ = Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            delete(beside);
            throw new OutOfReachException("cannot write " + file.getFileName(), failed);
        }
    }

    private static void writeSafely(Path file, byte[] content, Set<PosixFilePermission> permissions)
            throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes(permissions))) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                int _ = channel.write(left);
            }
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
        return POSIX && !permissions.isEmpty()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
