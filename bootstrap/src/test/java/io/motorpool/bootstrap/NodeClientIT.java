package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever has nothing of us but the jar of proto files can call, in another language. CI insists on it. */
@EndToEnd
class NodeClientIT {

    private static final Path NODE = RunningSystem.project().resolve("adapters/grpc/node");

    private final RunningSystem system;

    NodeClientIT(RunningSystem system) {
        this.system = system;
    }

    @BeforeEach
    void nodeIsThere() {
        if (!Files.isDirectory(NODE.resolve("node_modules/@grpc/grpc-js"))) {
            assertThat(System.getenv("CI"))
                    .as("CI has to run npm install in %s", NODE)
                    .isNull();
            abort("without its packages no other language is tried: run npm install --no-save in adapters/grpc/node");
        }
    }

    @Test
    void a_client_made_of_the_published_files_finds_reserves_and_cancels(@TempDir Path protos) throws Exception {
        unpack(jar(), protos);
        ClientCompany company = system.newCompany();
        UUID vehicle = company.newVehicle();
        Slot slot = Slot.hourIn(24);

        Process client = new ProcessBuilder(List.of(
                        "node",
                        "client.mjs",
                        protos.toString(),
                        "localhost:" + system.node().grpcPort(),
                        company.newMember().token(),
                        company.zone().toString(),
                        vehicle.toString(),
                        slot.start().toString(),
                        slot.end().toString()))
                .directory(NODE.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(client.waitFor()).as(said).isZero();
        assertThat(said).startsWith("found, reserved and cancelled");
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(RunningSystem.project().resolve("adapters/grpc/protos/target"))) {
            return files.filter(file -> file.getFileName().toString().matches("motorpool-protos-.*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void unpack(Path jar, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (var entry : zip.stream()
                    .filter(each -> each.getName().endsWith(".proto"))
                    .toList()) {
                Path file = folder.resolve(entry.getName()).normalize();
                Path _ = Files.createDirectories(file.getParent());
                try (InputStream content = zip.getInputStream(entry)) {
                    long _ = Files.copy(content, file);
                }
            }
        }
    }
}
