package io.motorpool.adapters.spreadsheet;

import io.motorpool.adapters.spreadsheet.SheetReader.Line;
import io.motorpool.adapters.spreadsheet.Values.Meant;
import io.motorpool.domain.settlement.CellFault;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The cells of one line, each asked for what it means. What means nothing is noted, and something harmless is answered. */
final class Cells {

    private final String sheet;
    private final Line line;
    private final boolean countsFrom1904;
    private final Consumer<CellFault> faults;
    private boolean sound = true;

    Cells(String sheet, Line line, boolean countsFrom1904, Consumer<CellFault> faults) {
        this.sheet = sheet;
        this.line = line;
        this.countsFrom1904 = countsFrom1904;
        this.faults = faults;
    }

    String sheet() {
        return sheet;
    }

    int number() {
        return line.number();
    }

    /** Whether every cell that was asked for meant something. */
    boolean areSound() {
        return sound;
    }

    LocalDate date(String column) {
        return meant(column, Values.date(line.at(column), countsFrom1904), LocalDate.EPOCH);
    }

    long won(String column) {
        return meant(column, Values.won(line.at(column)), 0L);
    }

    LocalTime time(String column) {
        return meant(column, Values.time(line.at(column)), LocalTime.MIDNIGHT);
    }

    @Nullable
    LocalTime timeIfAny(String column) {
        return isEmpty(column) ? null : time(column);
    }

    String text(String column, int longest) {
        return meant(column, Values.text(line.at(column), longest), "");
    }

    /** Empty where nothing is. */
    String textIfAny(String column, int longest) {
        return isEmpty(column) ? "" : text(column, longest);
    }

    private boolean isEmpty(String column) {
        return line.at(column) instanceof Cell.Empty;
    }

    private <T> T meant(String column, Meant<T> meant, T otherwise) {
        return switch (meant) {
            case Meant.Value<T>(var value) -> value;
            case Meant.Wrong<T>(var fault) -> {
                sound = false;
                faults.accept(new CellFault(sheet, column + line.number(), fault));
                yield otherwise;
            }
        };
    }
}
