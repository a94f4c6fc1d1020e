package io.motorpool.application.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.route.RouteGround;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.route.DispatchSheet;
import io.motorpool.domain.route.Route;
import io.motorpool.domain.route.Run;
import io.motorpool.domain.route.Slot;
import io.motorpool.domain.settlement.ErpAccount;
import io.motorpool.domain.settlement.ExtraCost;
import io.motorpool.domain.settlement.Purpose;
import io.motorpool.domain.settlement.Standing;
import io.motorpool.domain.settlement.Statement;
import io.motorpool.domain.settlement.Statement.Section;
import io.motorpool.domain.settlement.StatementLine.OfRun;
import io.motorpool.domain.settlement.StatementLine.Shown;
import io.motorpool.domain.shared.Amount;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every source of settlements promises; above all, that sums and lines come to the same won. */
public interface SettlementSourcesContract extends SettlementGround {

    @Test
    default void what_is_added_up_set_wise_is_what_the_lines_add_up_to() {
        for (long seed = 1; seed <= 3; seed++) {
            Random random = new Random(seed);
            CompanyId company = givenCompany();
            for (int r = 0; r < 3; r++) {
                Slot slot = givenService(company, 10_000 + random.nextInt(40_000));
                for (int d = 1; d <= 12; d++) {
                    Run.Completed _ = givenCompleted(slot, RouteGround.day(d));
                }
                givenRandomCosts(company, slot, random);
                long _ = givenCaptured(company);
                givenRandomSubstitution(slot, random);
            }

            Standing standing = standing(company);
            Statement statement = statement(company);

            assertThat(standing.sums())
                    .isEqualTo(statement.sections().stream().map(Section::sum).toList());
            assertThat(standing.totals()).isEqualTo(statement.totals());
            assertThat(standing.sums())
                    .hasSize(3)
                    .allSatisfy(sum -> assertThat(sum.runs()).isEqualTo(12));
        }
    }

    private void givenRandomCosts(CompanyId company, Slot slot, Random random) {
        for (int i = 0; i < 4; i++) {
            long won = random.nextInt(20_000) - 8_000;
            ExtraCost _ =
                    given(aCost(company, slot.route(), "R-" + Ids.next(), won == 0 ? 1 : won, new UserId(Ids.next())));
        }
    }

    /** Leaves credits and replacements behind. */
    private void givenRandomSubstitution(Slot slot, Random random) {
        int from = 2 + random.nextInt(8);
        DispatchSheet.Changed changed =
                givenSubstitution(slot, givenVehicle(slot.company()), RouteGround.day(from), RouteGround.day(from + 3));
        long _ = inTransaction(() -> charges().reattribute(slot.id(), changed.reattributions(), DECEMBER_5TH));
    }

    @Test
    default void a_month_says_what_is_in_the_way() {
        CompanyId company = givenCompany();
        Route priced = givenRoute(company);
        Route unpriced = givenRoute(company);
        Slot served = givenSlot(priced);
        Slot unserved = givenSlot(priced);
        Slot free = givenSlot(unpriced);
        var _ = givenRate(priced, NOVEMBER.atDay(1), 45_000);
        var _ = givenDispatch(served, givenVehicle(company), RouteGround.day(1), null);
        var _ = givenDispatch(free, givenVehicle(company), RouteGround.day(1), null);
        Run.Completed _ = givenCompleted(served, RouteGround.day(2));
        Run.Completed _ = givenCompleted(served, RouteGround.day(3));
        Run.Completed _ = givenCompleted(unserved, RouteGround.day(2));
        Run.Completed _ = givenCompleted(free, RouteGround.day(2));
        var _ = givenScheduled(served, RouteGround.day(4));

        Standing before = standing(company);
        long _ = givenCaptured(company);
        Standing after = standing(company);

        assertThat(before).isEqualTo(new Standing(List.of(), 1, 2, 1, 1, null));
        assertThat(after.uncaptured()).isZero();
        assertThat(after.totals().orElseThrow().supply().won()).isEqualTo(90_000);
    }

    @Test
    default void a_month_says_on_which_account_it_is_billed_and_what_is_owed_beside_its_runs() {
        CompanyId company = givenCompany();
        Route route = givenRoute(company);
        givenAccount(company);
        ExtraCost _ = given(aCost(company, route.id(), "R-1", 2_400, new UserId(Ids.next())));
        ExtraCost _ = given(aCost(company, route.id(), "R-2", -400, new UserId(Ids.next())));

        Standing standing = standing(company);

        assertThat(standing.account()).isEqualTo(new ErpAccount("17100001"));
        assertThat(standing.sums()).singleElement().satisfies(sum -> {
            assertThat(sum.extraCostLines()).isEqualTo(2);
            assertThat(sum.extraCosts()).isEqualTo(new Amount(2_000));
        });
    }

    @Test
    default void many_companies_are_added_up_at_once_each_for_itself() {
        CompanyId busy = givenCompany();
        CompanyId idle = givenCompany();
        Slot slot = givenService(busy, 45_000);
        Run.Completed _ = givenCompleted(slot, RouteGround.day(2));
        long _ = givenCaptured(busy);

        Map<CompanyId, Standing> standings = inTransaction(() -> sources().standings(List.of(busy, idle), NOVEMBER));

        assertThat(standings).containsOnlyKeys(busy, idle);
        assertThat(standings.get(idle)).isEqualTo(new Standing(List.of(), 0, 0, 0, 0, null));
        assertThat(standings.get(busy)).isEqualTo(standing(busy));
    }

    @Test
    default void a_line_shows_the_vehicle_that_was_actually_used_as_it_is_called() {
        CompanyId company = givenCompany();
        Slot slot = givenService(company, 45_000);
        Run.Completed run = givenCompleted(slot, RouteGround.day(10));
        long _ = givenCaptured(company);
        Vehicle substitute = givenVehicle(company);
        DispatchSheet.Changed changed = givenSubstitution(slot, substitute, RouteGround.day(10), null);
        long _ = inTransaction(() -> charges().reattribute(slot.id(), changed.reattributions(), DECEMBER_5TH));

        OfRun line = statement(company).sections().getFirst().runs().getFirst();

        assertThat(line)
                .isEqualTo(new OfRun(
                        run.id(),
                        slot.route(),
                        NOVEMBER.atDay(10),
                        RouteGround.day(10),
                        changed.issued().getFirst().number(),
                        1,
                        new Amount(45_000),
                        new Shown(
                                slot.name(),
                                substitute.description().plate().value(),
                                substitute.description().model())));
    }

    private Standing standing(CompanyId company) {
        return Objects.requireNonNull(inTransaction(() -> sources().standings(List.of(company), NOVEMBER))
                .get(company));
    }

    private Statement statement(CompanyId company) {
        var head = aHead(company, new Purpose.Bill(1));
        return inTransaction(() -> sources().statement(head));
    }
}
