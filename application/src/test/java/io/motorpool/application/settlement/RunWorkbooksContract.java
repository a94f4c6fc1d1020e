package io.motorpool.application.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.settlement.ExtraCostWorkbooks.Unreadable;
import io.motorpool.application.settlement.RunWorkbooks.Column;
import io.motorpool.application.settlement.RunWorkbooks.Found;
import io.motorpool.application.settlement.RunWorkbooks.Reading;
import io.motorpool.application.settlement.RunWorkbooks.Row;
import io.motorpool.application.shared.PortContract;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What everybody promises who reads and writes runs of a day. */
public interface RunWorkbooksContract extends PortContract {

    LocalDate DAY = LocalDate.of(2026, 11, 3);

    RunWorkbooks workbooks();

    @Test
    default void what_is_written_says_the_same_when_it_is_read() {
        List<Row> rows = List.of(
                new Row(DAY, "판교–강남", "1호차", LocalTime.of(7, 30), LocalTime.of(7, 32), LocalTime.of(8, 25), ""),
                new Row(DAY, "판교–강남", "1호차", LocalTime.of(18, 10), null, null, "기상"),
                new Row(DAY, "판교–강남", "2호차", LocalTime.MIDNIGHT, LocalTime.of(23, 59), LocalTime.of(0, 40), ""),
                new Row(DAY, "=1+1", "@2호차", LocalTime.of(23, 59), null, null, ""));

        Reading reading = read(write(rows));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        read -> assertThat(read.rows().stream().map(Found::row)).isEqualTo(rows));
    }

    @Test
    default void a_day_without_runs_is_read_as_nothing() {
        assertThat(read(write(List.of()))).isEqualTo(new Reading.Read(List.of()));
    }

    @Test
    default void every_row_knows_where_it_stands() {
        Reading reading = read(write(List.of(new Row(DAY, "판교–강남", "1호차", LocalTime.of(7, 30), null, null, ""))));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        read -> assertThat(read.rows().getFirst().cell(Column.ARRIVED))
                                .isEqualTo("F3"));
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
