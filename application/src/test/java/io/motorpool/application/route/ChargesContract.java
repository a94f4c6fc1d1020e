package io.motorpool.application.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.route.Capture;
import io.motorpool.domain.route.Charge;
import io.motorpool.domain.route.ChargeId;
import io.motorpool.domain.route.DispatchSheet;
import io.motorpool.domain.route.Drift;
import io.motorpool.domain.route.Price;
import io.motorpool.domain.route.Route;
import io.motorpool.domain.route.Run;
import io.motorpool.domain.route.RunId;
import io.motorpool.domain.route.RunPlan;
import io.motorpool.domain.route.Slot;
import io.motorpool.domain.route.VehicleContract;
import io.motorpool.domain.route.VehicleContractId;
import io.motorpool.domain.shared.Amount;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every keeper of charges promises; above all, that it comes to what the model comes to, run by run. */
public interface ChargesContract extends RouteGround {

    @Test
    default void what_is_captured_set_wise_is_what_the_model_captures_run_by_run() {
        for (long seed = 1; seed <= 3; seed++) {
            Random random = new Random(seed);
            CompanyId company = givenCompany();
            Route route = givenRoute(company);
            Slot slot = givenSlot(route);
            givenRandomRates(route, random);
            givenRandomContracts(slot, company, random);
            List<Run.Completed> completed = givenRandomRuns(slot, random);
            List<Capture> expected = completed.stream()
                    .map(run -> Capture.of(
                            run, sheetOf(slot), ratesOf(route), () -> new ChargeId(Ids.next()), DECEMBER_5TH))
                    .toList();

            assertThat(unpriced(company, Optional.empty())).containsExactlyElementsOf(lacking(completed, expected));
            long captured = givenCaptured(company);
            assertThat(unpriced(company, Optional.empty())).containsExactlyElementsOf(lacking(completed, expected));

            assertThat(captured)
                    .isEqualTo(expected.stream()
                            .filter(Capture.Priced.class::isInstance)
                            .count());
            for (Capture capture : expected) {
                assertThat(standing(capture.run()).map(ChargesContract::said)).isEqualTo(said(capture));
            }
        }
    }

    /** Page by page. */
    private List<UnpricedRun> unpriced(CompanyId company, Optional<Page.Cursor> after) {
        Page<UnpricedRun> page = inTransaction(() -> charges().unpriced(company, NOVEMBER, new Page.Request(3, after)));
        List<UnpricedRun> all = new ArrayList<>(page.items());
        page.next().ifPresent(next -> all.addAll(unpriced(company, Optional.of(next))));
        return all;
    }

    private static List<UnpricedRun> lacking(List<Run.Completed> completed, List<Capture> captures) {
        return IntStream.range(0, completed.size())
                .boxed()
                .flatMap(i -> lacking(completed.get(i).plan(), captures.get(i)).stream())
                .sorted(Comparator.comparing(it -> it.plan().id().value()))
                .toList();
    }

    private static Optional<UnpricedRun> lacking(RunPlan plan, Capture capture) {
        return switch (capture) {
            case Capture.Priced _ -> Optional.empty();
            case Capture.Unpriced _ -> Optional.of(new UnpricedRun(plan, UnpricedRun.Lack.RATE));
            case Capture.Undispatched _ -> Optional.of(new UnpricedRun(plan, UnpricedRun.Lack.CONTRACT));
        };
    }

    private void givenRandomRates(Route route, Random random) {
        for (int i = 0; i < 5; i++) {
            var _ = givenRate(route, NOVEMBER.atDay(3 + random.nextInt(20)), 10_000 + random.nextInt(50_000));
        }
    }

    private void givenRandomContracts(Slot slot, CompanyId company, Random random) {
        int start = 2 + random.nextInt(3);
        VehicleContract _ = givenDispatch(slot, givenVehicle(company), RouteGround.day(start), RouteGround.day(28));
        for (int i = 0; i < 3; i++) {
            int from = start + 1 + random.nextInt(18);
            DispatchSheet.Changed _ = givenSubstitution(
                    slot, givenVehicle(company), RouteGround.day(from), RouteGround.day(from + 1 + random.nextInt(4)));
        }
    }

    private List<Run.Completed> givenRandomRuns(Slot slot, Random random) {
        List<Run.Completed> completed = new ArrayList<>();
        for (int d = 1; d <= 30; d++) {
            Instant departure = RouteGround.day(d).plusSeconds(random.nextInt(2) * 28_800L);
            if (random.nextInt(4) > 0) {
                completed.add(givenCompleted(slot, departure));
            } else {
                var _ = givenScheduled(slot, departure);
            }
        }
        return completed;
    }

    record Said(VehicleContractId contract, Price price) {}

    private static Said said(Charge charge) {
        return new Said(charge.contract(), charge.price());
    }

    private static Optional<Said> said(Capture capture) {
        return switch (capture) {
            case Capture.Priced(var charge) -> Optional.of(said(charge));
            case Capture.Unpriced _, Capture.Undispatched _ -> Optional.empty();
        };
    }

