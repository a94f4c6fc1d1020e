package io.motorpool.domain.route;

import static io.motorpool.domain.Answers.accepted;
import static io.motorpool.domain.Answers.refused;
import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.company.Fixtures.KIM;
import static io.motorpool.domain.company.Fixtures.LEE;
import static io.motorpool.domain.company.Fixtures.NURI;
import static io.motorpool.domain.fleet.Fixtures.OTHER_SONATA;
import static io.motorpool.domain.fleet.Fixtures.SONATA;
import static io.motorpool.domain.fleet.Fixtures.aVehicleIn;
import static io.motorpool.domain.route.Fixtures.DECEMBER_1ST;
import static io.motorpool.domain.route.Fixtures.FIRST_BUS;
import static io.motorpool.domain.route.Fixtures.NOVEMBER;
import static io.motorpool.domain.route.Fixtures.OTHER_SONATA_BY_LEE;
import static io.motorpool.domain.route.Fixtures.SECOND_BUS;
import static io.motorpool.domain.route.Fixtures.SONATA_BY_KIM;
import static io.motorpool.domain.route.Fixtures.aSlot;
import static io.motorpool.domain.route.Fixtures.closed;
import static io.motorpool.domain.route.Fixtures.contract;
import static io.motorpool.domain.route.Fixtures.day;
import static io.motorpool.domain.route.Fixtures.free;
import static io.motorpool.domain.route.Fixtures.number;
import static io.motorpool.domain.route.Fixtures.numbers;
import static io.motorpool.domain.route.Fixtures.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.domain.Decision;
import io.motorpool.domain.fleet.Ownership;
import io.motorpool.domain.fleet.Plate;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.fleet.VehicleDescription;
import io.motorpool.domain.fleet.VehicleStatus;
import io.motorpool.domain.fleet.Vin;
import io.motorpool.domain.route.DispatchSheet.Changed;
import io.motorpool.domain.route.RouteEvent.VehicleContractCutShort;
import io.motorpool.domain.route.RouteEvent.VehicleDispatched;
import io.motorpool.domain.route.RouteEvent.VehicleSubstituted;
import io.motorpool.domain.route.RouteRefusal.MonthClosed;
import io.motorpool.domain.route.RouteRefusal.NobodyServes;
import io.motorpool.domain.route.RouteRefusal.SameVehicleServes;
import io.motorpool.domain.route.RouteRefusal.SlotServed;
import io.motorpool.domain.route.RouteRefusal.VehicleEngaged;
import io.motorpool.domain.route.RouteRefusal.VehicleNotDispatchable;
import io.motorpool.domain.route.RouteRefusal.VehicleOfAnotherCompany;
import io.motorpool.domain.route.RouteRefusal.WithdrawnInThePast;
import io.motorpool.domain.route.VehicleContract.Ended;
import io.motorpool.domain.route.VehicleContract.Running;
import io.motorpool.domain.route.VehicleContract.Void;
import io.motorpool.domain.shared.CompanyId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DispatchSheetTest {

    private final Supplier<ContractIdentity> numbers = numbers();
    private final DispatchSheet empty = DispatchSheet.empty(aSlot());

    @Test
    void a_dispatch_issues_a_number_by_itself_and_lasts_until_further_notice() {
        Changed changed = accepted(dispatch(empty, SONATA_BY_KIM, day(1), null));

        assertThat(changed.issued())
                .singleElement()
                .isEqualTo(new Running(
                        new ContractTerms(
                                new ContractIdentity(contract(1), number(1)),
                                HANBIT,
                                FIRST_BUS,
                                SONATA_BY_KIM,
                                ContractCause.DISPATCH),
                        day(1)));
        assertThat(changed.cut()).isEmpty();
        assertThat(changed.facts())
                .containsExactly(new VehicleDispatched(FIRST_BUS, HANBIT, contract(1), SONATA, day(1), DECEMBER_1ST));
    }

    @Test
    void a_slot_that_is_served_is_not_dispatched_to_again() {
        DispatchSheet served = served();

        assertThat(refused(dispatch(served, OTHER_SONATA_BY_LEE, day(10), null)))
                .isEqualTo(new SlotServed(number(1)));
    }

    @Test
    void a_substitution_closes_the_contract_before_and_issues_the_next_number() {
        Changed changed = accepted(substitute(served(), OTHER_SONATA_BY_LEE, day(10), null));

        assertThat(spans(changed.sheet())).containsExactly(Span.of(day(1), day(10)), Span.from(day(10)));
        assertThat(changed.cut()).singleElement().isInstanceOf(Ended.class);
        assertThat(changed.issued().getFirst().number()).isEqualTo(number(2));
        assertThat(changed.issued().getFirst().terms().cause()).isEqualTo(ContractCause.BREAKDOWN);
        assertThat(changed.facts())
                .containsExactly(new VehicleSubstituted(
                        FIRST_BUS, HANBIT, contract(1), contract(2), OTHER_SONATA, day(10), DECEMBER_1ST));
    }

    @Test
    void a_return_to_the_first_vehicle_issues_a_further_number() {
        Changed changed = accepted(substitute(served(), OTHER_SONATA_BY_LEE, day(10), day(12)));

        assertThat(spans(changed.sheet()))
                .containsExactly(Span.of(day(1), day(10)), Span.of(day(10), day(12)), Span.from(day(12)));
        assertThat(changed.sheet().contracts().stream().map(VehicleContract::vehicle))
                .containsExactly(SONATA, OTHER_SONATA, SONATA);
        assertThat(changed.issued().stream().map(VehicleContract::number)).containsExactly(number(2), number(3));
        assertThat(changed.issued().getLast().terms().cause()).isEqualTo(ContractCause.RETURN_TO_SERVICE);
        assertThat(changed.facts()).hasSize(2);
    }

    @Test
    void a_substitution_by_hand_back_to_the_first_vehicle_issues_a_further_number_too() {
        DispatchSheet substituted = accepted(substitute(served(), OTHER_SONATA_BY_LEE, day(10), null))
                .sheet();

        Changed back = accepted(substitute(substituted, SONATA_BY_KIM, day(12), null));

        assertThat(back.issued().getFirst().number()).isEqualTo(number(3));
        assertThat(spans(back.sheet()))
                .containsExactly(Span.of(day(1), day(10)), Span.of(day(10), day(12)), Span.from(day(12)));
    }

    @Test
    void a_substitution_ends_at_the_latest_where_the_contract_would_have_that_it_interrupts() {
        DispatchSheet planned = accepted(substitute(served(), OTHER_SONATA_BY_LEE, day(20), null))
                .sheet();

        Changed earlier = accepted(planned.substitute(
                order(new Assignment(SONATA, LEE), day(15), day(25), ContractCause.CHAUFFEUR_CHANGE),
                free(SONATA),
                ClosedMonths.NONE,
                numbers,
                DECEMBER_1ST));

        assertThat(spans(earlier.sheet()))
                .containsExactly(Span.of(day(1), day(15)), Span.of(day(15), day(20)), Span.from(day(20)));
    }

    @Test
    void a_contract_whose_vehicle_never_drove_is_void_and_its_number_is_spent() {
        Changed changed = accepted(substitute(served(), OTHER_SONATA_BY_LEE, day(1), null));

        assertThat(changed.cut()).singleElement().isInstanceOf(Void.class);
        assertThat(changed.sheet().contracts().stream().map(VehicleContract::number))
                .containsExactlyInAnyOrder(number(1), number(2));
        assertThat(changed.sheet().serving(day(1)).map(VehicleContract::number)).contains(number(2));
    }

    @Test
    void the_same_vehicle_with_the_same_chauffeur_is_no_substitution_but_another_chauffeur_is() {
        assertThat(refused(substitute(served(), SONATA_BY_KIM, day(10), null)))
                .isEqualTo(new SameVehicleServes(number(1)));
        assertThat(accepted(substitute(served(), new Assignment(SONATA, LEE), day(10), null))
                        .issued())
                .hasSize(1);
    }

    @Test
    void where_nobody_serves_there_is_nobody_to_replace_or_withdraw() {
        assertThat(refused(substitute(empty, SONATA_BY_KIM, day(1), null))).isEqualTo(new NobodyServes(day(1)));
        assertThat(refused(empty.withdraw(day(1), ClosedMonths.NONE, DECEMBER_1ST)))
                .isEqualTo(new NobodyServes(day(1)));
    }

    @Test
    void a_withdrawn_vehicle_leaves_a_gap_that_a_dispatch_can_fill() {
        Changed withdrawn = accepted(served().withdraw(day(10), ClosedMonths.NONE, day(9)));

        assertThat(withdrawn.facts())
                .containsExactly(new VehicleContractCutShort(FIRST_BUS, HANBIT, contract(1), SONATA, day(10), day(9)));
        assertThat(withdrawn.sheet().serving(day(10))).isEmpty();
        assertThat(accepted(dispatch(withdrawn.sheet(), OTHER_SONATA_BY_LEE, day(12), null))
                        .issued())
                .hasSize(1);
    }

    @Test
    void a_vehicle_is_withdrawn_from_now_on_and_not_out_of_what_it_drove() {
        assertThat(refused(served().withdraw(day(10), ClosedMonths.NONE, day(10).plusNanos(1))))
                .isEqualTo(new WithdrawnInThePast(day(10).plusNanos(1)));
        assertThat(accepted(served().withdraw(day(10), ClosedMonths.NONE, day(10)))
                        .cut())
                .hasSize(1);
    }

    @Test
    void a_dispatch_into_a_gap_ends_where_the_next_contract_begins() {
        DispatchSheet later =
                accepted(dispatch(empty, SONATA_BY_KIM, day(20), null)).sheet();

        Changed earlier = accepted(dispatch(later, OTHER_SONATA_BY_LEE, day(5), null));

        assertThat(earlier.issued().getFirst().served()).contains(Span.of(day(5), day(20)));
    }

    @Test
    void a_vehicle_is_not_in_two_places() {
        VehicleContract elsewhere = VehicleContract.issue(
                new ContractTerms(
                        new ContractIdentity(contract(77), number(77)),
                        HANBIT,
                        SECOND_BUS,
                        OTHER_SONATA_BY_LEE,
                        ContractCause.DISPATCH),
                Span.of(day(5), day(10)));
        VehicleDuties busy = new VehicleDuties(free(OTHER_SONATA).vehicle(), List.of(elsewhere));

        assertThat(refused(served().substitute(
                                order(OTHER_SONATA_BY_LEE, day(9), null, ContractCause.BREAKDOWN),
                                busy,
                                ClosedMonths.NONE,
                                numbers,
                                DECEMBER_1ST)))
                .isEqualTo(new VehicleEngaged(number(77)));
        assertThat(accepted(served().substitute(
                                        order(OTHER_SONATA_BY_LEE, day(10), null, ContractCause.BREAKDOWN),
                                        busy,
                                        ClosedMonths.NONE,
                                        numbers,
                                        DECEMBER_1ST))
                        .issued())
                .hasSize(1);
    }

    @Test
    void a_vehicle_in_the_workshop_is_not_dispatched() {
        VehicleDuties broken = new VehicleDuties(aVehicleIn(VehicleStatus.MAINTENANCE), List.of());

        assertThat(refused(empty.dispatch(
                        order(SONATA_BY_KIM, day(1), null, ContractCause.DISPATCH),
                        broken,
                        ClosedMonths.NONE,
                        numbers,
                        DECEMBER_1ST)))
                .isEqualTo(new VehicleNotDispatchable(VehicleStatus.MAINTENANCE));
    }

    @Test
    void a_clients_own_vehicle_serves_nobody_else_but_the_operators_serves_everybody() {
        assertThat(refused(dispatchOf(ofCompany(NURI, Ownership.COMPANY)))).isEqualTo(new VehicleOfAnotherCompany());
        assertThat(accepted(dispatchOf(ofCompany(NURI, Ownership.OPERATOR))).issued())
                .hasSize(1);
    }

    @Test
    void a_back_dated_substitution_in_an_open_month_moves_the_charges_of_that_time() {
        Changed changed = accepted(substitute(served(), OTHER_SONATA_BY_LEE, day(10), day(12)));

        assertThat(changed.reattributions())
                .containsExactly(
                        new Reattribution(contract(1), contract(2), Span.of(day(10), day(12))),
                        new Reattribution(contract(1), contract(3), Span.from(day(12))));
    }

    @Test
    void a_back_dated_substitution_in_a_confirmed_month_is_refused() {
        assertThat(refused(served().substitute(
                                order(OTHER_SONATA_BY_LEE, day(30), null, ContractCause.BREAKDOWN),
                                free(OTHER_SONATA),
                                closed(NOVEMBER),
                                numbers,
                                DECEMBER_1ST)))
                .isEqualTo(new MonthClosed(NOVEMBER));
        assertThat(accepted(served().substitute(
                                        order(OTHER_SONATA_BY_LEE, DECEMBER_1ST, null, ContractCause.BREAKDOWN),
                                        free(OTHER_SONATA),
                                        closed(NOVEMBER),
                                        numbers,
                                        DECEMBER_1ST))
                        .issued())
                .hasSize(1);
    }

    /** The first vehicle returns under a further number, by which nothing is billed any more that was billed by the old one. */
    @Test
    void a_substitution_before_a_confirmed_month_is_refused_if_the_replaced_contract_reaches_into_it() {
        Order order = order(OTHER_SONATA_BY_LEE, day(10), day(12), ContractCause.BREAKDOWN);
        YearMonth december = NOVEMBER.plusMonths(1);

        assertThat(refused(served().substitute(order, free(OTHER_SONATA), closed(december), numbers, DECEMBER_1ST)))
                .isEqualTo(new MonthClosed(december));
    }

    @Test
    void nothing_is_dispatched_into_or_withdrawn_from_a_confirmed_month() {
        assertThat(refused(empty.dispatch(
                        order(SONATA_BY_KIM, day(30), null, ContractCause.DISPATCH),
                        free(SONATA),
                        closed(NOVEMBER),
                        numbers,
                        DECEMBER_1ST)))
                .isEqualTo(new MonthClosed(NOVEMBER));
        assertThat(refused(served().withdraw(day(30), closed(NOVEMBER), DECEMBER_1ST)))
                .isEqualTo(new MonthClosed(NOVEMBER));
    }

    @Test
    void a_sheet_on_which_contracts_overlap_cannot_be_made() {
        VehicleContract one = served().contracts().getFirst();
        VehicleContract other = VehicleContract.issue(
                new ContractTerms(numbers.get(), HANBIT, FIRST_BUS, OTHER_SONATA_BY_LEE, ContractCause.DISPATCH),
                Span.of(day(5), day(6)));

        assertThatThrownBy(() -> new DispatchSheet(FIRST_BUS, HANBIT, List.of(one, other)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** What a dispatcher may try, one after the other. */
    record Attempt(int kind, int from, int length, boolean other) {}

    @Property
    void whatever_is_dispatched_substituted_and_withdrawn_no_two_contracts_overlap_and_no_number_comes_twice(
            @ForAll("attempts") List<Attempt> attempts) {
        DispatchSheet sheet = empty;
        int issued = 0;
        for (Attempt attempt : attempts) {
            Optional<Changed> changed = Optional.ofNullable(follow(sheet, attempt));
            if (changed.isPresent()) {
                DispatchSheet before = sheet;
                sheet = changed.get().sheet();
                issued += changed.get().issued().size();
                assertThat(sheet.contracts())
                        .hasSize(before.contracts().size()
                                + changed.get().issued().size());
            }
        }

        assertThat(sheet.contracts().stream().map(VehicleContract::number).distinct())
                .hasSize(issued);
        for (int d = 1; d <= 30; d++) {
            Instant departure = day(d);
            assertThat(sheet.contracts().stream()
                            .filter(it -> it.covers(departure))
                            .count())
                    .isLessThanOrEqualTo(1);
        }
    }

    /** The day before and after are those of the contracts that nobody touched. */
    @Property
    void a_substitution_changes_who_serves_within_it_and_nowhere_else(@ForAll("attempts") List<Attempt> attempts) {
        DispatchSheet sheet = served();
        for (Attempt attempt : attempts) {
            Changed changed = attempt.kind() == 1 ? follow(sheet, attempt) : null;
            if (changed != null) {
                Span within = changed.issued().getFirst().served().orElseThrow();
                for (int d = 1; d <= 30; d++) {
                    Instant departure = day(d);
                    if (!within.covers(departure)) {
                        assertThat(vehicleAt(changed.sheet(), departure)).isEqualTo(vehicleAt(sheet, departure));
                    }
                }
                sheet = changed.sheet();
            }
        }
    }

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(1, 30),
                        Arbitraries.integers().between(0, 10),
                        Arbitraries.of(true, false))
                .as(Attempt::new)
                .list()
                .ofMaxSize(12);
    }

    private @Nullable Changed follow(DispatchSheet sheet, Attempt attempt) {
        Assignment assignment = attempt.other() ? OTHER_SONATA_BY_LEE : SONATA_BY_KIM;
        Instant from = day(attempt.from());
        Instant until = attempt.length() == 0 ? null : from.plusSeconds(86_400L * attempt.length());
        Decision<Changed, RouteRefusal> decision =
                switch (attempt.kind()) {
                    case 0 -> dispatch(sheet, assignment, from, until);
                    case 1 -> substitute(sheet, assignment, from, until);
                    default -> sheet.withdraw(from, ClosedMonths.NONE, day(1));
                };
        return switch (decision) {
            case Decision.Accepted<Changed, RouteRefusal>(var changed) -> changed;
            case Decision.Refused<Changed, RouteRefusal> _ -> null;
        };
    }

    private static Optional<Assignment> vehicleAt(DispatchSheet sheet, Instant instant) {
        return sheet.serving(instant).map(contract -> contract.terms().assignment());
    }

    private DispatchSheet served() {
        return accepted(dispatch(empty, SONATA_BY_KIM, day(1), null)).sheet();
    }

    private Decision<Changed, RouteRefusal> dispatch(
            DispatchSheet sheet, Assignment assignment, Instant from, @Nullable Instant until) {
        return sheet.dispatch(
                order(assignment, from, until, ContractCause.DISPATCH),
                free(assignment.vehicle()),
                ClosedMonths.NONE,
                numbers,
                DECEMBER_1ST);
    }

    private Decision<Changed, RouteRefusal> dispatchOf(Vehicle vehicle) {
        return empty.dispatch(
                order(new Assignment(vehicle.id(), KIM), day(1), null, ContractCause.DISPATCH),
                new VehicleDuties(vehicle, List.of()),
                ClosedMonths.NONE,
                numbers,
                DECEMBER_1ST);
    }

    private Decision<Changed, RouteRefusal> substitute(
            DispatchSheet sheet, Assignment assignment, Instant from, @Nullable Instant until) {
        return sheet.substitute(
                order(assignment, from, until, ContractCause.BREAKDOWN),
                free(assignment.vehicle()),
                ClosedMonths.NONE,
                numbers,
                DECEMBER_1ST);
    }

    private static Vehicle ofCompany(CompanyId company, Ownership ownership) {
        Vehicle any = free(SONATA).vehicle();
        VehicleDescription description = new VehicleDescription(
                new Plate("12가3456"),
                new Vin("KMHE341DBKA123456"),
                "쏘나타",
                5,
                ownership,
                any.description().turnaround(),
                any.description().drive());
        return Vehicle.add(SONATA, company, any.zone(), description, any.odometer());
    }

    private static Stream<Span> spans(DispatchSheet sheet) {
        return sheet.contracts().stream().flatMap(contract -> contract.served().stream());
    }
}
