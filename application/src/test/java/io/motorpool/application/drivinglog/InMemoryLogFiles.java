package io.motorpool.application.drivinglog;

import io.motorpool.domain.drivinglog.FileDigest;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Workbooks in memory. */
public final class InMemoryLogFiles implements LogFiles {

    private final Map<FileDigest, byte[]> rows = new ConcurrentHashMap<>();

    @Override
    public Uni<FileDigest> keep(byte[] file) {
        return Uni.createFrom().item(() -> keepNow(file.clone()));
    }

    private FileDigest keepNow(byte[] file) {
        FileDigest digest = FileDigest.of(file);
        rows.put(digest, file);
        return digest;
    }

    @Override
    public Uni<Optional<byte[]>> find(FileDigest digest) {
        return Uni.createFrom().item(() -> Optional.ofNullable(rows.get(digest)).map(byte[]::clone));
    }
}
