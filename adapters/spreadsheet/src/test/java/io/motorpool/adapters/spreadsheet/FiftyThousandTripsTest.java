package io.motorpool.adapters.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large company's year, of one vehicle or of many, in 256 MiB; and again by another JVM, to the byte. */
class FiftyThousandTripsTest {

    @TempDir
    Path once;

    @TempDir
    Path again;

    @Test
    void fifty_thousand_trips_are_written_in_256_mebibytes_twice_to_the_same_bytes() throws Exception {
        String first = written(once);
        String second = written(again);

        assertThat(first).matches("[0-9a-f]{64} [0-9a-f]{64}\\s*");
        assertThat(second).isEqualTo(first);
        assertThat(once.resolve("one-vehicle.xlsx")).hasSameBinaryContentAs(again.resolve("one-vehicle.xlsx"));
        assertThat(lastDistanceOf(once.resolve("many-vehicles.xlsx"))).isEqualTo(7);
    }

    private static String written(Path folder) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FiftyThousandTrips.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(writer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(writer.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(writer.exitValue()).isZero();
        return said;
    }

    private static int lastDistanceOf(Path workbook) throws IOException {
        assertThat(Files.size(workbook)).isLessThan(16 * 1024 * 1024L);
        double usual = ZipSecureFile.getMinInflateRatio();
        ZipSecureFile.setMinInflateRatio(0);
        try (XSSFWorkbook read = new XSSFWorkbook(workbook.toFile().getPath())) {
            XSSFSheet last = read.getSheetAt(FiftyThousandTrips.VEHICLES - 1);
            int row = LogForm.FIRST_ROW + FiftyThousandTrips.TRIPS / FiftyThousandTrips.VEHICLES - 1;
            return (int) last.getRow(row).getCell(5).getNumericCellValue();
        } finally {
            ZipSecureFile.setMinInflateRatio(usual);
        }
    }
}
