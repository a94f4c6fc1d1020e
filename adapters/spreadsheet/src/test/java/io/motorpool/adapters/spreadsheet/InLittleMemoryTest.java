package io.motorpool.adapters.spreadsheet;

import static io.motorpool.adapters.spreadsheet.HandMade.row;
import static io.motorpool.adapters.spreadsheet.HandMade.rowWith;
import static io.motorpool.adapters.spreadsheet.HandMade.template;
import static io.motorpool.adapters.spreadsheet.HandMade.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.settlement.ExtraCostWorkbooks.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest good file and the worst bad ones, in 64 MiB. */
class InLittleMemoryTest {

    @TempDir
    Path folder;

    @Test
    void sixty_four_mebibytes_are_enough_for_the_largest_file_and_the_worst() throws Exception {
        List<String> texts = new ArrayList<>();
        IntStream.range(0, 300_000).forEach(i -> texts.add("<si><t>" + i + " 가나다라마바사</t></si>"));
        Process reader = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        InLittleMemory.class.getName(),
                        file("largest", largest()),
                        file(
                                "rows",
                                template()
                                        .withRows("<row r=\"4\"/>".repeat(4 * 1024 * 1024))
                                        .bytes()),
                        file(
                                "faults",
                                template()
                                        .withRows(IntStream.rangeClosed(3, 10_002)
                                                .mapToObj(i -> rowWith(i, "E", text("E" + i, "?")))
                                                .reduce(
                                                        new StringBuilder(),
                                                        StringBuilder::append,
                                                        StringBuilder::append)
                                                .toString())
                                        .bytes()),
                        file(
                                "texts",
                                template()
                                        .withRows(row(3))
                                        .with("xl/sharedStrings.xml", "<sst>" + String.join("", texts) + "</sst>")
                                        .bytes()),
                        file(
                                "merged",
                                template()
                                        .withSheet(
                                                row(3),
                                                "<mergeCells>" + "<mergeCell ref=\"A3:B3\"/>".repeat(1_000_000)
                                                        + "</mergeCells>")
                                        .bytes()),
                        file(
                                "bomb",
                                template()
                                        .with("xl/media/x.xml", new byte[100 * 1024 * 1024])
                                        .bytes()),
                        file(
                                "entities",
                                template()
                                        .with(
                                                "xl/worksheets/sheet1.xml",
                                                "<!DOCTYPE x [<!ENTITY a \"" + "ha".repeat(100_000) + "\">]><worksheet>"
                                                        + "&a;".repeat(100_000) + "</worksheet>")
                                        .bytes())))
                .redirectErrorStream(true)
                .start();

        String said = new String(reader.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(reader.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said.lines())
                .containsExactly(
                        "read 10000",
                        "refused DANGEROUS",
                        "faults 100",
                        "refused DANGEROUS",
                        "faults 100",
                        "refused DANGEROUS",
                        "refused DANGEROUS");
    }

    private static byte[] largest() {
        List<Row> rows = new ArrayList<>();
        IntStream.range(0, 10_000)
                .forEach(i -> rows.add(new Row(
                        LocalDate.of(2026, 11, 1 + i % 30),
                        "노선 ".repeat(10) + i,
                        "통행료",
                        "R-" + i,
                        i + 1,
                        "",
                        "가나다라마바사아자차".repeat(9) + i)));
        return new ExcelExtraCostWorkbooks().write(rows).await().indefinitely();
    }

    private String file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name + ".xlsx"), content).toString();
    }
}
