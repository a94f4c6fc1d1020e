package io.motorpool.adapters.keys.signing;

import io.motorpool.adapters.keys.SealedBox;
import io.motorpool.adapters.keys.WholeFiles;
import io.motorpool.application.identity.OutOfReachException;
import io.motorpool.domain.identity.KeyId;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * One encrypted file for each key. Each is sealed under a key of its own, which is in the file too, wrapped: changing the
 * master key means wrapping anew, not making new signing keys. Nodes on one machine share the folder.
 */
final class KeyFolder {

    private static final String PURPOSE = "motorpool signing key";
    private static final int KEY_BYTES = 32;

    private final Path folder;
    private final KeyWrapping wrapping;
    private final SecureRandom random;

    KeyFolder(Path folder, KeyWrapping wrapping, SecureRandom random) {
        this.folder = folder;
        this.wrapping = wrapping;
        this.random = random;
    }

    void put(KeyId key, byte[] content) {
        byte[] fileKey = new byte[KEY_BYTES];
        random.nextBytes(fileKey);
        byte[] wrapped = wrapping.wrap(fileKey);
        byte[] sealed = box(fileKey).seal(content, key.value());
        ByteBuffer file = ByteBuffer.allocate(Short.BYTES + wrapped.length + sealed.length);
        file.putShort((short) wrapped.length).put(wrapped).put(sealed);
        WholeFiles.replace(file(key), file.array());
    }

    Optional<byte[]> get(KeyId key) {
        return WholeFiles.read(file(key)).map(file -> open(key, ByteBuffer.wrap(file)));
    }

    boolean has(KeyId key) {
        return Files.exists(file(key));
    }

    void remove(KeyId key) {
        WholeFiles.delete(file(key));
    }

    private byte[] open(KeyId key, ByteBuffer file) {
        int length = file.remaining() < Short.BYTES ? -1 : file.getShort();
        if (length < 0 || length > file.remaining()) {
            throw damaged(key);
        }
        byte[] wrapped = new byte[length];
        file.get(wrapped);
        byte[] sealed = new byte[file.remaining()];
        file.get(sealed);
        return box(wrapping.unwrap(wrapped)).open(sealed, key.value()).orElseThrow(() -> damaged(key));
    }

    private static OutOfReachException damaged(KeyId key) {
        return new OutOfReachException("the file of key %s is damaged".formatted(key));
    }

    private SealedBox box(byte[] fileKey) {
        return SealedBox.of(fileKey, PURPOSE, random);
    }

    private Path file(KeyId key) {
        return folder.resolve(key.value() + ".key");
    }
}
