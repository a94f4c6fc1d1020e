package io.motorpool.application.settlement;

import io.motorpool.application.settlement.ExtraCostWorkbooks.Unreadable;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Knows the workbooks that it has written, and no others. */
public final class InMemoryRunWorkbooks implements RunWorkbooks {

    private static final int FIRST_ROW = 3;

    private final Map<String, List<Row>> written = new ConcurrentHashMap<>();

    @Override
    public Uni<Reading> read(byte[] workbook) {
        return Uni.createFrom().item(() -> reading(workbook));
    }

    private Reading reading(byte[] workbook) {
        if (workbook.length > ExtraCostWorkbooks.LARGEST) {
            return new Reading.NotRead(Unreadable.TOO_LARGE);
        }
        List<Row> rows = written.get(new String(workbook, StandardCharsets.UTF_8));
        if (rows == null) {
            return new Reading.NotRead(Unreadable.NOT_A_WORKBOOK);
        }
        List<Found> found = new ArrayList<>();
        rows.forEach(row -> found.add(new Found("운행", FIRST_ROW + found.size(), row)));
        return new Reading.Read(found);
    }

    @Override
    public Uni<byte[]> write(List<Row> rows) {
        return Uni.createFrom().item(() -> {
            String name = "workbook " + rows.hashCode();
            written.put(name, List.copyOf(rows));
            return name.getBytes(StandardCharsets.UTF_8);
        });
    }
}
