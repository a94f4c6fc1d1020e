package io.motorpool.adapters.spreadsheet;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Packs a workbook again so that it depends on nothing but what is in it: without the time at which it was made, which is in the
 * table of contents and in one of its parts, and with merged cells in order, which are written in whatever one.
 */
final class Repacking {

    private static final String PROPERTIES = "docProps/core.xml";
    private static final Pattern CREATED = Pattern.compile("(<dcterms:created[^>]*>)[^<]*(</dcterms:created>)");

    private static final String SHEETS = "xl/worksheets/sheet";
    private static final Pattern MERGED = Pattern.compile("<mergeCell ref=\"[A-Z0-9:]*\"/>");
    private static final byte[] END_OF_ROWS = bytes("</sheetData>");
    private static final int NOTHING = -1;

    /** The first moment that a zip can tell. */
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Repacking() {}

    /** @param created what the workbook says about when it was made */
    static byte[] of(Path workbook, Instant created) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipFile from = new ZipFile(workbook.toFile());
                ZipOutputStream to = new ZipOutputStream(packed)) {
            Enumeration<? extends ZipEntry> parts = from.entries();
            while (parts.hasMoreElements()) {
                ZipEntry part = parts.nextElement();
                ZipEntry same = new ZipEntry(part.getName());
                same.setTimeLocal(EPOCH);
                to.putNextEntry(same);
                try (InputStream content = new BufferedInputStream(from.getInputStream(part))) {
                    write(part.getName(), content, to, created);
                }
                to.closeEntry();
            }
        }
        return packed.toByteArray();
    }

    private static void write(String name, InputStream content, ZipOutputStream to, Instant created)
            throws IOException {
        if (name.equals(PROPERTIES)) {
            String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            to.write(bytes(CREATED.matcher(text).replaceAll("$1" + created + "$2")));
        } else if (name.startsWith(SHEETS)) {
            copyRows(content, to);
            to.write(bytes(inOrder(new String(content.readAllBytes(), StandardCharsets.UTF_8))));
        } else {
            long _ = content.transferTo(to);
        }
    }

    /** Up to the end of the rows, of which there may be very many. */
    private static void copyRows(InputStream content, OutputStream to) throws IOException {
        int matched = 0;
        int next = content.read();
        while (next != NOTHING) {
            to.write(next);
            boolean goesOn = next == END_OF_ROWS[matched];
            matched = goesOn ? matched + 1 : next == END_OF_ROWS[0] ? 1 : 0;
            next = matched < END_OF_ROWS.length ? content.read() : NOTHING;
        }
    }

    private static String inOrder(String afterRows) {
        List<String> merged = MERGED.matcher(afterRows)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
        Iterator<String> next = merged.iterator();
        return MERGED.matcher(afterRows).replaceAll(_ -> next.next());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
