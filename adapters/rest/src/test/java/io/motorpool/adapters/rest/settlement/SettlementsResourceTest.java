package io.motorpool.adapters.rest.settlement;

import static io.motorpool.adapters.rest.settlement.SettlementResources.MONTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.rest.Answers.PageBody;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.Workbooks;
import io.motorpool.adapters.rest.settlement.SettlementsResource.Search;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Ids;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettlementsResourceTest {

    private static final Paging ALL = new Paging(null, null);

    private final SettlementResources given = new SettlementResources();
    private final SettlementsResource resource = given.settlements;

    @Test
    void settlements_are_found_by_company_and_month() {
        var _ = given.givenDrivenMonth();
        SettlementBody calculated = given.calculated();

        assertThat(found(new Search(given.id(), MONTH))).isEqualTo(List.of(calculated));
        assertThat(found(new Search(null, null))).isEqualTo(List.of(calculated));
        assertThat(found(new Search(given.id(), "2026-10"))).isEmpty();
        assertThat(found(new Search(Ids.next().toString(), null))).isEmpty();
        assertThat(Responses.wrongFields(() -> resource.list(new Search("x", "November"), ALL)))
                .containsExactly("company", "month");
    }

    @Test
    void a_statement_is_shown_line_by_line_and_adds_up() {
        var run = given.givenDrivenMonth();
        SettlementBody confirmed = given.confirmed();

        StatementBody statement = (StatementBody)
                Responses.of(() -> resource.statement(confirmed.id().toString()))
                        .getEntity();

        assertThat(statement.number()).isEqualTo(confirmed.number());
        assertThat(statement.sections()).singleElement().satisfies(section -> {
            assertThat(section.supplyWon()).isEqualTo(45_000);
            assertThat(section.vatShareWon()).isEqualTo(4_500);
            assertThat(section.runs()).singleElement().satisfies(line -> {
                assertThat(line.run()).isEqualTo(run.id().value());
                assertThat(line.amountWon()).isEqualTo(45_000);
            });
        });
        assertThat(statement.totalWon()).isEqualTo(49_500);
    }

    @Test
    void the_workbook_of_a_confirmed_settlement_is_a_file_and_always_the_same() {
        var _ = given.givenDrivenMonth();
        String id = given.confirmed().id().toString();

        Response first = Responses.of(() -> resource.workbook(id));
        Response again = Responses.of(() -> resource.workbook(id));

        assertThat(first.getMediaType().toString()).isEqualTo(Workbooks.MEDIA_TYPE);
        assertThat(first.getHeaderString("Content-Disposition"))
                .matches("attachment; filename=\"ST202611-[0-9]{6}\\.xlsx\"");
        assertThat((byte[]) first.getEntity()).isEqualTo((byte[]) again.getEntity());
    }

    @Test
    void a_run_is_explained_down_to_the_seal() {
        var run = given.givenDrivenMonth();
        SettlementBody confirmed = given.confirmed();

        ExplanationBody explained = (ExplanationBody) Responses.of(() ->
                        resource.explain(confirmed.id().toString(), run.id().toString()))
                .getEntity();

        assertThat(explained.settlement()).isEqualTo(confirmed.number());
        assertThat(explained.amountWon()).isEqualTo(45_000).isEqualTo(explained.rateWon());
        assertThat(explained.rateVersion()).isEqualTo(1);
        assertThat(explained.contract()).isNotBlank();
        assertThat(explained.agrees()).isTrue();
        assertThat(explained.seal()).isEqualTo(confirmed.seal());
        assertThat(Responses.problem(() ->
                        resource.explain(confirmed.id().toString(), Ids.next().toString())))
                .isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.explain(confirmed.id().toString(), "first")))
                .isEqualTo("404 not-found");
    }

    @Test
    void a_stranger_finds_nothing_and_the_company_itself_may_not_look() {
        var run = given.givenDrivenMonth();
        String id = given.confirmed().id().toString();
        given.caller.becomes(Callers.anAdminOf(given.road.givenCompany()));

        assertThat(Responses.problem(() -> resource.one(id))).isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.statement(id))).isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.workbook(id))).isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.explain(id, run.id().toString())))
                .isEqualTo("404 not-found");
        given.caller.becomes(Callers.anAdminOf(given.company));
        assertThat(Responses.problem(() -> resource.one(id))).isEqualTo("403 not-permitted");
    }

    private List<?> found(Search search) {
        return ((PageBody<?>) Responses.of(() -> resource.list(search, ALL)).getEntity()).items();
    }
}