    @Test
    default void a_price_is_captured_once_whoever_captures_at_once_and_how_often() {
        Slot slot = givenServed(45_000);
        Run.Completed run = givenCompleted(slot, RouteGround.day(2));

        List<Long> captured = AtOnce.times(4, () -> givenCaptured(slot.company()));

        assertThat(captured.stream().mapToLong(Long::longValue).sum()).isEqualTo(1);
        assertThat(givenCaptured(slot.company())).isZero();
        assertThat(standing(run.id()).map(Charge::price)).contains(new Price(1, Money.won(45_000)));
    }

    @Test
    default void a_later_rate_moves_nothing_that_is_captured_and_prices_what_was_unpriced() {
        CompanyId company = givenCompany();
        Route route = givenRoute(company);
        Slot slot = givenSlot(route);
        VehicleContract _ = givenDispatch(slot, givenVehicle(company), RouteGround.day(1), null);
        var _ = givenRate(route, NOVEMBER.atDay(10), 45_000);
        Run.Completed early = givenCompleted(slot, RouteGround.day(5));
        Run.Completed late = givenCompleted(slot, RouteGround.day(15));

        assertThat(givenCaptured(company)).isEqualTo(1);
        assertThat(standing(early.id())).isEmpty();
        var _ = givenRate(route, NOVEMBER.atDay(1), 60_000);
        var _ = givenRate(route, NOVEMBER.atDay(10), 70_000);
        assertThat(givenCaptured(company)).isEqualTo(1);

        assertThat(standing(early.id()).map(Charge::price)).contains(new Price(2, Money.won(60_000)));
        assertThat(standing(late.id()).map(Charge::price)).contains(new Price(1, Money.won(45_000)));
    }

    @Test
    default void charges_of_the_replaced_contract_change_hands_with_their_price() {
        Slot slot = givenServed(45_000);
        Run.Completed before = givenCompleted(slot, RouteGround.day(9));
        Run.Completed during = givenCompleted(slot, RouteGround.day(10));
        Run.Completed after = givenCompleted(slot, RouteGround.day(12));
        VehicleContractId first = sheetOf(slot).contracts().getFirst().id();
        assertThat(givenCaptured(slot.company())).isEqualTo(3);

        DispatchSheet.Changed changed =
                givenSubstitution(slot, givenVehicle(slot.company()), RouteGround.day(10), RouteGround.day(12));
        long moved = inTransaction(() -> charges().reattribute(slot.id(), changed.reattributions(), DECEMBER_5TH));

        assertThat(moved).isEqualTo(2);
        assertThat(standing(before.id()).map(Charge::contract)).contains(first);
        assertThat(standing(during.id()).map(Charge::contract))
                .contains(changed.issued().getFirst().id());
        assertThat(standing(after.id()).map(Charge::contract))
                .contains(changed.issued().getLast().id());
        assertThat(standing(during.id()).map(Charge::price)).contains(new Price(1, Money.won(45_000)));
        assertThat(standing(during.id()).orElseThrow()).isInstanceOf(Charge.Replacement.class);
        assertThat(inTransaction(() -> charges().standing(slot.route(), NOVEMBER)).stream()
                        .map(Drift.Standing::charge)
                        .map(Charge::run))
                .containsExactly(before.id(), during.id(), after.id());
        assertThat(givenCaptured(slot.company())).isZero();
    }

    @Test
    default void a_charge_that_is_credited_does_not_stand_and_is_not_captured_again() {
        Slot slot = givenServed(45_000);
        Run.Completed run = givenCompleted(slot, RouteGround.day(2));
        assertThat(givenCaptured(slot.company())).isEqualTo(1);
        Charge.Credit credit = standing(run.id())
                .flatMap(charge -> charge.credit(new ChargeId(Ids.next()), DECEMBER_5TH))
                .orElseThrow();

        inTransaction(() -> charges().credit(credit));

        assertThat(credit.amount()).isEqualTo(new Amount(-45_000));
        assertThat(standing(run.id())).isEmpty();
        assertThat(givenCaptured(slot.company())).isZero();
    }

    @Test
    default void nothing_of_another_company_or_month_is_captured() {
        Slot own = givenServed(45_000);
        Slot foreign = givenServed(45_000);
        Run.Completed other = givenCompleted(foreign, RouteGround.day(2));
        Run.Completed later = givenCompleted(own, RouteGround.day(31));

        assertThat(givenCaptured(own.company())).isZero();
        assertThat(standing(other.id())).isEmpty();
        assertThat(standing(later.id())).isEmpty();
    }

    private Slot givenServed(long won) {
        CompanyId company = givenCompany();
        Route route = givenRoute(company);
        Slot slot = givenSlot(route);
        Vehicle vehicle = givenVehicle(company);
        var _ = givenRate(route, NOVEMBER.atDay(1), won);
        VehicleContract _ = givenDispatch(slot, vehicle, RouteGround.day(1), null);
        return slot;
    }

    private Optional<Charge> standing(RunId run) {
        return inTransaction(() -> charges().standing(run));
    }
}
