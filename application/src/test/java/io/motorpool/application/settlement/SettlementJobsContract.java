package io.motorpool.application.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.settlement.SettlementJob.Item;
import io.motorpool.application.settlement.SettlementJob.Outcome;
import io.motorpool.application.settlement.SettlementJobs.Claimed;
import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.settlement.SettlementId;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every keeper of jobs promises. Other tests' jobs may wait in the same store: these are older than any other, and every
 * test works its own off.
 */
public interface SettlementJobsContract extends SettlementGround {

    Duration LEASE = Duration.ofMinutes(1);
    Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

    SettlementJobs jobs();

    @Test
    default void a_job_is_found_as_it_was_added_with_who_pressed() {
        SettlementJob job = given(2);

        assertThat(find(job.id())).contains(job);
        assertThat(find(new JobId(Ids.next()))).isEmpty();
        workOff(job);
    }

    @Test
    default void each_company_is_worked_on_by_one_caller_at_a_time() {
        SettlementJob job = given(3);

        List<Optional<Claimed>> claimed = AtOnce.times(6, () -> claim(LONG_AGO));

        List<CompanyId> companies = claimed.stream()
                .flatMap(Optional::stream)
                .filter(it -> it.job().equals(job.id()))
                .map(Claimed::company)
                .toList();
        assertThat(companies)
                .containsExactlyInAnyOrderElementsOf(
                        job.items().stream().map(Item::company).toList());
        workOff(job);
    }

    @Test
    default void whoever_claims_is_told_what_to_do_and_in_whose_name() {
        SettlementJob job = given(2);

        assertThat(claim(LONG_AGO))
                .contains(new Claimed(
                        job.id(), job.by(), job.month(), job.items().getFirst().company()));
        assertThat(claim(LONG_AGO))
                .contains(new Claimed(
                        job.id(), job.by(), job.month(), job.items().getLast().company()));
        workOff(job);
    }

    @Test
    default void whoever_was_lost_is_followed_once_the_lease_is_over() {
        SettlementJob job = given(1);
        assertThat(claim(LONG_AGO).map(Claimed::company))
                .contains(job.items().getFirst().company());

        assertThat(claim(LONG_AGO.plus(LEASE).minusSeconds(1))).isEmpty();
        assertThat(claim(LONG_AGO.plus(LEASE)).map(Claimed::company))
                .contains(job.items().getFirst().company());
        workOff(job);
    }

    @Test
    default void the_first_outcome_of_a_company_stays_and_it_is_not_claimed_again() {
        SettlementJob job = given(3);
        List<Outcome> outcomes = new ArrayList<>(List.of(
                new Outcome.Confirmed(new SettlementId(Ids.next())),
                new Outcome.Refused("settlement-blocked", Map.of("blockers", "RUNS_UNPRICED")),
                new Outcome.Failed()));
        for (int i = 0; i < 3; i++) {
            record(job, i, outcomes.get(i));
            record(job, i, new Outcome.Confirmed(new SettlementId(Ids.next())));
        }

        SettlementJob done = find(job.id()).orElseThrow();

        assertThat(done.items()).extracting(Item::outcome).isEqualTo(outcomes);
        assertThat(done.isDone()).isTrue();
        assertThat(claim(LONG_AGO)).isEmpty();
    }

    private SettlementJob given(int companies) {
        Caller by = new Caller(
                new UserId(Ids.next()),
                new Profile.Division(),
                Set.of(Role.SETTLEMENT_APPROVER, Role.SETTLEMENT_CLERK));
        List<Item> items = Stream.generate(() -> new Item(givenCompany(), new Outcome.Waiting()))
                .limit(companies)
                .toList();
        SettlementJob job = new SettlementJob(new JobId(Ids.next()), by, NOVEMBER, LONG_AGO, items);
        return inTransaction(() -> jobs().add(job).replaceWith(job));
    }

    private void workOff(SettlementJob job) {
        for (int i = 0; i < job.items().size(); i++) {
            record(job, i, new Outcome.Failed());
        }
    }

    private void record(SettlementJob job, int item, Outcome outcome) {
        inTransaction(() -> jobs().record(job.id(), job.items().get(item).company(), outcome));
    }

    private Optional<SettlementJob> find(JobId id) {
        return inTransaction(() -> jobs().find(id));
    }

    private Optional<Claimed> claim(Instant now) {
        return inTransaction(() -> jobs().claim(now, LEASE));
    }
}
