package io.motorpool.adapters.spreadsheet;

import io.motorpool.adapters.spreadsheet.SheetReader.Line;
import io.motorpool.adapters.spreadsheet.Values.Meant;
import io.motorpool.application.settlement.ExtraCostWorkbooks;
import io.motorpool.application.settlement.ExtraCostWorkbooks.Column;
import io.motorpool.application.settlement.ExtraCostWorkbooks.Found;
import io.motorpool.application.settlement.ExtraCostWorkbooks.Reading;
import io.motorpool.application.settlement.ExtraCostWorkbooks.Row;
import io.motorpool.application.settlement.ExtraCostWorkbooks.Unreadable;
import io.motorpool.domain.settlement.CellFault;
import io.motorpool.domain.settlement.CellFault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One workbook's way from bytes to rows, or to what is wrong with it. */
final class WorkbookReading {

    private final List<Found> rows = new ArrayList<>();
    private final List<CellFault> faults = new ArrayList<>();
    private String sheet = "";
    private boolean countsFrom1904;
    private boolean versionSeen;

    static Reading of(byte[] bytes) {
        try (SafeZip zip = SafeZip.of(bytes)) {
            return new WorkbookReading().read(zip);
        } catch (UnreadableException refused) {
            return new Reading.NotRead(refused.why());
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read a workbook", failed);
        }
    }

    private Reading read(SafeZip zip) throws IOException {
        refuseMacros(zip);
        readContents(zip);
        SharedTexts texts = sharedTexts(zip);
        try (SafeXml xml = new SafeXml(theSheet(zip))) {
            new SheetReader(xml, texts, this::take, cell -> fault(cell, Fault.MERGED)).read();
        }
        if (!versionSeen) {
            throw new UnreadableException(Unreadable.OTHER_TEMPLATE);
        }
        return faults.isEmpty() ? new Reading.Read(rows) : new Reading.Faulty(faults);
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
                    && Values.trimmed(text).equals(Template.VERSION);
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
        int before = faults.size();
        LocalDate date = valueOf(
                line, Column.SERVICE_DATE, Values.date(at(line, Column.SERVICE_DATE), countsFrom1904), LocalDate.EPOCH);
        String route = text(line, Column.ROUTE, Template.LONGEST_ROUTE);
        String kind = text(line, Column.KIND, Template.LONGEST_KIND);
        String reference = text(line, Column.REFERENCE, Template.LONGEST_REFERENCE);
        long won = valueOf(line, Column.WON, Values.won(at(line, Column.WON)), 0L);
        String reason =
                at(line, Column.REASON) instanceof Cell.Empty ? "" : text(line, Column.REASON, Template.LONGEST_REASON);
        String description = text(line, Column.DESCRIPTION, Template.LONGEST_DESCRIPTION);
        if (faults.size() == before) {
            rows.add(new Found(sheet, line.number(), new Row(date, route, kind, reference, won, reason, description)));
        }
    }

    private static Cell at(Line line, Column column) {
        return line.at(column.letter());
    }

    private String text(Line line, Column column, int longest) {
        return valueOf(line, column, Values.text(at(line, column), longest), "");
    }

    private <T> T valueOf(Line line, Column column, Meant<T> meant, T otherwise) {
        return switch (meant) {
            case Meant.Value<T>(var value) -> value;
            case Meant.Wrong<T>(var fault) -> {
                fault(column.letter() + Integer.toString(line.number()), fault);
                yield otherwise;
            }
        };
    }

    private void fault(String cell, Fault fault) {
        if (faults.size() < ExtraCostWorkbooks.MOST_FAULTS) {
            faults.add(new CellFault(sheet, cell, fault));
        }
    }
}
