package io.motorpool.adapters.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The proto files are what app teams generate their clients from. buf says whether they read well and whether a change breaks
 * anybody; it is there where {@code npm install --no-save} was run in {@code adapters/grpc/node}, and CI insists on it.
 */
class ProtosTest {

    private static final Path PROTOS = Path.of("protos").toAbsolutePath();
    private static final Path PUBLISHED = PROTOS.resolve("published.json");
    private static final Path BUF =
            Path.of("node", "node_modules", ".bin", "buf").toAbsolutePath();
    private static final String REWRITE = "protos.write";

    private record Said(int status, String text) {}

    @BeforeAll
    static void bufIsThere() {
        if (!Files.exists(BUF)) {
            assertThat(System.getenv("CI"))
                    .as("buf is not there; CI has to run npm install")
                    .isNull();
            abort("without buf nothing is checked here: run npm install --no-save in adapters/grpc/node");
        }
    }

    @Test
    void they_read_well_and_everything_in_them_is_documented() {
        assertThat(buf(PROTOS, "lint")).isEqualTo(new Said(0, ""));
    }

    @Test
    void what_was_published_goes_on_working() throws IOException {
        assertThat(breaking(PROTOS)).isEqualTo(new Said(0, ""));
        Path made = Path.of("target", "published.json").toAbsolutePath();
        assertThat(buf(PROTOS, "build", "--exclude-source-info", "-o", made.toString()))
                .isEqualTo(new Said(0, ""));
        String image = Files.readString(made).strip() + "\n";
        if (System.getProperty(REWRITE) != null) {
            Path _ = Files.writeString(PUBLISHED, image);
        }

        assertThat(Files.readString(PUBLISHED))
                .as(
                        "the protos are not those that were published. If the change is meant: mvn test -pl adapters/grpc -am -Dtest=ProtosTest -D%s -Dsurefire.failIfNoSpecifiedTests=false",
                        REWRITE)
                .isEqualTo(image);
    }

    @Test
    void a_change_that_breaks_somebody_is_found(@TempDir Path elsewhere) throws IOException {
        copy(PROTOS, elsewhere);
        Path file = elsewhere.resolve("src/main/proto/motorpool/reservation/v1/reservation.proto");
        String text = Files.readString(file);
        Path _ = Files.writeString(file, text.replace("string etag = 16;", "string etag = 17;"));

        Said said = breaking(elsewhere);

        assertThat(said.status()).isNotZero();
        assertThat(said.text()).contains("etag");
    }

    @Test
    void what_is_not_documented_is_found(@TempDir Path elsewhere) throws IOException {
        copy(PROTOS, elsewhere);
        Path file = elsewhere.resolve("src/main/proto/motorpool/reservation/v1/reservation.proto");
        Path _ = Files.writeString(file, Files.readString(file) + "message Nothing {}\n");

        assertThat(buf(elsewhere, "lint").text()).contains("Nothing");
    }

    private static Said breaking(Path protos) {
        return buf(protos, "breaking", "--against", PUBLISHED.toString());
    }

    private static Said buf(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of(BUF.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(each ->
                            Files.isRegularFile(each) && !from.relativize(each).startsWith("target"))
                    .toList()) {
                Path target = to.resolve(from.relativize(file));
                Path _ = Files.createDirectories(target.getParent());
                Path _ = Files.copy(file, target);
            }
        }
    }
}
