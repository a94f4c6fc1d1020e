package io.motorpool.application.drivinglog;

import io.motorpool.domain.drivinglog.FileDigest;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Workbooks that were made, by their hash: the same one is kept once, and what is found is what was kept. */
public interface LogFiles {

    Uni<FileDigest> keep(byte[] file);

    /** How many bytes it has, if it was kept. */
    Uni<Optional<Long>> length(FileDigest digest);

    /**
     * A part of a file that was kept.
     *
     * @param from the first byte, counted from 0
     * @param most how many bytes; the last part has fewer
     */
    Uni<byte[]> part(FileDigest digest, long from, int most);
}
