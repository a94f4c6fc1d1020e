package io.motorpool.application.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.settlement.ExtraCost;
import io.motorpool.domain.settlement.ExtraCostLine;
import io.motorpool.domain.settlement.ExtraCostSheet.Taken;
import io.motorpool.domain.shared.Amount;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every keeper of extra costs promises. */
public interface ExtraCostsContract extends SettlementGround {

    UserId CLERK = new UserId(new UUID(2, 11));

    @Test
    default void costs_are_found_by_month_in_the_order_of_their_keys() {
        CompanyId company = givenCompany();
        RouteId route = givenRoute(company).id();
        ExtraCost second = given(aCost(company, route, "R-2", -900, CLERK));
        ExtraCost first = given(aCost(company, route, "R-1", 2_400, CLERK));
        CompanyId other = givenCompany();
        ExtraCost _ = given(aCost(other, givenRoute(other).id(), "R-1", 1, CLERK));

        assertThat(of(company)).containsExactly(first, second);
        assertThat(inTransaction(() -> costs().of(company, NOVEMBER.plusMonths(1))))
                .isEmpty();
    }

    @Test
    default void a_correction_keeps_the_id_and_names_who_made_it() {
        CompanyId company = givenCompany();
        ExtraCost cost = given(aCost(company, givenRoute(company).id(), "R-1", 2_400, CLERK));
        UserId colleague = new UserId(Ids.next());
        ExtraCost corrected = new ExtraCost(
                cost.id(), company, new ExtraCostLine(cost.key(), new Amount(2_500), null, "통행료 정정"), colleague);

        inTransaction(() -> costs().store(new Taken(List.of(), List.of(corrected), 0)));

        assertThat(of(company)).containsExactly(corrected);
    }

    @Test
    default void a_key_is_used_once_per_company_and_of_a_sheet_all_is_stored_or_nothing() {
        CompanyId company = givenCompany();
        RouteId route = givenRoute(company).id();
        ExtraCost known = given(aCost(company, route, "R-1", 2_400, CLERK));
        Taken clash = new Taken(
                List.of(aCost(company, route, "R-2", 1, CLERK), aCost(company, route, "R-1", 1, CLERK)), List.of(), 0);

        assertThatThrownBy(() -> inTransaction(() -> costs().store(clash))).isInstanceOf(ContendedException.class);
        assertThat(of(company)).containsExactly(known);
    }

    @Test
    default void a_cost_is_removed_once() {
        CompanyId company = givenCompany();
        ExtraCost cost = given(aCost(company, givenRoute(company).id(), "R-1", 2_400, CLERK));

        assertThat(inTransaction(() -> costs().remove(cost.id()))).isTrue();
        assertThat(inTransaction(() -> costs().remove(cost.id()))).isFalse();
        assertThat(of(company)).isEmpty();
    }

    @Test
    default void the_last_file_of_a_month_is_remembered_until_something_is_changed_by_hand() {
        CompanyId company = givenCompany();

        assertThat(lastFile(company)).isEmpty();
        inTransaction(() -> costs().rememberFile(company, NOVEMBER, Optional.of("ab".repeat(32))));
        assertThat(lastFile(company)).contains("ab".repeat(32));
        inTransaction(() -> costs().rememberFile(company, NOVEMBER, Optional.of("cd".repeat(32))));
        assertThat(lastFile(company)).contains("cd".repeat(32));
        inTransaction(() -> costs().rememberFile(company, NOVEMBER, Optional.empty()));
        assertThat(lastFile(company)).isEmpty();
    }

    private List<ExtraCost> of(CompanyId company) {
        return inTransaction(() -> costs().of(company, NOVEMBER));
    }

    private Optional<String> lastFile(CompanyId company) {
        return inTransaction(() -> costs().lastFile(company, NOVEMBER));
    }
}
