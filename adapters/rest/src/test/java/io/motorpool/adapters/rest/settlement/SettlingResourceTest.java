package io.motorpool.adapters.rest.settlement;

import static io.motorpool.adapters.rest.settlement.SettlementResources.APPROVER;
import static io.motorpool.adapters.rest.settlement.SettlementResources.CLERK;
import static io.motorpool.adapters.rest.settlement.SettlementResources.MONTH;
import static io.motorpool.application.route.RouteGround.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.motorpool.adapters.rest.Answers.PageBody;
import io.motorpool.adapters.rest.ReasonBody;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.settlement.SettlementBody.Kind;
import io.motorpool.adapters.rest.settlement.SettlingResource.ReversalBody;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.settlement.Blocker.Remedy;
import io.motorpool.domain.settlement.SettlementId;
import io.motorpool.domain.settlement.SettlementStatus;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettlingResourceTest {

    private static final ReversalBody WRONG_RATE =
            new ReversalBody(new ReasonBody("DATA_CORRECTION", "the rate was agreed too late"));

    private final SettlementResources given = new SettlementResources();
    private final SettlingResource resource = given.settling;

    @Test
    void a_calculated_month_is_answered_with_its_sums_and_its_version() {
        var _ = given.givenDrivenMonth();

        Response response = Responses.of(() -> resource.calculate(given.id(), MONTH));

        SettlementBody body = (SettlementBody) response.getEntity();
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeaderString("ETag")).isEqualTo("\"1\"");
        assertThat(body.status()).isEqualTo(SettlementStatus.CALCULATED);
        assertThat(body.kind()).isEqualTo(Kind.BILL);
        assertThat(body.issue()).isEqualTo(1);
        assertThat(body.month()).isEqualTo(MONTH);
        assertThat(List.of(body.supplyWon(), body.vatWon(), body.totalWon())).containsExactly(45_000L, 4_500L, 49_500L);
        assertThat(body.confirmedAt()).isNull();
    }

    @Test
    void every_blocker_says_what_to_do_about_it() {
        var _ = given.road.givenCompleted(given.slot, day(2));
        var _ = given.road.givenScheduled(given.slot, day(3));

        PageBody<?> blockers = (PageBody<?>)
                Responses.of(() -> resource.blockers(given.id(), MONTH)).getEntity();

        assertThat(blockers.items())
                .extracting("kind", "runs", "remedy")
                .containsExactly(
                        tuple("RUNS_STILL_OPEN", 1L, Remedy.REPORT_OR_CANCEL_THE_RUNS),
                        tuple("PRICES_NOT_CAPTURED", 1L, Remedy.CAPTURE_PRICES),
                        tuple("NO_ERP_ACCOUNT", null, Remedy.NAME_THE_ERP_ACCOUNT),
                        tuple("NOTHING_TO_BILL", null, Remedy.LEAVE_THE_MONTH_UNBILLED));
        assertThat(blockers.items())
                .extracting("advice")
                .doesNotHaveDuplicates()
                .doesNotContainNull();
    }

    @Test
    void confirming_says_which_version_it_decided_on_and_which_request_it_is() {
        var _ = given.givenDrivenMonth();
        String id = given.calculated().id().toString();

        assertThat(Responses.problem(() -> resource.confirm(id, null, "k"))).isEqualTo("428 if-match-required");
        assertThat(Responses.problem(() -> resource.confirm(id, "\"1\"", null)))
                .isEqualTo("400 idempotency-key-required");
        assertThat(Responses.problem(() -> resource.confirm(id, "\"7\"", "k7"))).isEqualTo("412 stale-version");
        assertThat(Responses.of(() -> resource.confirm(id, "\"1\"", "k1")).getStatus())
                .isEqualTo(200);
    }

    @Test
    void the_same_request_is_answered_again_and_another_one_comes_too_late() {
        var _ = given.givenDrivenMonth();
        String id = given.calculated().id().toString();

        Response first = Responses.of(() -> resource.confirm(id, "\"1\"", "k1"));
        Response again = Responses.of(() -> resource.confirm(id, "\"1\"", "k1"));

        assertThat(again.getStatus()).isEqualTo(200);
        assertThat(again.getEntity()).isEqualTo(first.getEntity());
        assertThat(again.getHeaderString("ETag")).isEqualTo("\"2\"");
        assertThat(Responses.problem(() -> resource.confirm(id, "\"1\"", "k2")))
                .isEqualTo("409 not-possible-for-settlement");
        assertThat(Responses.problem(() -> resource.confirm(Ids.next().toString(), "\"1\"", "k1")))
                .isEqualTo("422 idempotency-key-reused");
    }

    @Test
    void whoever_edited_last_is_forbidden_to_confirm_and_a_clerk_never_may() {
        var _ = given.givenDrivenMonth();
        Caller both = new Caller(
                APPROVER.user(), APPROVER.profile(), Set.of(Role.SETTLEMENT_CLERK, Role.SETTLEMENT_APPROVER));
        given.caller.becomes(both);
        byte[] workbook = given.road.result(() -> given.workbooks.write(List.of(ExtraCostsResourceTest.aRow(given))));
        assertThat(Responses.of(() -> given.costs.take(
                                given.id(), MONTH, "k", Uni.createFrom().item(workbook)))
                        .getStatus())
                .isEqualTo(200);
        SettlementBody calculated = given.calculated();

        assertThat(Responses.problem(() -> resource.confirm(calculated.id().toString(), given.tag(calculated), "k1")))
                .isEqualTo("403 maker-is-not-checker");
        given.caller.becomes(CLERK);
        assertThat(Responses.problem(() -> resource.confirm(calculated.id().toString(), given.tag(calculated), "k2")))
                .isEqualTo("403 not-permitted");
    }

    @Test
    void a_blocked_month_names_its_blockers() {
        var _ = given.road.givenCompleted(given.slot, day(2));
        long _ = given.road.givenCaptured(given.company);
        String id = given.calculated().id().toString();

        Response response = Responses.of(() -> resource.confirm(id, "\"1\"", "k1"));

        assertThat(response.getStatus()).isEqualTo(409);
        assertThat(response.getEntity().toString()).contains("settlement-blocked", "NO_ERP_ACCOUNT");
    }

    @Test
    void a_posted_bill_is_given_back_and_the_month_issued_again() {
        var _ = given.givenDrivenMonth();
        SettlementBody posted = given.posted();
        assertThat(posted.status()).isEqualTo(SettlementStatus.POSTED);
        assertThat(posted.erpDocument()).isNotBlank();
        assertThat(Responses.problem(() -> resource.reissue(given.id(), MONTH, "r0")))
                .isEqualTo("409 month-billed");

        Response reversal =
                Responses.of(() -> resource.reverse(posted.id().toString(), given.tag(posted), "k", WRONG_RATE));
        Response reissued = Responses.of(() -> resource.reissue(given.id(), MONTH, "r1"));

        assertThat(reversal.getStatus()).isEqualTo(201);
        assertThat(reversal.getHeaderString("Location")).startsWith("/api/v1/settlements/");
        assertThat(reversal.getEntity().toString())
                .contains("REVERSAL", posted.id().toString());
        assertThat(reissued.getStatus()).isEqualTo(201);
        assertThat(reissued.getEntity().toString()).contains("\"issue\":2");
        assertThat(Responses.problem(
                        () -> resource.reverse(posted.id().toString(), given.tag(posted), "k2", WRONG_RATE)))
                .isEqualTo("409 already-reversed");
    }

    @Test
    void a_reversal_says_why() {
        String id = Ids.next().toString();

        assertThat(Responses.wrongFields(() -> resource.reverse(id, "\"0\"", "k", new ReversalBody(null))))
                .containsExactly("reason");
        assertThat(Responses.wrongFields(() -> resource.reverse(id, "\"0\"", "k", null)))
                .containsExactly("body");
    }

    @Test
    void what_is_posted_is_not_posted_again() {
        var _ = given.givenDrivenMonth();
        SettlementBody posted = given.posted();

        assertThat(Responses.problem(() -> resource.post(posted.id().toString(), given.tag(posted))))
                .isEqualTo("409 not-possible-for-settlement");
        assertThat(Responses.problem(() -> resource.post(posted.id().toString(), null)))
                .isEqualTo("428 if-match-required");
    }

    @Test
    void verification_says_whether_everything_is_as_it_was_and_where_it_is_not() {
        var _ = given.givenDrivenMonth();
        SettlementBody confirmed = given.confirmed();

        VerificationBody intact = verified();
        given.road.snapshots.tamper(new SettlementId(confirmed.id()), "45000", "44000");
        VerificationBody tampered = verified();

        assertThat(intact).isEqualTo(new VerificationBody(1, 0, true, null));
        assertThat(tampered.intact()).isFalse();
        assertThat(tampered.finding())
                .extracting("kind", "settlement")
                .containsExactly(VerificationBody.Kind.SEAL_BROKEN, confirmed.number());
    }

    @Test
    void a_stranger_finds_nothing_and_a_month_is_a_month() {
        var _ = given.givenDrivenMonth();
        String id = given.calculated().id().toString();
        given.caller.becomes(Callers.anAdminOf(given.road.givenCompany()));

        assertThat(Responses.problem(() -> resource.blockers(given.id(), MONTH)))
                .isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.calculate(given.id(), MONTH)))
                .isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.reissue(given.id(), MONTH, "k")))
                .isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.verify(given.id()))).isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.confirm(id, "\"1\"", "k"))).isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.reverse(id, "\"1\"", "k", WRONG_RATE)))
                .isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.post(id, "\"1\""))).isEqualTo("404 not-found");
        for (String nonsense : List.of("2026-13", "2026-1", "26-11", "1999-12", "2026-11-01", "")) {
            assertThat(Responses.problem(() -> resource.blockers(given.id(), nonsense)))
                    .as(nonsense)
                    .isEqualTo("404 not-found");
        }
    }

    private VerificationBody verified() {
        return (VerificationBody)
                Responses.of(() -> resource.verify(given.id())).getEntity();
    }
}
