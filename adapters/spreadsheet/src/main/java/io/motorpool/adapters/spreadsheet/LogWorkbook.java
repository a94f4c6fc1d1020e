package io.motorpool.adapters.spreadsheet;

import io.motorpool.application.drivinglog.ShownSheet;
import io.motorpool.domain.drivinglog.TaxPeriod;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;

/**
 * A workbook that is being written, into a file of its own until it is whole: what was written is no longer in memory. Used by
 * one thread after another, never by two at once.
 */
final class LogWorkbook {

    private static final String FONT = "맑은 고딕";
    private static final double FONT_SIZE = 10;
    private static final String APPLICATION = "Motorpool";
    private static final String APPLICATION_VERSION = "1.0";

    private final TaxPeriod period;
    private final Path file;
    private final OutputStream bytes;
    private final Workbook workbook;
    private final Map<String, Integer> names = new HashMap<>();

    private LogWorkbook(TaxPeriod period, Path file, OutputStream bytes) {
        this.period = period;
        this.file = file;
        this.bytes = bytes;
        this.workbook = new Workbook(bytes, APPLICATION, APPLICATION_VERSION);
        workbook.setGlobalDefaultFont(FONT, FONT_SIZE);
    }

    static LogWorkbook begin(TaxPeriod period) {
        try {
            Path file = Files.createTempFile("driving-log", ".xlsx");
            return new LogWorkbook(period, file, Files.newOutputStream(file));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot begin a workbook", failed);
        }
    }

    /** @return this */
    LogWorkbook add(ShownSheet sheet) {
        try {
            LogForm.write(workbook.newWorksheet(name(sheet.plate().value())), period, sheet);
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write a sheet", failed);
        }
    }

    /** A plate can return on another vehicle when the first one has left. */
    private String name(String plate) {
        int count = names.merge(plate, 1, Integer::sum);
        return count == 1 ? plate : "%s (%d)".formatted(plate, count);
    }

    /** The whole workbook, in bytes that depend on nothing but what is in it. */
    byte[] finished() {
        try {
            workbook.finish();
            bytes.close();
            return Repacking.of(file, period.hours().end());
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot finish a workbook", failed);
        }
    }

    /** Whatever became of it, the file is not needed any more. */
    void discard() {
        try {
            bytes.close();
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot remove " + file, failed);
        }
    }
}
