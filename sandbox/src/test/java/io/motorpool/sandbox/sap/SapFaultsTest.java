package io.motorpool.sandbox.sap;

import static io.motorpool.sandbox.sap.SapStrictnessTest.memo;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.sandbox.sap.SapCaller.Answer;
import io.motorpool.sandbox.sap.SapCaller.Pair;
import io.motorpool.sandbox.sap.Switchboard.Meant;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults happen when they are switched on, and nothing that was stored is lost by any. */
class SapFaultsTest {

    private static final String MEMOS = "/API_DEBIT_MEMO_REQUEST_SRV/A_DebitMemoRequest";

    @TempDir
    Path folder;

    private SapPart sap = SapPart.temporaryNotStarted();
    private SapCaller caller = new SapCaller(sap);

    @BeforeEach
    void start() {
        sap = SapPart.in(folder, 0);
        sap.start();
        caller = new SapCaller(sap);
    }

    @AfterEach
    void stop() {
        sap.close();
    }

    @Test
    void it_is_up_within_a_second() {
        sap.stop();
        long start = System.nanoTime();

        sap.start();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        assertThat(documents()).isZero();
    }

    @Test
    void documents_survive_a_restart_and_sessions_do_not() {
        Pair pair = caller.fetch();
        assertThat(caller.post(MEMOS, memo("A-1"), pair).status()).isEqualTo(201);

        sap.restart();

        assertThat(documents()).isEqualTo(1);
        assertThat(caller.post(MEMOS, memo("A-2"), pair).status()).isEqualTo(403);
        Answer next = caller.post(MEMOS, memo("A-2"));
        assertThat(next.json().at("/d/DebitMemoRequest").asText()).isEqualTo("70000002");
    }

    @Test
    void a_line_that_a_crash_cut_off_is_dropped_and_the_next_one_is_whole() throws IOException {
        assertThat(caller.post(MEMOS, memo("A-1")).status()).isEqualTo(201);
        sap.stop();
        Path journal = folder.resolve("documents.journal");
        Path _ = Files.writeString(journal, "{\"set\":\"A_DebitMem", StandardOpenOption.APPEND);

        sap.start();

        assertThat(documents()).isEqualTo(1);
        assertThat(caller.post(MEMOS, memo("A-2")).status()).isEqualTo(201);
        sap.restart();
        assertThat(documents()).isEqualTo(2);
    }

    @Test
    void an_answer_can_get_lost_after_the_document_was_stored() {
        Pair pair = caller.fetch();
        sap.switchboard().next(Meant.WRITES, new Fault.LosesAnswer());

        assertThat(caller.post(MEMOS, memo("A-1"), pair).status()).isZero();

        assertThat(documents()).isEqualTo(1);
    }

    @Test
    void a_connection_can_break_before_anything_was_stored() {
        Pair pair = caller.fetch();
        sap.switchboard().next(Meant.WRITES, new Fault.BreaksOff());

        assertThat(caller.post(MEMOS, memo("A-1"), pair).status()).isZero();

        assertThat(documents()).isZero();
    }

    @Test
    void it_can_ask_for_patience() {
        sap.switchboard().next(Meant.READS, new Fault.Refuses(429, Duration.ofSeconds(7)));

        Answer answer = caller.get(MEMOS);

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("7");
        assertThat(caller.get(MEMOS).status()).isEqualTo(200);
    }

    @Test
    void it_can_fail_after_it_has_stored() {
        Pair pair = caller.fetch();
        sap.switchboard().next(Meant.WRITES, new Fault.FailsAfterwards());

        assertThat(caller.post(MEMOS, memo("A-1"), pair).status()).isEqualTo(500);

        assertThat(documents()).isEqualTo(1);
    }

    @Test
    void somebody_can_work_on_the_record() {
        Pair pair = caller.fetch();
        sap.switchboard().next(Meant.WRITES, new Fault.Locked("LEE"));

        Answer answer = caller.post(MEMOS, memo("A-1"), pair);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/error/message/value").asText()).contains("locked by user LEE");
        assertThat(documents()).isZero();
    }

    @Test
    void tokens_can_be_rotated() {
        Pair pair = caller.fetch();
        sap.switchboard().next(Meant.WRITES, new Fault.RotatesTokens());

        assertThat(caller.post(MEMOS, memo("A-1"), pair).status()).isEqualTo(403);
        assertThat(caller.post(MEMOS, memo("A-1")).status()).isEqualTo(201);
    }

    @Test
    void amounts_can_come_back_in_another_scale() {
        sap.switchboard().scaleAmounts(new BigDecimal("0.01"));

        Answer answer = caller.post(MEMOS, memo("A-1"));

        assertThat(answer.json().at("/d/TotalNetAmount").asText()).isEqualTo("980");
    }

    @Test
    void faults_are_switched_over_http_too() {
        String desk = "/stand-in/faults";
        assertThat(caller.send(
                                "POST",
                                desk,
                                "{\"fault\":\"refuses\",\"status\":503,\"times\":1,\"meant\":\"reads\"}",
                                java.util.Map.of())
                        .status())
                .isEqualTo(204);

        assertThat(caller.get(MEMOS).status()).isEqualTo(503);
        assertThat(caller.get(MEMOS).status()).isEqualTo(200);
    }

    private int documents() {
        return caller.get(MEMOS).json().at("/d/results").size();
    }
}
