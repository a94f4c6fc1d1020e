package io.motorpool.sandbox.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentStatementsTest {

    private static final String LOG = """
            2026-11-23 12:20:21.943 UTC [20528] LOG:  statement: BEGIN
            2026-11-23 12:20:21.948 UTC [20528] LOG:  execute 0000018: SELECT a,
            \t       b
            \tFROM c WHERE d = $1
            2026-11-23 12:20:21.948 UTC [20528] DETAIL:  Parameters: $1 = 'LOG:  statement: x'
            2026-11-23 12:20:21.949 UTC [20529] LOG:  execute <unnamed>: select 1
            2026-11-23 12:20:21.950 UTC [20527] LOG:  checkpoint starting: time
            2026-11-23 12:20:21.966 UTC [20528] LOG:  statement: COMMIT
            """;

    @Test
    void statements_are_read_from_the_servers_log_by_connection_and_in_order() {
        assertThat(SentStatements.byConnection(LOG))
                .containsOnlyKeys("20528", "20529")
                .containsEntry("20528", List.of("BEGIN", "SELECT a, b FROM c WHERE d = $1", "COMMIT"))
                .containsEntry("20529", List.of("select 1"));
    }
}
