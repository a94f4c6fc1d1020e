package io.motorpool.adapters.persistence.settlement;

import static io.motorpool.application.route.RouteGround.DECEMBER_5TH;
import static io.motorpool.application.route.RouteGround.NOVEMBER;
import static io.motorpool.application.route.RouteGround.day;

import io.motorpool.application.settlement.SettlementGround;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.route.Charge;
import io.motorpool.domain.route.ChargeId;
import io.motorpool.domain.route.DispatchSheet;
import io.motorpool.domain.route.Route;
import io.motorpool.domain.route.Run;
import io.motorpool.domain.route.Slot;
import io.motorpool.domain.settlement.Purpose;
import io.motorpool.domain.settlement.RouteSum;
import io.motorpool.domain.settlement.Standing;
import io.motorpool.domain.settlement.Statement;
import io.motorpool.domain.settlement.Statement.Section;
import io.motorpool.domain.settlement.StatementLine.OfExtraCost;
import io.motorpool.domain.settlement.StatementLine.OfRun;
import io.motorpool.domain.settlement.Totals;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/**
 * A month with everything in it: routes without a rate and with several, slots that nobody serves for a while, runs that were
 * driven or not, substitutions before and after their price was captured, credits, rates agreed too late, costs and
 * adjustments. The same seed plays the same month wherever it is kept.
 */
final class GeneratedMonth {

    private final SettlementGround ground;
    private final Random random;
    private final CompanyId company;

    private GeneratedMonth(SettlementGround ground, long seed) {
        this.ground = ground;
        this.random = new Random(seed);
        this.company = ground.givenCompany();
    }

    /** What the month comes to, told without ids, which are others wherever it is kept. */
    record Outcome(
            List<Sum> sums,
            long open,
            long uncaptured,
            long unpriced,
            long undispatched,
            Optional<Totals> added,
            List<List<Line>> lines,
            Optional<Totals> listed) {}

    record Sum(long runs, long charges, long extraCostLines, long extraCosts) {}

    record Line(LocalDate date, String what, long won) {}

    static Outcome play(SettlementGround ground, long seed) {
        GeneratedMonth month = new GeneratedMonth(ground, seed);
        month.drive();
        return month.outcome();
    }

    private void drive() {
        List<Slot> slots = new ArrayList<>();
        for (int r = 0; r < 1 + random.nextInt(3); r++) {
            Route route = ground.givenRoute(company);
            agreeRates(route, random.nextInt(4));
            Slot slot = ground.givenSlot(route);
            serve(slot);
            run(slot);
            owe(slot);
            slots.add(slot);
        }
        long _ = ground.givenCaptured(company);
        for (Slot slot : slots) {
            substituteAfterwards(slot);
            credit(slot);
        }
        if (random.nextBoolean()) {
            agreeRates(route(slots.getFirst()), 2);
            long _ = ground.givenCaptured(company);
        }
        if (random.nextBoolean()) {
            Run.Completed _ = ground.givenCompleted(slots.getLast(), day(27).plusSeconds(3_600));
        }
    }

    private Route route(Slot slot) {
        return ground.inTransaction(() -> ground.routes().find(slot.route()))
                .orElseThrow()
                .value();
    }

    private void agreeRates(Route route, int count) {
        for (int i = 0; i < count; i++) {
            var _ = ground.givenRate(route, NOVEMBER.atDay(1 + random.nextInt(20)), 10_001 + random.nextInt(50_000));
        }
    }

    private void serve(Slot slot) {
        int from = 1 + random.nextInt(4);
        var _ = ground.givenDispatch(slot, ground.givenVehicle(company), day(from), day(28));
        if (random.nextBoolean()) {
            DispatchSheet.Changed _ = ground.givenSubstitution(
                    slot, ground.givenVehicle(company), day(from + 1 + random.nextInt(5)), day(12));
        }
    }

    private void run(Slot slot) {
        for (int d = 1; d <= 31; d += 1 + random.nextInt(3)) {
            Instant departure = day(d).plusSeconds(random.nextInt(2) * 30_000L);
            if (random.nextInt(5) > 0) {
                Run.Completed _ = ground.givenCompleted(slot, departure);
            } else {
                var _ = ground.givenScheduled(slot, departure);
            }
        }
    }

    private void owe(Slot slot) {
        for (int i = 0; i < random.nextInt(4); i++) {
            long won = random.nextInt(30_000) - 12_000;
            var _ = ground.given(
                    ground.aCost(company, slot.route(), "R-" + i, won == 0 ? 1 : won, new UserId(Ids.next())));
        }
    }

    private void substituteAfterwards(Slot slot) {
        if (random.nextInt(3) == 0) {
            return;
        }
        int from = 13 + random.nextInt(8);
        DispatchSheet.Changed changed = ground.givenSubstitution(
                slot, ground.givenVehicle(company), day(from), random.nextBoolean() ? day(from + 3) : null);
        long _ = ground.inTransaction(
                () -> ground.charges().reattribute(slot.id(), changed.reattributions(), DECEMBER_5TH));
    }

    /** What is reported by mistake is not paid for. */
    private void credit(Slot slot) {
        List<Charge> standing = ground.inTransaction(() -> ground.charges().standing(slot.route(), NOVEMBER)).stream()
                .map(each -> each.charge())
                .toList();
        for (Charge charge : standing) {
            if (random.nextInt(6) == 0) {
                Charge.Credit credit =
                        charge.credit(new ChargeId(Ids.next()), DECEMBER_5TH).orElseThrow();
                ground.inTransaction(() -> ground.charges().credit(credit));
            }
        }
    }

    private Outcome outcome() {
        Standing standing = Objects.requireNonNull(
                ground.inTransaction(() -> ground.sources().standings(List.of(company), NOVEMBER))
                        .get(company));
        var head = ground.aHead(company, new Purpose.Bill(1));
        Statement statement = ground.inTransaction(() -> ground.sources().statement(head));
        long first = firstContract(statement);
        return new Outcome(
                standing.sums().stream().map(GeneratedMonth::sum).toList(),
                standing.open(),
                standing.uncaptured(),
                standing.unpriced(),
                standing.undispatched(),
                standing.totals(),
                statement.sections().stream()
                        .map(section -> lines(section, first))
                        .toList(),
                statement.totals());
    }

    private static Sum sum(RouteSum sum) {
        return new Sum(
                sum.runs(),
                sum.charges().won(),
                sum.extraCostLines(),
                sum.extraCosts().won());
    }

    private static List<Line> lines(Section section, long firstContract) {
        List<Line> lines = new ArrayList<>();
        for (OfRun run : section.runs()) {
            String what = "%s by contract %d at rate %d"
                    .formatted(run.departure(), drawn(run) - firstContract, run.rateVersion());
            lines.add(new Line(run.serviceDate(), what, run.amount().won()));
        }
        for (OfExtraCost cost : section.extraCosts()) {
            String what = "%s %s %s".formatted(cost.kind(), cost.reference(), cost.reason());
            lines.add(new Line(cost.serviceDate(), what, cost.amount().won()));
        }
        return lines;
    }

    /** Numbers are drawn one after the other, so what one is beyond the first tells which contract it is. */
    private static long firstContract(Statement statement) {
        return statement.sections().stream()
                .flatMap(section -> section.runs().stream())
                .mapToLong(GeneratedMonth::drawn)
                .min()
                .orElse(0);
    }

    private static long drawn(OfRun run) {
        String number = run.contract().value();
        return Long.parseLong(number.substring(number.indexOf('-') + 1));
    }
}
