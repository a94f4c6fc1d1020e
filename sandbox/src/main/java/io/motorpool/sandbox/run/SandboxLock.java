package io.motorpool.sandbox.run;

import io.motorpool.sandbox.files.Folders;
import io.motorpool.sandbox.files.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** Held by whoever changes what runs in a folder, so that two starts at once do not end each other's database. */
final class SandboxLock implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final FileChannel channel;

    private SandboxLock(FileChannel channel) {
        this.channel = channel;
    }

    static SandboxLock on(SandboxFolder folder) {
        try {
            FileChannel channel = FileChannel.open(
                    Folders.create(folder.path()).resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!Processes.await(() -> isGranted(channel), PATIENCE)) {
                channel.close();
                throw new SandboxException(
                        "The sandbox is just being started or stopped by somebody else. Try again in a moment.");
            }
            return new SandboxLock(channel);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot lock " + folder.path(), failed);
        }
    }

    private static boolean isGranted(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot lock", failed);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot give the lock back", failed);
        }
    }
}
