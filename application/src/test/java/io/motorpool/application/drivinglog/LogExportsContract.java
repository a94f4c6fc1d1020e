package io.motorpool.application.drivinglog;

import static io.motorpool.application.drivinglog.LogFixtures.MARCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.drivinglog.LogExport.Outcome;
import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.drivinglog.FileDigest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every keeper of exports promises. Other tests' exports may wait in the same store: these are older than any other, and
 * every test works its own off.
 */
public interface LogExportsContract extends LogGround {

    Duration LEASE = Duration.ofMinutes(1);
    Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

    LogExports exports();

    @Test
    default void an_export_is_found_as_it_was_added_with_who_asked() {
        LogExport export = given(LONG_AGO);

        assertThat(find(export.id())).contains(export);
        assertThat(find(new ExportId(Ids.next()))).isEmpty();
        record(export, new Outcome.Failed());
    }

    @Test
    default void the_oldest_is_worked_on_first_and_by_one_at_a_time() {
        LogExport second = given(LONG_AGO.plusSeconds(1));
        LogExport first = given(LONG_AGO);

        assertThat(claim(LONG_AGO.plusSeconds(2)).map(LogExport::id)).contains(first.id());
        assertThat(claim(LONG_AGO.plusSeconds(2)).map(LogExport::id)).contains(second.id());
        record(first, new Outcome.Failed());
        record(second, new Outcome.Failed());
    }

    @Test
    default void of_several_who_ask_at_once_one_gets_it() {
        LogExport export = given(LONG_AGO);

        List<Optional<LogExport>> claimed = AtOnce.times(6, () -> claim(LONG_AGO));

        assertThat(claimed.stream().flatMap(Optional::stream).map(LogExport::id).filter(export.id()::equals))
                .hasSize(1);
        record(export, new Outcome.Failed());
    }

    @Test
    default void whoever_was_lost_is_followed_once_the_lease_is_over() {
        LogExport export = given(LONG_AGO);
        assertThat(claim(LONG_AGO).map(LogExport::id)).contains(export.id());

        assertThat(claim(LONG_AGO.plus(LEASE).minusSeconds(1)).map(LogExport::id))
                .isNotEqualTo(Optional.of(export.id()));
        assertThat(claim(LONG_AGO.plus(LEASE)).map(LogExport::id)).contains(export.id());
        record(export, new Outcome.Failed());
    }

    @Test
    default void the_first_outcome_stays_whatever_it_is() {
        for (Outcome outcome : List.of(
                new Outcome.Ready(FileDigest.of("file".getBytes(StandardCharsets.UTF_8)), 50, 2),
                new Outcome.Refused("odometers-block", Map.of("rows", "one")),
                new Outcome.Failed())) {
            LogExport export = given(LONG_AGO);
            record(export, outcome);
            record(export, new Outcome.Failed());

            assertThat(find(export.id()).map(LogExport::outcome)).contains(outcome);
            assertThat(claim(LONG_AGO).map(LogExport::id)).isNotEqualTo(Optional.of(export.id()));
        }
    }

    private LogExport given(Instant startedAt) {
        var company = givenCompany();
        LogExport export = new LogExport(
                new ExportId(Ids.next()), Callers.anAdminOf(company), company, MARCH, startedAt, new Outcome.Waiting());
        return inTransaction(() -> exports().add(export).replaceWith(export));
    }

    private void record(LogExport export, Outcome outcome) {
        inTransaction(() -> exports().record(export.id(), outcome));
    }

    private Optional<LogExport> find(ExportId id) {
        return inTransaction(() -> exports().find(id));
    }

    private Optional<LogExport> claim(Instant now) {
        return inTransaction(() -> exports().claim(now, LEASE));
    }
}
