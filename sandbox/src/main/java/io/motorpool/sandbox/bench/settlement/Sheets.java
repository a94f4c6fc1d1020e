package io.motorpool.sandbox.bench.settlement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks to compare, and one to take in. */
final class Sheets {

    private static final String MADE_AT = "docProps/core.xml";

    private Sheets() {}

    /** Every sheet and every style the same, byte for byte: all parts but the one that says when it was made. */
    static void checkAlike(byte[] one, byte[] other) throws IOException {
        Map<String, Digest> ours = parts(one);
        Map<String, Digest> theirs = parts(other);
        if (!ours.equals(theirs)) {
            throw new IllegalStateException("not the same workbook: %s, %s".formatted(ours, theirs));
        }
    }

    /** Length and checksum of what is inside. */
    private record Digest(long length, long crc) {}

    /** From a file, since the library's own files cannot be read as a stream. */
    private static Map<String, Digest> parts(byte[] workbook) throws IOException {
        Path file = Files.createTempFile("motorpool", ".xlsx");
        try {
            Files.write(file, workbook);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                return zip.stream()
                        .filter(entry -> !entry.getName().equals(MADE_AT))
                        .collect(Collectors.toMap(
                                ZipEntry::getName,
                                entry -> new Digest(entry.getSize(), entry.getCrc()),
                                (x, _) -> x,
                                TreeMap::new));
            }
        } finally {
            Files.delete(file);
        }
    }

    /** Extra costs, as somebody would send them who has filled in the template. */
    static byte[] extraCosts(YearMonth month, String route, int rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Motorpool", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("특별비용");
            sheet.value(0, 0, "양식");
            sheet.value(0, 1, "motorpool-extra-costs-1");
            for (int i = 0; i < rows; i++) {
                int row = 2 + i;
                sheet.value(row, 0, month.atDay(1 + i % month.lengthOfMonth()));
                sheet.style(row, 0).format("yyyy-mm-dd").set();
                sheet.value(row, 1, route);
                sheet.value(row, 2, "통행료");
                sheet.value(row, 3, "R-" + i);
                sheet.value(row, 4, 1_000 + i);
                sheet.value(row, 6, "고속도로 통행료 " + i);
            }
            sheet.finish();
        }
        return bytes.toByteArray();
    }
}
