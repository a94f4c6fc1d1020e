package io.motorpool.adapters.spreadsheet;

import io.motorpool.adapters.spreadsheet.SheetReader.Line;
import io.motorpool.application.settlement.ExtraCostWorkbooks;
import io.motorpool.application.settlement.ExtraCostWorkbooks.Unreadable;
import io.motorpool.domain.settlement.CellFault;
import io.motorpool.domain.settlement.CellFault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One workbook's way from bytes to rows and to what is wrong with the others.
 *
 * @param <R> what a row of the template says
 */
final class WorkbookReading<R> {

    private final Form<R> form;
    private final List<R> rows = new ArrayList<>();
    private final List<CellFault> faults = new ArrayList<>();
    private String sheet = "";
    private boolean countsFrom1904;
    private boolean versionSeen;

    private WorkbookReading(Form<R> form) {
        this.form = form;
    }

    /** What became of it. */
    sealed interface Outcome<R> {

        record Read<R>(List<R> rows) implements Outcome<R> {}

        record NotRead<R>(Unreadable why) implements Outcome<R> {}

        record Faulty<R>(List<CellFault> faults, List<R> rows) implements Outcome<R> {}
    }

    static <R> Outcome<R> of(byte[] bytes, Form<R> form) {
        try (SafeZip zip = SafeZip.of(bytes)) {
            return new WorkbookReading<>(form).read(zip);
        } catch (UnreadableException refused) {
            return new Outcome.NotRead<>(refused.why());
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read a workbook", failed);
        }
    }

    private Outcome<R> read(SafeZip zip) throws IOException {
        refuseMacros(zip);
        readContents(zip);
        SharedTexts texts = sharedTexts(zip);
        try (SafeXml xml = new SafeXml(theSheet(zip))) {
            new SheetReader(xml, texts, this::take, cell -> note(new CellFault(sheet, cell, Fault.MERGED))).read();
        }
        if (!versionSeen) {
            throw new UnreadableException(Unreadable.OTHER_TEMPLATE);
        }
        return faults.isEmpty() ? new Outcome.Read<>(rows) : new Outcome.Faulty<>(faults, rows);
    }

    /** Whatever the name of the file says. */
    private static void refuseMacros(SafeZip zip) throws IOException {
        try (SafeXml xml = new SafeXml(open(zip, "[Content_Types].xml"))) {
            while (xml.next()) {
                String type = xml.begins("Override") || xml.begins("Default") ? xml.attribute("ContentType") : null;
                if (type != null && type.contains("macroEnabled")) {
                    throw new UnreadableException(Unreadable.MACROS);
                }
            }
        }
    }

    private void readContents(SafeZip zip) throws IOException {
        int sheets = 0;
        try (SafeXml xml = new SafeXml(open(zip, "xl/workbook.xml"))) {
            while (xml.next()) {
                if (xml.begins("sheet")) {
                    sheets++;
                    sheet = Optional.ofNullable(xml.attribute("name")).orElse("");
                } else if (xml.begins("workbookPr")) {
                    String early = xml.attribute("date1904");
                    countsFrom1904 = "1".equals(early) || "true".equals(early);
                }
            }
        }
        if (sheets != 1) {
            throw new UnreadableException(sheets > 1 ? Unreadable.SEVERAL_SHEETS : Unreadable.NOT_A_WORKBOOK);
        }
    }

    private static SharedTexts sharedTexts(SafeZip zip) throws IOException {
        Optional<InputStream> part = zip.open("xl/sharedStrings.xml");
        if (part.isEmpty()) {
            return SharedTexts.none();
        }
        try (SafeXml xml = new SafeXml(part.get())) {
            return SharedTexts.read(xml);
        }
    }

    /** Whatever its number: a program that has thrown away the first sheet goes on counting. */
    private static InputStream theSheet(SafeZip zip) throws IOException {
        List<String> sheets = zip.names("xl/worksheets/", ".xml");
        if (sheets.size() != 1) {
            throw new UnreadableException(sheets.size() > 1 ? Unreadable.SEVERAL_SHEETS : Unreadable.NOT_A_WORKBOOK);
        }
        return open(zip, sheets.getFirst());
    }

    private static InputStream open(SafeZip zip, String part) throws IOException {
        return zip.open(part).orElseThrow(() -> new UnreadableException(Unreadable.NOT_A_WORKBOOK));
    }

    private void take(Line line) {
        if (line.number() == Template.VERSION_ROW) {
            versionSeen = line.at("B") instanceof Cell.Written(var text)
                    && Values.trimmed(text).equals(form.version());
        }
        if (line.number() < Template.FIRST_ROW) {
            return;
        }
        if (!versionSeen) {
            throw new UnreadableException(Unreadable.OTHER_TEMPLATE);
        }
        if (line.number() >= Template.FIRST_ROW + ExtraCostWorkbooks.MOST_ROWS) {
            throw new UnreadableException(Unreadable.TOO_MANY_ROWS);
        }
        Cells cells = new Cells(sheet, line, countsFrom1904, this::note);
        R row = form.read(cells);
        if (cells.areSound()) {
            rows.add(row);
        }
    }

    private void note(CellFault fault) {
        if (faults.size() < ExtraCostWorkbooks.MOST_FAULTS) {
            faults.add(fault);
        }
    }
}
