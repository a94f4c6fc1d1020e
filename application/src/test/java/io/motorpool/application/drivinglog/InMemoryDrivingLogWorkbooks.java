package io.motorpool.application.drivinglog;

import io.motorpool.domain.drivinglog.TaxPeriod;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;

/** Workbooks that are plain text: a line for the head of each sheet, and one for each row. */
public final class InMemoryDrivingLogWorkbooks implements DrivingLogWorkbooks {

    @Override
    public Uni<byte[]> write(TaxPeriod period, Sheets sheets) {
        return rest(sheets, new StringBuilder("%s\n".formatted(period)))
                .map(text -> text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Uni<StringBuilder> rest(Sheets sheets, StringBuilder text) {
        return Uni.createFrom().deferred(sheets::next).chain(next -> goOn(next, sheets, text));
    }

    private static Uni<StringBuilder> goOn(Optional<ShownSheet> next, Sheets sheets, StringBuilder text) {
        return next.map(sheet -> rest(sheets, text.append(told(sheet))))
                .orElseGet(() -> Uni.createFrom().item(text));
    }

    private static String told(ShownSheet sheet) {
        String rows = sheet.sheet().rows().stream()
                .map(row -> "%s %s %d-%d %s %d %d\n"
                        .formatted(
                                row.trip().logDate(),
                                sheet.driverOf(row).name(),
                                row.trip().before().km(),
                                row.trip().after().km(),
                                row.basis(),
                                row.gapKm(),
                                row.otherKm()))
                .collect(Collectors.joining());
        return "%s %s %s %s\n%s"
                .formatted(
                        sheet.party().name(),
                        sheet.model(),
                        sheet.plate(),
                        sheet.sheet().ratio(),
                        rows);
    }
}
