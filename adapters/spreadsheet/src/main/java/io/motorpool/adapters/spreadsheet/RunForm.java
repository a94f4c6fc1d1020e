package io.motorpool.adapters.spreadsheet;

import io.motorpool.application.settlement.RunWorkbooks.Column;
import io.motorpool.application.settlement.RunWorkbooks.Found;
import io.motorpool.application.settlement.RunWorkbooks.Row;
import java.util.List;

/** A line of what became of a run. */
final class RunForm implements Form<Found> {

    static final String SHEET = "운행";
    static final String VERSION = "motorpool-runs-1";
    static final List<String> HEADINGS = List.of("운행일자", "노선", "호차", "출발 예정", "실제 출발", "도착", "결행 사유");

    private static final int LONGEST_SLOT = 60;
    private static final int LONGEST_CAUSE = 40;

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public Found read(Cells line) {
        Row row = new Row(
                line.date(Column.SERVICE_DATE.letter()),
                line.text(Column.ROUTE.letter(), Template.LONGEST_ROUTE),
                line.text(Column.SLOT.letter(), LONGEST_SLOT),
                line.time(Column.SCHEDULED.letter()),
                line.timeIfAny(Column.LEFT.letter()),
                line.timeIfAny(Column.ARRIVED.letter()),
                line.textIfAny(Column.CAUSE.letter(), LONGEST_CAUSE));
        return new Found(line.sheet(), line.number(), row);
    }
}
