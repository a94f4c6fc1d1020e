package io.motorpool.application.drivinglog;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.PortContract;
import io.motorpool.domain.drivinglog.FileDigest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every keeper of workbooks promises. */
public interface LogFilesContract extends PortContract {

    LogFiles files();

    @Test
    default void what_is_found_is_what_was_kept() {
        byte[] file = aFile();

        FileDigest digest = inTransaction(() -> files().keep(file));

        assertThat(digest).isEqualTo(FileDigest.of(file));
        assertThat(inTransaction(() -> files().length(digest))).hasValue((long) file.length);
        assertThat(inTransaction(() -> files().part(digest, 0, file.length))).isEqualTo(file);
        assertThat(inTransaction(() -> files().length(FileDigest.of(aFile())))).isEmpty();
    }

    @Test
    default void a_file_is_read_in_parts_of_which_the_last_is_shorter() {
        byte[] file = aFile();
        FileDigest digest = inTransaction(() -> files().keep(file));

        assertThat(inTransaction(() -> files().part(digest, 0, 10))).isEqualTo(Arrays.copyOfRange(file, 0, 10));
        assertThat(inTransaction(() -> files().part(digest, 30, 10))).isEqualTo(Arrays.copyOfRange(file, 30, 36));
    }

    @Test
    default void the_same_file_is_kept_once_also_by_several_at_once() {
        byte[] file = aFile();

        List<FileDigest> digests = AtOnce.times(6, () -> inTransaction(() -> files().keep(file)));

        assertThat(digests).containsOnly(FileDigest.of(file));
    }

    private static byte[] aFile() {
        return Ids.next().toString().getBytes(StandardCharsets.UTF_8);
    }
}
