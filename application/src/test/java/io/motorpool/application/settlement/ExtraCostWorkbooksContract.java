package io.motorpool.application.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.settlement.ExtraCostWorkbooks.Column;
import io.motorpool.application.settlement.ExtraCostWorkbooks.Found;
import io.motorpool.application.settlement.ExtraCostWorkbooks.Reading;
import io.motorpool.application.settlement.ExtraCostWorkbooks.Row;
import io.motorpool.application.settlement.ExtraCostWorkbooks.Unreadable;
import io.motorpool.application.shared.PortContract;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What everybody promises who reads and writes extra costs. */
public interface ExtraCostWorkbooksContract extends PortContract {

    LocalDate DAY = LocalDate.of(2026, 11, 3);

    ExtraCostWorkbooks workbooks();

    @Test
    default void what_is_written_says_the_same_when_it_is_read() {
        List<Row> rows = List.of(
                new Row(DAY, "판교–강남", "통행료", "R-1", 4_800, "", "경부고속도로"),
                new Row(DAY.plusDays(27), "판교–강남", "감액", "R-2", -12_000, "SERVICE_FAILURE", "30분 지연"));

        Reading reading = read(write(rows));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        read -> assertThat(read.rows().stream().map(Found::row)).isEqualTo(rows));
    }

    @Test
    default void the_template_is_read_as_nothing() {
        assertThat(read(write(List.of()))).isEqualTo(new Reading.Read(List.of()));
    }

    @Test
    default void text_that_begins_like_a_formula_stays_text() {
        List<Row> rows = List.of(new Row(DAY, "=1+1", "+통행료", "-R", 1, "@SUM(A1)", "=HYPERLINK(\"http://x\")"));

        assertThat(read(write(rows)))
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        read -> assertThat(read.rows().getFirst().row()).isEqualTo(rows.getFirst()));
    }

    @Test
    default void every_row_knows_where_it_stands() {
        Reading reading = read(write(List.of(new Row(DAY, "판교–강남", "통행료", "R-1", 4_800, "", "고속도로"))));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        read -> assertThat(read.rows().getFirst().cell(Column.WON))
                                .isEqualTo("E3"));
    }

    @Test
    default void what_is_no_workbook_is_not_read() {
        assertThat(read("운행일자,노선".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Reading.NotRead(Unreadable.NOT_A_WORKBOOK));
    }

    @Test
    default void what_is_too_large_is_not_looked_into() {
        assertThat(read(new byte[ExtraCostWorkbooks.LARGEST + 1])).isEqualTo(new Reading.NotRead(Unreadable.TOO_LARGE));
    }

    default Reading read(byte[] workbook) {
        return result(() -> workbooks().read(workbook));
    }

    default byte[] write(List<Row> rows) {
        return result(() -> workbooks().write(rows));
    }
}
