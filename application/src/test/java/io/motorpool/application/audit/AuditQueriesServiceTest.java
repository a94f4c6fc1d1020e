package io.motorpool.application.audit;

import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Callers.aMemberOf;
import static io.motorpool.application.shared.Callers.aPrivatePerson;
import static io.motorpool.application.shared.Callers.aSupportAgent;
import static io.motorpool.application.shared.Callers.anAdminOf;
import static io.motorpool.application.shared.Callers.anAuditor;
import static io.motorpool.application.shared.Callers.anOperator;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.DirectUnitOfWork;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.Walk;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuditQueriesServiceTest {

    private static final Page.Request FIRST_PAGE = Page.Request.first();

    private final AuditTrail trail = new InMemoryAuditTrail();
    private final CompanyId own = new CompanyId(Ids.next());
    private final CompanyId other = new CompanyId(Ids.next());
    private final AuditQueries queries = new AuditQueriesService(new DirectUnitOfWork(), trail);
    private final AuditEntry ownEntry = givenEntry(own);
    private final AuditEntry strangeEntry = givenEntry(other);

    @Test
    void an_admin_reads_what_was_done_to_the_own_company_and_to_no_other() {
        assertThat(read(anAdminOf(own), own)).containsExactly(ownEntry);
        assertThat(refused(queries.of(anAdminOf(own), other, Optional.empty(), FIRST_PAGE)))
                .isEqualTo(new NotFound(Thing.COMPANY));
    }

    @Test
    void the_division_reads_what_was_done_to_any_company() {
        assertThat(List.of(anOperator(), aSupportAgent(), anAuditor()))
                .allSatisfy(caller -> assertThat(read(caller, other)).containsExactly(strangeEntry));
    }

    @Test
    void the_trail_of_a_company_that_is_not_there_is_not_an_empty_one() {
        assertThat(refused(queries.of(anAuditor(), new CompanyId(Ids.next()), Optional.empty(), FIRST_PAGE)))
                .isEqualTo(new NotFound(Thing.COMPANY));
    }

    @Test
    void a_member_does_not_read_the_trail_and_a_private_person_finds_no_company() {
        assertThat(refused(queries.of(aMemberOf(own), own, Optional.empty(), FIRST_PAGE)))
                .isEqualTo(new NotPermitted(Permission.READ_AUDIT));
        assertThat(refused(queries.of(aPrivatePerson(), own, Optional.empty(), FIRST_PAGE)))
                .isEqualTo(new NotFound(Thing.COMPANY));
    }

    @Test
    void asking_about_a_strange_subject_under_the_own_company_finds_nothing() {
        var answer = accepted(queries.of(anAdminOf(own), own, Optional.of(strangeEntry.subject()), FIRST_PAGE));

        assertThat(answer.items()).isEmpty();
    }

    @Test
    void a_long_trail_is_read_page_by_page() {
        UUID subject = Ids.next();
        List<AuditEntry> entries =
                IntStream.range(0, 7).mapToObj(_ -> givenEntry(own, subject)).toList();

        var told = Walk.through(3, page -> accepted(queries.of(anAdminOf(own), own, Optional.of(subject), page)));

        assertThat(told).isEqualTo(entries.reversed());
    }

    private List<AuditEntry> read(Caller caller, CompanyId company) {
        return accepted(queries.of(caller, company, Optional.empty(), FIRST_PAGE))
                .items();
    }

    private AuditEntry givenEntry(CompanyId company) {
        return givenEntry(company, Ids.next());
    }

    private AuditEntry givenEntry(CompanyId company, UUID subject) {
        AuditEntry entry = new AuditEntry(
                Ids.next(),
                Instant.parse("2027-03-02T00:00:00Z"),
                new UserId(Ids.next()),
                Role.OPERATOR,
                company,
                subject,
                "change-company",
                Optional.empty(),
                Map.of(),
                Map.of());
        return trail.record(List.of(entry)).replaceWith(entry).await().indefinitely();
    }
}
