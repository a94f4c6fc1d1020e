package io.motorpool.sandbox.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogWatchTest {

    @TempDir
    Path folder;

    @Test
    void errors_and_traces_of_the_run_are_told_once_each() throws IOException {
        Path log = folder.resolve("app.log");
        Files.writeString(log, "2026-11-23 12:00:00,000 ERROR [x] (main) before the run\n");
        LogWatch watch = new LogWatch(log);
        Files.writeString(log, """
                2026-11-23 12:00:01,000 INFO  [x] (main) all is well: no ERROR here
                2026-11-23 12:00:02,123 ERROR [x] (thread-1) failed: GET /a/018f6b2e-4c1a-7d3e-9f10-2b3c4d5e6f70
                java.lang.IllegalStateException: taken before the input was checked
                \tat io.motorpool.A.b(A.java:12)
                2026-11-23 12:00:03,456 ERROR [x] (thread-2) failed: GET /a/018f6b2e-4c1a-7d3e-9f10-2b3c4d5e6f71
                """, StandardOpenOption.APPEND);

        assertThat(watch.complaints())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("the log says 2 times: 2026-11-23 12:00:02,123 ERROR"))
                .anyMatch(line -> line.contains("IllegalStateException"))
                .noneMatch(line -> line.contains("before the run") || line.contains("all is well"));
    }

    @Test
    void a_quiet_log_is_not_blamed() {
        assertThat(new LogWatch(folder.resolve("none.log")).complaints()).isEmpty();
    }
}
