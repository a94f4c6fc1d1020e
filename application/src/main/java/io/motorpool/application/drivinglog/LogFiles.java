package io.motorpool.application.drivinglog;

import io.motorpool.domain.drivinglog.FileDigest;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Workbooks that were made, by their hash: the same one is kept once, and what is found is what was kept. */
public interface LogFiles {

    Uni<FileDigest> keep(byte[] file);

    Uni<Optional<byte[]>> find(FileDigest digest);
}
