package io.motorpool.adapters.keys.publication;

import io.motorpool.adapters.keys.Aside;
import io.motorpool.adapters.keys.WholeFiles;
import io.motorpool.application.identity.KeySetPublication;
import io.motorpool.application.identity.OutOfReachException;
import io.motorpool.domain.identity.KeySet;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Publishes into a folder, for one machine or for a web server that serves it. A file takes the place of another in one
 * step; nodes that publish at once take turns.
 */
public final class FolderKeySetPublication implements KeySetPublication {

    /** Locks of files are between processes; within one they do not wait but fail. */
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private final Path folder;
    private final IssuerMetadata metadata;
    private final Aside aside;

    public FolderKeySetPublication(Path folder, IssuerMetadata metadata, Aside aside) {
        this.folder = folder;
        this.metadata = metadata;
        this.aside = aside;
    }

    @Override
    public Uni<KeySet> publish(KeySet set) {
        return aside.run(() -> alone(() -> replace(set)));
    }

    @Override
    public Uni<Optional<KeySet>> published() {
        return aside.run(this::read);
    }

    private KeySet replace(KeySet set) {
        Optional<KeySet> there = read();
        if (there.isPresent() && there.get().version() > set.version()) {
            return there.get();
        }
        describe();
        if (!there.equals(Optional.of(set))) {
            WholeFiles.replacePublic(keys(), JwkSet.write(set).getBytes(StandardCharsets.UTF_8));
        }
        return set;
    }

    private void describe() {
        byte[] described = metadata.write().getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve(IssuerMetadata.PATH);
        if (WholeFiles.read(file)
                .filter(there -> Arrays.equals(there, described))
                .isEmpty()) {
            WholeFiles.replacePublic(file, described);
        }
    }

    /** What somebody else damaged is put right by publishing again. */
    private Optional<KeySet> read() {
        return WholeFiles.read(keys()).flatMap(content -> {
            try {
                return Optional.of(JwkSet.read(new String(content, StandardCharsets.UTF_8)));
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        });
    }

    private Path keys() {
        return folder.resolve(IssuerMetadata.KEYS_PATH);
    }

    private interface Work {
        KeySet done();
    }

    private KeySet alone(Work work) {
        ONE_AT_A_TIME.lock();
        try {
            var _ = Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                            folder.resolve(".publishing"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                return work.done();
            }
        } catch (IOException failed) {
            throw new OutOfReachException("cannot publish into the folder", failed);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }
}
