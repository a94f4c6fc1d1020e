package io.motorpool.adapters.spreadsheet;

import io.motorpool.application.settlement.ExtraCostWorkbooks.Unreadable;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a sheet row by row, so that no more than one row is in memory. */
final class SheetReader {

    private static final String COLUMNS = "ABCDEFG";

    /** The longest text that a cell can hold. */
    private static final int LONGEST_CELL = 32_767;

    private final SafeXml xml;
    private final SharedTexts shared;
    private final Consumer<Line> lines;
    private final Consumer<String> merged;
    private int row;
    private Map<Character, Cell> cells = new HashMap<>();

    /** @param cells by column; what is empty or lies right of the template is not there */
    record Line(int number, Map<Character, Cell> cells) {

        Cell at(String column) {
            return cells.getOrDefault(column.charAt(0), new Cell.Empty());
        }
    }

    /** @param merged takes the first cell of each that was made of several */
    SheetReader(SafeXml xml, SharedTexts shared, Consumer<Line> lines, Consumer<String> merged) {
        this.xml = xml;
        this.shared = shared;
        this.lines = lines;
        this.merged = merged;
    }

    void read() {
        while (xml.next()) {
            if (xml.begins("row")) {
                row = number(xml.attribute("r"), row + 1);
                cells = new HashMap<>();
            } else if (xml.begins("c")) {
                readCell();
            } else if (xml.ends("row") && !cells.isEmpty()) {
                lines.accept(new Line(row, cells));
            } else if (xml.begins("mergeCell")) {
                String area = xml.attribute("ref");
                merged.accept(area == null ? "A1" : area.split(":", 2)[0]);
            }
        }
    }

    private static int number(@Nullable String given, int otherwise) {
        if (given == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(given);
        } catch (NumberFormatException _) {
            throw new UnreadableException(Unreadable.NOT_A_WORKBOOK);
        }
    }

    private void readCell() {
        String address = xml.attribute("r");
        String type = xml.attribute("t");
        StringBuilder value = new StringBuilder();
        boolean formula = false;
        boolean inValue = false;
        while (xml.next() && !xml.ends("c")) {
            if (xml.begins("f")) {
                formula = true;
            } else if (xml.begins("v") || xml.begins("t")) {
                inValue = true;
            } else if (xml.ends("v") || xml.ends("t")) {
                inValue = false;
            } else if (inValue && xml.isText()) {
                append(value, xml.text());
            }
        }
        Cell cell = formula ? new Cell.Formula() : cell(type == null ? "n" : type, value.toString());
        if (address != null && !(cell instanceof Cell.Empty)) {
            keep(address, cell);
        }
    }

    private static void append(StringBuilder value, String text) {
        if (value.length() + text.length() > LONGEST_CELL) {
            throw new UnreadableException(Unreadable.DANGEROUS);
        }
        value.append(text);
    }

    /** Rows are found by the row, columns by the letter; a column of two letters lies right of the template. */
    private void keep(String address, Cell cell) {
        boolean ours =
                address.length() > 1 && COLUMNS.indexOf(address.charAt(0)) >= 0 && Character.isDigit(address.charAt(1));
        if (ours) {
            cells.put(address.charAt(0), cell);
        }
    }

    private Cell cell(String type, String value) {
        return switch (type) {
            case "n" -> value.isBlank() ? new Cell.Empty() : new Cell.Numeric(value.strip());
            case "s" ->
                shared.at(value)
                        .map(SheetReader::written)
                        .orElseThrow(() -> new UnreadableException(Unreadable.NOT_A_WORKBOOK));
            case "inlineStr", "str" -> written(value);
            default -> new Cell.Other();
        };
    }

    private static Cell written(String text) {
        return Values.trimmed(text).isEmpty() ? new Cell.Empty() : new Cell.Written(text);
    }
}
