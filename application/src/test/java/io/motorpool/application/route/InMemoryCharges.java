package io.motorpool.application.route;

import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.route.Capture;
import io.motorpool.domain.route.Charge;
import io.motorpool.domain.route.ChargeId;
import io.motorpool.domain.route.ClosedMonths;
import io.motorpool.domain.route.Drift;
import io.motorpool.domain.route.Reattribution;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.route.Run;
import io.motorpool.domain.route.RunId;
import io.motorpool.domain.route.RunPlan;
import io.motorpool.domain.route.SlotId;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Charges in memory, made one by one by the rules of the model. */
public final class InMemoryCharges implements Charges {

    private final InMemoryRoutes routes;
    private final InMemoryRuns runs;
    private final InMemoryDispatchSheets sheets;
    private final Function<CompanyId, ClosedMonths> closed;
    private final List<Charge> rows = new ArrayList<>();

    public InMemoryCharges(
            InMemoryRoutes routes,
            InMemoryRuns runs,
            InMemoryDispatchSheets sheets,
            Function<CompanyId, ClosedMonths> closed) {
        this.routes = routes;
        this.runs = runs;
        this.sheets = sheets;
        this.closed = closed;
    }

    private static ChargeId nextId() {
        return new ChargeId(Ids.next());
    }

    @Override
    public Uni<List<Captured>> capture(List<CompanyId> companies, YearMonth month, Instant now) {
        return Uni.createFrom()
                .item(() -> companies.stream()
                        .map(company -> new Captured(company, captureOf(company, month, now)))
                        .filter(captured -> captured.runs() > 0)
                        .toList());
    }

    private synchronized long captureOf(CompanyId company, YearMonth month, Instant now) {
        if (closed.apply(company).contain(month.atDay(1))) {
            return 0;
        }
        long captured = 0;
        for (Run run : runs.of(company, month)) {
            if (run instanceof Run.Completed completed
                    && !isCharged(run.id())
                    && captureOf(completed, now) instanceof Capture.Priced(var charge)) {
                rows.add(charge);
                captured++;
            }
        }
        return captured;
    }

    /** What capturing the run would come to now. */
    Capture captureOf(Run.Completed run, Instant now) {
        RunPlan plan = run.plan();
        return Capture.of(
                run,
                sheets.now(plan.slot(), plan.company()),
                routes.ratesNow(routes.now(plan.route())),
                InMemoryCharges::nextId,
                now);
    }

    synchronized boolean isCharged(RunId run) {
        return rows.stream().anyMatch(charge -> charge.run().equals(run));
    }

    synchronized List<Charge> all() {
        return List.copyOf(rows);
    }

    @Override
    public Uni<Long> reattribute(SlotId slot, List<Reattribution> rules, Instant now) {
        return Uni.createFrom().item(() -> move(slot, rules, now));
    }

    private synchronized long move(SlotId slot, List<Reattribution> rules, Instant now) {
        long moved = 0;
        for (Charge charge : Charge.standing(rows)) {
            RunPlan plan = runs.now(charge.run()).plan();
            Optional<Reattribution> rule = rules.stream()
                    .filter(it -> it.concerns(charge.contract(), plan.departure()))
                    .findFirst();
            if (plan.slot().equals(slot) && rule.isPresent()) {
                rows.addAll(charge.moveTo(rule.get().to(), InMemoryCharges::nextId, now));
                moved++;
            }
        }
        return moved;
    }

    @Override
    public Uni<Optional<Charge>> standing(RunId run) {
        return Uni.createFrom()
                .item(() -> Charge.standing(all()).stream()
                        .filter(charge -> charge.run().equals(run))
                        .findFirst());
    }

    @Override
    public Uni<Void> credit(Charge.Credit credit) {
        return Uni.createFrom().voidItem().invoke(() -> add(credit));
    }

    private synchronized void add(Charge charge) {
        rows.add(charge);
    }

    @Override
    public Uni<Page<UnpricedRun>> unpriced(CompanyId company, YearMonth month, Page.Request page) {
        return Uni.createFrom()
                .item(() -> Page.of(
                        runs.of(company, month).stream()
                                .filter(Run.Completed.class::isInstance)
                                .map(Run.Completed.class::cast)
                                .filter(run -> !isCharged(run.id()))
                                .flatMap(run -> lacking(run).stream())
                                .sorted(Comparator.comparing(
                                        it -> it.plan().id().value()))
                                .filter(it -> page.after()
                                        .map(cursor -> it.plan().id().value().compareTo(cursor.id()) > 0)
                                        .orElse(true))
                                .limit(page.limit() + 1L)
                                .toList(),
                        page,
                        it -> new Page.Cursor(null, it.plan().id().value())));
    }

    private Optional<UnpricedRun> lacking(Run.Completed run) {
        return switch (captureOf(run, Instant.EPOCH)) {
            case Capture.Priced _ -> Optional.empty();
            case Capture.Unpriced _ -> Optional.of(new UnpricedRun(run.plan(), UnpricedRun.Lack.RATE));
            case Capture.Undispatched _ -> Optional.of(new UnpricedRun(run.plan(), UnpricedRun.Lack.CONTRACT));
        };
    }

    @Override
    public Uni<List<Drift.Standing>> standing(RouteId route, YearMonth month) {
        return Uni.createFrom()
                .item(() -> Charge.standing(all()).stream()
                        .filter(charge -> planOf(charge).route().equals(route))
                        .filter(charge -> planOf(charge).month().equals(month))
                        .sorted(Comparator.comparing(charge -> planOf(charge).departure()))
                        .map(charge -> new Drift.Standing(charge, planOf(charge).serviceDate()))
                        .toList());
    }

    private RunPlan planOf(Charge charge) {
        return runs.now(charge.run()).plan();
    }
}
