package io.motorpool.application.drivinglog;

import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.drivinglog.FileDigest;
import io.smallrye.mutiny.Uni;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Reads a file that was kept part by part, each in a unit of work of its own: nothing is held open for somebody who is slow. It
 * fails rather than end with a file that is not what was kept.
 */
final class FileParts implements ExportDrivingLog.Parts {

    static final int MOST_BYTES = 64 * 1024;

    private final UnitOfWork unitOfWork;
    private final LogFiles files;
    private final FileDigest file;
    private final long length;
    private final MessageDigest read = sha256();
    private long next;

    FileParts(UnitOfWork unitOfWork, LogFiles files, FileDigest file, long length) {
        this.unitOfWork = unitOfWork;
        this.files = files;
        this.file = file;
        this.length = length;
    }

    @Override
    public Uni<Optional<byte[]>> next() {
        return Uni.createFrom()
                .deferred(() -> next < length
                        ? unitOfWork
                                .reading(() -> files.part(file, next, MOST_BYTES))
                                .map(this::note)
                        : Uni.createFrom().item(Optional.empty()));
    }

    private Optional<byte[]> note(byte[] part) {
        read.update(part);
        next += part.length;
        boolean whole =
                next == length && HexFormat.of().formatHex(read.digest()).equals(file.hex());
        if (part.length == 0 || next > length || (next == length && !whole)) {
            throw new IllegalStateException("the file %s is not what was kept".formatted(file));
        }
        return Optional.of(part);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
