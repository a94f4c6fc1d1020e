package io.motorpool.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.MovedClock;
import io.motorpool.application.shared.StoreUnavailableException;
import io.motorpool.domain.identity.CutOff;
import io.motorpool.domain.identity.SessionId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CutOffListServiceTest {

    private final MovedClock clock = new MovedClock(IdentityFixtures.NOON);
    private final InMemoryIdentity stores = new InMemoryIdentity(clock);
    private final CutOffList list = new CutOffListService(stores.unitOfWork, stores.cutOffs, clock);

    @Test
    void within_the_bound_the_store_is_not_asked_and_beyond_it_what_is_new_is_known() {
        assertThat(upToDate()).isEmpty();
        CutOff entry = cutOff();
        clock.move(CutOffList.STALEST.minusMillis(1));
        assertThat(upToDate()).as("old, but not too old").isEmpty();
        assertThat(stores.cutOffs.asked).isEqualTo(1);

        clock.move(Duration.ofMillis(1));

        assertThat(upToDate()).containsExactly(entry);
        assertThat(stores.cutOffs.asked).isEqualTo(2);
    }

    @Test
    void a_timer_keeps_it_up_to_date_so_that_nobody_waits() {
        refresh();
        CutOff entry = cutOff();
        clock.move(CutOffList.REFRESHED_EVERY);
        refresh();
        int asked = stores.cutOffs.asked;

        assertThat(list.current()).containsExactly(entry);
        assertThat(upToDate()).isSameAs(list.current());
        assertThat(stores.cutOffs.asked).isEqualTo(asked);
    }

    @Test
    void whoever_does_not_wait_gets_the_list_while_it_is_young_and_nothing_after_that() {
        assertThat(list.ifYoung()).isEmpty();
        CutOff entry = cutOff();
        refresh();

        clock.move(CutOffList.STALEST.minusMillis(1));
        assertThat(list.ifYoung()).contains(List.of(entry));

        clock.move(Duration.ofMillis(1));
        assertThat(list.ifYoung()).isEmpty();
        assertThat(stores.cutOffs.asked).as("nobody was asked").isEqualTo(1);
    }

    @Test
    void it_is_the_very_same_list_for_as_long_as_nothing_changes() {
        CutOff _ = cutOff();
        refresh();
        List<CutOff> before = list.current();

        for (Duration past = Duration.ZERO; past.compareTo(Duration.ofMinutes(11)) < 0; past = past.plusSeconds(30)) {
            clock.move(Duration.ofSeconds(30));
            refresh();
            assertThat(list.current()).isSameAs(before);
        }

        CutOff _ = cutOff();
        refresh();
        assertThat(list.current()).hasSize(2);
    }

    @Test
    void what_is_over_is_forgotten_in_the_end() {
        CutOff _ = cutOff();
        refresh();
        clock.move(Duration.ofSeconds(960));

        refresh();

        assertThat(list.current()).isEmpty();
    }

    @Test
    void a_node_that_slept_reads_the_whole_list_again() {
        refresh();
        CutOff entry = cutOff();
        clock.move(CutOffList.OVERLAP.plusSeconds(1));

        assertThat(upToDate()).containsExactly(entry);
    }

    @Test
    void an_entry_whose_unit_of_work_took_long_is_not_missed() {
        CutOff late = cutOff();
        clock.move(CutOffList.LONGEST_UNIT_OF_WORK);
        stores.cutOffs.hidden = true;
        refresh();
        assertThat(list.current()).isEmpty();
        stores.cutOffs.hidden = false;
        clock.move(CutOffList.OVERLAP.minus(CutOffList.LONGEST_UNIT_OF_WORK).minusMillis(1));

        refresh();

        assertThat(list.current()).containsExactly(late);
    }

    @Test
    void nobody_gets_in_when_the_list_is_too_old_and_cannot_be_read() {
        assertThatThrownBy(list::current).isInstanceOf(StoreUnavailableException.class);
        refresh();
        stores.cutOffs.outOfReach = true;
        assertThat(list.current()).as("young enough").isEmpty();
        clock.move(CutOffList.STALEST);

        assertThatThrownBy(list::current).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(this::upToDate).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void the_bounds_leave_no_gap() {
        assertThat(CutOffList.STALEST).isGreaterThanOrEqualTo(CutOffList.REFRESHED_EVERY.multipliedBy(4));
        assertThat(CutOffList.OVERLAP).isGreaterThan(CutOffList.LONGEST_UNIT_OF_WORK.plus(CutOffList.STALEST));
    }

    private CutOff cutOff() {
        CutOff entry = new CutOff(
                new CutOff.Target.OfSession(new SessionId(Ids.next())),
                clock.instant().plusSeconds(960));
        stores.cutOffs.add(List.of(entry)).await().indefinitely();
        return entry;
    }

    private void refresh() {
        list.refresh().await().indefinitely();
    }

    private List<CutOff> upToDate() {
        return list.upToDate().await().indefinitely();
    }
}
