package io.motorpool.adapters.spreadsheet;

import io.motorpool.application.settlement.ExtraCostWorkbooks.Column;
import io.motorpool.application.settlement.ExtraCostWorkbooks.Found;
import io.motorpool.application.settlement.ExtraCostWorkbooks.Row;

/** A line of extra costs. */
final class ExtraCostForm implements Form<Found> {

    @Override
    public String version() {
        return Template.VERSION;
    }

    @Override
    public Found read(Cells line) {
        Row row = new Row(
                line.date(Column.SERVICE_DATE.letter()),
                line.text(Column.ROUTE.letter(), Template.LONGEST_ROUTE),
                line.text(Column.KIND.letter(), Template.LONGEST_KIND),
                line.text(Column.REFERENCE.letter(), Template.LONGEST_REFERENCE),
                line.won(Column.WON.letter()),
                line.textIfAny(Column.REASON.letter(), Template.LONGEST_REASON),
                line.text(Column.DESCRIPTION.letter(), Template.LONGEST_DESCRIPTION));
        return new Found(line.sheet(), line.number(), row);
    }
}
