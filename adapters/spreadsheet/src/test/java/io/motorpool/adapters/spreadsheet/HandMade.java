package io.motorpool.adapters.spreadsheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook made part by part, so that each of them can be wrong. */
final class HandMade {

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    static HandMade template() {
        return new HandMade()
                .with(
                        "[Content_Types].xml",
                        "<Types><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>")
                .with("xl/workbook.xml", "<workbook><sheets><sheet name=\"특별비용\" sheetId=\"1\"/></sheets></workbook>")
                .withRows("");
    }

    HandMade with(String part, String content) {
        return with(part, content.getBytes(StandardCharsets.UTF_8));
    }

    HandMade with(String part, byte[] content) {
        parts.put(part, content);
        return this;
    }

    HandMade without(String part) {
        var _ = parts.remove(part);
        return this;
    }

    HandMade withRows(String rows) {
        return withSheet(rows, "");
    }

    HandMade withSheet(String rows, String after) {
        return with(
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData><row r=\"1\">%s</row>%s</sheetData>%s</worksheet>"
                        .formatted(text("B1", Template.VERSION), rows, after));
    }

    static String text(String cell, String text) {
        return "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(cell, text);
    }

    static String number(String cell, String number) {
        return "<c r=\"%s\"><v>%s</v></c>".formatted(cell, number);
    }

    /** A row that is right, with one cell as given. */
    static String rowWith(int row, String column, String cell) {
        StringBuilder cells = new StringBuilder();
        Map<String, String> right = new LinkedHashMap<>(Map.of());
        right.put("A", number("A" + row, "46329"));
        right.put("B", text("B" + row, "판교–강남"));
        right.put("C", text("C" + row, "통행료"));
        right.put("D", text("D" + row, "R-" + row));
        right.put("E", number("E" + row, "4800"));
        right.put("G", text("G" + row, "고속도로"));
        right.put(column, cell);
        right.values().forEach(cells::append);
        return "<row r=\"%d\">%s</row>".formatted(row, cells);
    }

    static String row(int row) {
        return rowWith(row, "E", number("E" + row, "4800"));
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }
}
