package io.motorpool.adapters.rest.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.rest.Answers.PageBody;
import io.motorpool.adapters.rest.KnownCaller;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.audit.AuditResource.EntryBody;
import io.motorpool.adapters.rest.audit.AuditResource.ReasonView;
import io.motorpool.application.audit.AuditEntry;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.Page.Cursor;
import io.motorpool.application.shared.Proceed;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.reservation.Reason.ReasonCode;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditResourceTest {

    private static final CompanyId COMPANY = new CompanyId(Ids.next());
    private static final AuditEntry ENTRY = new AuditEntry(
            Ids.next(),
            Instant.parse("2027-03-01T00:00:00.123456Z"),
            new UserId(Ids.next()),
            Role.SUPPORT_AGENT,
            COMPANY,
            Ids.next(),
            "force-return",
            Optional.of(new Reason(ReasonCode.ACCIDENT, "towed away")),
            Map.of("status", "IN_USE"),
            Map.of("status", "FORCE_RETURNED"));

    private final List<Object> asked = new ArrayList<>();
    private final AuditResource resource = new AuditResource(
            (_, company, subject, page) -> {
                asked.addAll(List.of(company, subject, page));
                return Proceed.done(new Page<>(List.of(ENTRY), Optional.of(new Cursor(null, ENTRY.id()))));
            },
            new KnownCaller(Callers.anAuditor()));

    @Test
    void the_trail_says_who_did_what_when_and_why() {
        PageBody<?> page =
                (PageBody<?>) Responses.of(() -> resource.list(COMPANY.toString(), null, new Paging(null, null)))
                        .getEntity();

        assertThat(page.items().getFirst())
                .isEqualTo(new EntryBody(
                        ENTRY.id(),
                        ENTRY.at(),
                        ENTRY.actor().value(),
                        Role.SUPPORT_AGENT,
                        "force-return",
                        ENTRY.subject(),
                        new ReasonView("ACCIDENT", "towed away"),
                        Map.of("status", "IN_USE"),
                        Map.of("status", "FORCE_RETURNED")));
        assertThat(asked).containsExactly(COMPANY, Optional.empty(), Page.Request.first());
    }

    @Test
    void the_trail_goes_on_where_the_page_before_ended() {
        PageBody<?> first =
                (PageBody<?>) Responses.of(() -> resource.list(COMPANY.toString(), null, new Paging(null, null)))
                        .getEntity();
        UUID subject = Ids.next();

        int status = Responses.of(() ->
                        resource.list(COMPANY.toString(), subject.toString(), new Paging(first.nextCursor(), "7")))
                .getStatus();

        assertThat(status).isEqualTo(200);
        assertThat(asked)
                .endsWith(Optional.of(subject), new Page.Request(7, Optional.of(new Cursor(null, ENTRY.id()))));
    }

    @Test
    void every_parameter_that_is_wrong_is_named_at_once() {
        assertThat(Responses.wrongFields(() -> resource.list(COMPANY.toString(), "it", new Paging("there", "all"))))
                .containsExactly("subject", "limit", "cursor");
        assertThat(Responses.problem(() -> resource.list("mine", null, new Paging(null, null))))
                .isEqualTo("404 not-found");
    }
}
