package io.motorpool.application.drivinglog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.shared.DirectUnitOfWork;
import io.motorpool.domain.drivinglog.FileDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FilePartsTest {

    private static final int LENGTH = 2 * FileParts.MOST_BYTES + 1;

    private final InMemoryLogFiles files = new InMemoryLogFiles();
    private final byte[] file = new byte[LENGTH];

    FilePartsTest() {
        new Random(1).nextBytes(file);
    }

    @Test
    void a_file_is_read_in_parts_of_which_none_is_large() {
        FileDigest digest = files.keep(file).await().indefinitely();

        assertThat(read(digest, LENGTH)).containsExactly(FileParts.MOST_BYTES, FileParts.MOST_BYTES, 1);
    }

    @Test
    void a_file_that_is_not_what_was_kept_does_not_end_as_if_it_were() {
        FileDigest _ = files.keep(file).await().indefinitely();
        byte[] forged = file.clone();
        forged[LENGTH - 1]++;
        FileDigest digest = FileDigest.of(file);
        files.replace(digest, forged);

        assertThatThrownBy(() -> read(digest, LENGTH)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_file_that_became_shorter_does_not_end_as_if_it_were_whole() {
        FileDigest digest = files.keep(file).await().indefinitely();

        assertThatThrownBy(() -> read(digest, LENGTH + 1)).isInstanceOf(IllegalStateException.class);
    }

    private List<Integer> read(FileDigest digest, long length) {
        FileParts parts = new FileParts(new DirectUnitOfWork(), files, digest, length);
        List<Integer> lengths = new ArrayList<>();
        Optional<byte[]> part = parts.next().await().indefinitely();
        while (part.isPresent()) {
            lengths.add(part.get().length);
            part = parts.next().await().indefinitely();
        }
        return lengths;
    }
}
