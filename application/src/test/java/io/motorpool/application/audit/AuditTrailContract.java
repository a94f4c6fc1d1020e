package io.motorpool.application.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.PortContract;
import io.motorpool.application.shared.Walk;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.reservation.Reason.ReasonCode;
import io.motorpool.domain.reservation.Reason.TimerCode;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every audit trail promises. That nobody can edit it is for the store itself to show. */
public interface AuditTrailContract extends PortContract {

    Instant NOON = Instant.parse("2027-03-02T03:00:00.123456Z");
    Page.Request ALL = new Page.Request(Page.Request.LARGEST, Optional.empty());

    AuditTrail trail();

    @Test
    default void a_company_whose_things_nobody_touched_has_an_empty_trail() {
        assertThat(page(aCompany(), Optional.empty(), ALL)).isEqualTo(new Page<>(List.of(), Optional.empty()));
    }

    @Test
    default void an_entry_is_read_as_it_was_recorded() {
        CompanyId company = aCompany();
        AuditEntry entry = new AuditEntry(
                Ids.next(),
                NOON,
                new UserId(Ids.next()),
                Role.SUPPORT_AGENT,
                company,
                Ids.next(),
                "force-return",
                Optional.of(new Reason(ReasonCode.DRIVER_UNREACHABLE, "전화를 받지 않음 \"두 번\" 🚗")),
                Map.of("status", "IN_USE", "end", "2027-03-02T03:00:00Z"),
                Map.of("status", "FORCE_RETURNED"));

        given(List.of(entry));

        assertThat(entries(company)).containsExactly(entry);
    }

    @Test
    default void what_a_timer_did_is_read_as_it_was_recorded() {
        CompanyId company = aCompany();
        AuditEntry entry = new AuditEntry(
                Ids.next(),
                NOON,
                new UserId(Ids.next()),
                Role.SCHEDULER,
                company,
                Ids.next(),
                "mark-no-show",
                Optional.of(new Reason(TimerCode.TIMER, "time has passed")),
                Map.of("status", "RESERVED"),
                Map.of("status", "NO_SHOW"));

        given(List.of(entry));

        assertThat(entries(company)).containsExactly(entry);
    }

    @Test
    default void an_entry_without_a_reason_about_something_new_or_gone_is_read_as_it_was_recorded() {
        CompanyId company = aCompany();
        AuditEntry entry = anEntry(company, Ids.next());

        given(List.of(entry));

        assertThat(entries(company)).containsExactly(entry);
    }

    @Test
    default void the_newest_come_first_page_by_page() {
        CompanyId company = aCompany();
        List<AuditEntry> entries = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            entries.add(anEntry(company, Ids.next()));
        }
        given(entries.subList(0, 3));
        given(entries.subList(3, 5));

        List<AuditEntry> told = Walk.through(2, page -> page(company, Optional.empty(), page));

        assertThat(told).isEqualTo(entries.reversed());
    }

    @Test
    default void a_trail_that_fits_one_page_exactly_has_no_next_page() {
        CompanyId company = aCompany();
        given(List.of(anEntry(company, Ids.next()), anEntry(company, Ids.next())));

        assertThat(page(company, Optional.empty(), new Page.Request(2, Optional.empty()))
                        .next())
                .isEmpty();
    }

    @Test
    default void what_is_recorded_during_a_walk_neither_repeats_nor_hides_an_older_entry() {
        CompanyId company = aCompany();
        List<AuditEntry> before = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            before.add(anEntry(company, Ids.next()));
        }
        given(before);

        List<AuditEntry> told = Walk.through(
                2, page -> page(company, Optional.empty(), page), () -> given(List.of(anEntry(company, Ids.next()))));

        assertThat(told).isEqualTo(before.reversed());
    }

    @Test
    default void the_trail_of_one_subject_holds_that_subject_only() {
        CompanyId company = aCompany();
        UUID subject = Ids.next();
        AuditEntry first = anEntry(company, subject);
        AuditEntry second = anEntry(company, subject);
        given(List.of(first, anEntry(company, Ids.next()), second));

        assertThat(page(company, Optional.of(subject), ALL).items()).containsExactly(second, first);
        assertThat(page(company, Optional.of(Ids.next()), ALL).items()).isEmpty();
    }

    @Test
    default void the_trail_of_a_company_holds_nothing_of_another_even_about_the_same_subject() {
        CompanyId company = aCompany();
        UUID subject = Ids.next();
        AuditEntry own = anEntry(company, subject);
        given(List.of(own, anEntry(aCompany(), subject)));

        assertThat(entries(company)).containsExactly(own);
        assertThat(page(company, Optional.of(subject), ALL).items()).containsExactly(own);
    }

    @Test
    default void recording_nothing_records_nothing() {
        given(List.of());
    }

    @Test
    default void a_deed_that_was_undone_leaves_no_entry() {
        CompanyId company = aCompany();

        assertThatThrownBy(() -> inTransaction(() -> trail().record(List.of(anEntry(company, Ids.next())))
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("the deed failed")))))
                .hasMessageContaining("the deed failed");

        assertThat(entries(company)).isEmpty();
    }

    private List<AuditEntry> entries(CompanyId company) {
        return page(company, Optional.empty(), ALL).items();
    }

    private Page<AuditEntry> page(CompanyId company, Optional<UUID> subject, Page.Request page) {
        return inTransaction(() -> trail().of(company, subject, page));
    }

    private void given(List<AuditEntry> entries) {
        inTransaction(() -> trail().record(entries));
    }

    private static AuditEntry anEntry(CompanyId company, UUID subject) {
        return new AuditEntry(
                Ids.next(),
                NOON,
                new UserId(Ids.next()),
                Role.OPERATOR,
                company,
                subject,
                "change-vehicle",
                Optional.empty(),
                Map.of(),
                Map.of());
    }

    private static CompanyId aCompany() {
        return new CompanyId(Ids.next());
    }
}
