package io.motorpool.sandbox.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaPartTest {

    @TempDir
    Path folder;

    @Test
    void a_restart_keeps_port_and_messages() throws Exception {
        try (KafkaPart kafka = KafkaPart.in(folder, 0)) {
            kafka.start();
            int port = kafka.port();
            Messages.send(kafka, "kept", "before the restart");

            kafka.restart();

            assertThat(kafka.port()).isEqualTo(port);
            assertThat(Messages.in(kafka, "kept")).containsExactly("before the restart");
        }
    }
}
