package io.motorpool.domain.route;

import static io.motorpool.domain.Answers.accepted;
import static io.motorpool.domain.route.Fixtures.DECEMBER_1ST;
import static io.motorpool.domain.route.Fixtures.MONDAY;
import static io.motorpool.domain.route.Fixtures.OTHER_SONATA_BY_LEE;
import static io.motorpool.domain.route.Fixtures.SONATA_BY_KIM;
import static io.motorpool.domain.route.Fixtures.aCompletedRun;
import static io.motorpool.domain.route.Fixtures.aSlot;
import static io.motorpool.domain.route.Fixtures.at;
import static io.motorpool.domain.route.Fixtures.chargeIds;
import static io.motorpool.domain.route.Fixtures.contract;
import static io.motorpool.domain.route.Fixtures.day;
import static io.motorpool.domain.route.Fixtures.free;
import static io.motorpool.domain.route.Fixtures.numbers;
import static io.motorpool.domain.route.Fixtures.order;
import static io.motorpool.domain.route.Fixtures.rate;
import static io.motorpool.domain.route.Fixtures.rates;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.domain.route.Capture.Priced;
import io.motorpool.domain.route.Capture.Undispatched;
import io.motorpool.domain.route.Capture.Unpriced;
import io.motorpool.domain.route.Charge.Captured;
import io.motorpool.domain.route.Charge.Credit;
import io.motorpool.domain.route.Charge.Replacement;
import io.motorpool.domain.shared.Amount;
import io.motorpool.domain.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ChargeTest {

    private static final Run.Completed RUN = aCompletedRun(at(MONDAY, 8, 0));
    private final Supplier<ChargeId> ids = chargeIds();

    @Test
    void the_price_in_force_is_copied_by_value_with_its_version_to_the_contract_that_covers_the_departure() {
        Capture capture = capture(RUN, rates(rate(1, "2026-01-01", 40_000), rate(2, "2026-11-01", 45_000)));

        assertThat(capture).isInstanceOfSatisfying(Priced.class, priced -> {
            assertThat(priced.charge().price()).isEqualTo(new Price(2, Money.won(45_000)));
            assertThat(priced.charge().contract()).isEqualTo(contract(1));
            assertThat(priced.charge().amount()).isEqualTo(new Amount(45_000));
        });
    }

    @Test
    void a_run_without_a_rate_is_unpriced_and_has_no_amount() {
        assertThat(capture(RUN, rates())).isEqualTo(new Unpriced(RUN.id()));
        assertThat(capture(RUN, rates(rate(1, "2026-11-03", 45_000)))).isEqualTo(new Unpriced(RUN.id()));
        assertThatThrownBy(() -> rate(1, "2026-11-01", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_run_that_no_contract_covers_is_nobodys() {
        assertThat(Capture.of(RUN, DispatchSheet.empty(aSlot()), rates(rate(1, "2026-01-01", 1)), ids, DECEMBER_1ST))
                .isEqualTo(new Undispatched(RUN.id()));
    }

    @Test
    void a_run_belongs_to_the_contract_that_covers_its_departure_even_if_it_arrives_under_another() {
        Instant change = RUN.plan().departure().plusSeconds(1);
        DispatchSheet sheet = accepted(sheet().substitute(
                                order(OTHER_SONATA_BY_LEE, change, null, ContractCause.BREAKDOWN),
                                free(OTHER_SONATA_BY_LEE.vehicle()),
                                ClosedMonths.NONE,
                                numbers(),
                                DECEMBER_1ST))
                .sheet();

        Capture capture = Capture.of(RUN, sheet, rates(rate(1, "2026-01-01", 1)), ids, DECEMBER_1ST);

        assertThat(((Priced) capture).charge().contract()).isEqualTo(contract(1));
        assertThat(RUN.arrived()).isAfter(change);
    }

    @Test
    void of_two_rates_for_the_same_day_the_one_agreed_last_is_in_force() {
        RouteRates corrected = rates(rate(1, "2026-11-01", 45_000)).agree(LocalDate.of(2026, 11, 1), Money.won(54_000));

        assertThat(corrected.on(MONDAY).map(Rate::version)).contains(2);
        assertThat(corrected.rates()).hasSize(2);
        assertThat(corrected.agree(LocalDate.of(2026, 11, 1), Money.won(54_000)))
                .isSameAs(corrected);
    }

    @Test
    void a_rate_agreed_later_for_earlier_days_does_not_overtake_one_that_began_later() {
        RouteRates rates = rates(rate(1, "2026-11-10", 50_000), rate(2, "2026-11-01", 45_000));

        assertThat(rates.on(LocalDate.of(2026, 11, 9)).map(Rate::version)).contains(2);
        assertThat(rates.on(LocalDate.of(2026, 11, 10)).map(Rate::version)).contains(1);
        assertThat(rates.on(LocalDate.of(2026, 10, 31))).isEmpty();
    }

    @Test
    void the_versions_of_rates_count_without_a_gap() {
        assertThatThrownBy(() -> rates(rate(2, "2026-11-01", 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rates(rate(1, "2026-11-01", 1), rate(1, "2026-11-02", 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rate(0, "2026-11-01", 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_charge_is_taken_back_by_a_credit_of_the_same_amount_and_a_credit_by_nothing() {
        Captured charge = captured(45_000);
        Credit credit = charge.credit(ids.get(), DECEMBER_1ST).orElseThrow();

        assertThat(credit.amount()).isEqualTo(new Amount(-45_000));
        assertThat(credit.credited()).isEqualTo(charge.id());
        assertThat(credit.credit(ids.get(), DECEMBER_1ST)).isEmpty();
        assertThat(credit.moveTo(contract(2), ids, DECEMBER_1ST)).isEmpty();
    }

    @Test
    void a_charge_changes_hands_with_the_price_it_has() {
        Captured charge = captured(45_000);

        List<Charge> moved = charge.moveTo(contract(2), ids, DECEMBER_1ST);

        assertThat(moved.getFirst()).isInstanceOf(Credit.class);
        assertThat(moved.getLast()).isInstanceOfSatisfying(Replacement.class, replacement -> {
            assertThat(replacement.contract()).isEqualTo(contract(2));
            assertThat(replacement.price()).isEqualTo(charge.price());
            assertThat(replacement.replaced()).isEqualTo(charge.id());
        });
    }

    @Test
    void only_the_charges_of_the_replaced_contract_that_departed_within_the_substitution_change_hands() {
        Reattribution rule = new Reattribution(contract(1), contract(2), Span.of(day(10), day(12)));

        assertThat(rule.concerns(contract(1), day(10))).isTrue();
        assertThat(rule.concerns(contract(1), day(12))).isFalse();
        assertThat(rule.concerns(contract(3), day(11))).isFalse();
    }

    @Property
    void however_often_charges_change_hands_nothing_is_lost_and_those_that_stand_add_up_to_all(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 100_000) Integer> prices,
            @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 7) Integer> moves) {
        List<Charge> charges = new ArrayList<>();
        prices.forEach(won -> charges.add(captured(won)));
        for (int move : moves) {
            List<Charge> standing = Charge.standing(charges);
            charges.addAll(standing.get(move % standing.size()).moveTo(contract(move), ids, DECEMBER_1ST));
        }

        long sum = prices.stream().mapToLong(Integer::longValue).sum();
        assertThat(Amount.sum(charges.stream().map(Charge::amount).toList())).isEqualTo(new Amount(sum));
        assertThat(Amount.sum(
                        Charge.standing(charges).stream().map(Charge::amount).toList()))
                .isEqualTo(new Amount(sum));
        assertThat(Charge.standing(charges)).hasSameSizeAs(prices);
    }

    @Test
    void a_later_change_of_the_rate_moves_nothing_and_the_drift_report_says_what_would_differ() {
        Drift.Standing standing = new Drift.Standing(captured(45_000), MONDAY);

        assertThat(Drift.report(List.of(standing), rates(rate(1, "2026-01-01", 45_000))))
                .isEmpty();
        assertThat(Drift.report(List.of(standing), rates(rate(1, "2026-01-01", 45_000), rate(2, "2026-10-01", 45_000))))
                .isEmpty();
        assertThat(Drift.report(List.of(standing), rates(rate(1, "2026-01-01", 45_000), rate(2, "2026-11-01", 50_000))))
                .containsExactly(
                        new Drift(RUN.id(), MONDAY, new Price(1, Money.won(45_000)), new Price(2, Money.won(50_000))));
    }

    private Capture capture(Run.Completed run, RouteRates rates) {
        return Capture.of(run, sheet(), rates, ids, DECEMBER_1ST);
    }

    private Captured captured(long won) {
        return new Captured(ids.get(), RUN.id(), contract(1), new Price(1, Money.won(won)), DECEMBER_1ST);
    }

    private static DispatchSheet sheet() {
        return accepted(DispatchSheet.empty(aSlot())
                        .dispatch(
                                order(SONATA_BY_KIM, day(1), null, ContractCause.DISPATCH),
                                free(SONATA_BY_KIM.vehicle()),
                                ClosedMonths.NONE,
                                numbers(),
                                DECEMBER_1ST))
                .sheet();
    }
}
