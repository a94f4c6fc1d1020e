package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search that the logs of all end-to-end tests go through bites. */
class IndiscretionsTest {

    private static final String KEY_ID = "Jq2fM0d5xk3Wv1tR8yZ4uP6sQ9aB7cE0hG2iK5lN8oT";

    @TempDir
    Path logs;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJtZSJ9.AAAA",
                "refresh AZ2sAZ2sAZ2sAZ2sAZ2sAA.0000000000000000000000000000000000000000000",
                "link=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8 was used",
                "kept $argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA",
                "-----BEGIN PRIVATE KEY-----",
                "tried seven green bicycles on a roof",
                "signed in: minsu.kim@hanbit.example",
                "invited 김민수 today"
            })
    void finds(String line) throws IOException {
        Files.writeString(logs.resolve("app.log"), "nothing\n" + line + "\n");

        assertThat(Indiscretions.in(logs, "")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-30 11:00:00,000 INFO  [io.quarkus] (main) motorpool 0.1.0-SNAPSHOT on JVM (powered by Quarkus 3.32.2)",
                "key " + KEY_ID + " signs from now on",
                "failed: POST /api/v1/reservations (trace 0123456789abcdef0123456789abcdef)",
                "user 0199c0de-0000-7000-8000-000000000001 signed in",
                "\tat software.amazon.awssdk.awscore.internal.AwsExecutionContextBuilder"
                        + ".invokeInterceptorsAndCreateExecutionContext(AwsExecutionContextBuilder.java:155)"
            })
    void lets_pass(String line) throws IOException {
        Files.writeString(logs.resolve("app.log"), line + "\n");

        assertThat(Indiscretions.in(logs, "{\"kid\":\"%s\"}".formatted(KEY_ID))).isEmpty();
    }

    @Test
    void looks_into_logs_only() throws IOException {
        Files.writeString(logs.resolve("app.txt"), "minsu.kim@hanbit.example");

        assertThat(Indiscretions.in(logs, "")).isEmpty();
    }
}
