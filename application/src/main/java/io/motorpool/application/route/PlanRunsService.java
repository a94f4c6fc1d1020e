package io.motorpool.application.route;

import io.motorpool.application.audit.Journal;
import io.motorpool.application.audit.Journal.Deed;
import io.motorpool.application.company.Companies;
import io.motorpool.application.company.NamedCompany;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.route.ClosedMonths;
import io.motorpool.domain.route.RouteEvent;
import io.motorpool.domain.route.Run;
import io.motorpool.domain.route.Run.Changed;
import io.motorpool.domain.route.RunId;
import io.motorpool.domain.route.Slot;
import io.motorpool.domain.route.SlotId;
import io.motorpool.domain.route.SlotPlan;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One slot after the other, each in a unit of work of its own: one that fails holds up no other. */
public final class PlanRunsService implements PlanRuns {

    private final UnitOfWork unitOfWork;
    private final Companies companies;
    private final Slots slots;
    private final Runs runs;
    private final Books books;
    private final Journal journal;
    private final Clock clock;
    private final Supplier<UUID> nextId;

    public PlanRunsService(
            UnitOfWork unitOfWork,
            Companies companies,
            Slots slots,
            Runs runs,
            Books books,
            Journal journal,
            Clock clock,
            Supplier<UUID> nextId) {
        this.unitOfWork = unitOfWork;
        this.companies = companies;
        this.slots = slots;
        this.runs = runs;
        this.books = books;
        this.journal = journal;
        this.clock = clock;
        this.nextId = nextId;
    }

    @Override
    public Uni<Decision<Report, Refusal>> plan(
            Caller caller, Optional<CompanyId> company, LocalDate from, LocalDate until) {
        if (until.isBefore(from) || until.isAfter(from.plusDays(MOST_DAYS - 1L))) {
            throw new IllegalArgumentException("runs are planned for 1 to %d days".formatted(MOST_DAYS));
        }
        Days days = new Days(from, until);
        return company.map(named -> Proceed.with(
                        unitOfWork.reading(() -> NamedCompany.permit(companies, caller, Permission.PLAN_RUNS, named)),
                        allowed -> of(caller, new CompanyScope.Only(allowed), days)))
                .orElseGet(() -> Proceed.with(
                        Permit.anywhere(caller, Permission.PLAN_RUNS),
                        allowed -> of(allowed, new CompanyScope.Every(), days)));
    }

    private record Days(LocalDate first, LocalDate last) {}

    private Uni<Decision<Report, Refusal>> of(Caller caller, CompanyScope whose, Days days) {
        return slotsAfter(whose, Optional.empty(), List.of())
                .chain(found -> each(caller, found, days))
                .map(Decision::accept);
    }

    /** Page after page, before anything is planned. */
    private Uni<List<SlotId>> slotsAfter(CompanyScope whose, Optional<Page.Cursor> cursor, List<SlotId> before) {
        return unitOfWork
                .reading(() -> slots.list(whose, Optional.empty(), new Page.Request(Page.Request.LARGEST, cursor)))
                .chain(page -> {
                    List<SlotId> all = new ArrayList<>(before);
                    page.items().stream()
                            .map(Versioned::value)
                            .filter(slot -> !slot.retired())
                            .forEach(slot -> all.add(slot.id()));
                    return page.next().isEmpty() ? Uni.createFrom().item(all) : slotsAfter(whose, page.next(), all);
                });
    }

    private Uni<Report> each(Caller caller, List<SlotId> found, Days days) {
        return Multi.createFrom()
                .iterable(found)
                .onItem()
                .transformToUniAndConcatenate(slot -> one(caller, slot, days))
                .collect()
                .in(() -> new Report[] {Report.NOTHING}, (sum, report) -> sum[0] = sum[0].and(report))
                .map(sum -> sum[0]);
    }

    private Uni<Report> one(Caller caller, SlotId slot, Days days) {
        return unitOfWork
                .inTransaction(() -> slots.lock(slot)
                        .chain(stored -> stored.map(it -> decide(caller, it.value(), days))
                                .orElseGet(() -> Uni.createFrom().item(Report.NOTHING))))
                .onFailure(RuntimeException.class)
                .recoverWithItem(new Report(0, 0, 1));
    }

    private Uni<Report> decide(Caller caller, Slot slot, Days days) {
        return books.hold(slot.company())
                .chain(closed -> runs.between(slot.id(), days.first(), days.last())
                        .chain(present -> store(caller, slot, days, present, closed)));
    }

    private Uni<Report> store(Caller caller, Slot slot, Days days, List<Versioned<Run>> present, ClosedMonths closed) {
        SlotPlan plan = SlotPlan.of(
                slot,
                days.first(),
                days.last(),
                present.stream().map(Versioned::value).toList(),
                closed,
                () -> new RunId(nextId.get()),
                clock.instant());
        if (plan.toAdd().isEmpty() && plan.toChange().isEmpty()) {
            return Uni.createFrom().item(Report.NOTHING);
        }
        List<RouteEvent> facts = new ArrayList<>();
        plan.toAdd().forEach(added -> facts.add(added.fact()));
        plan.toChange().forEach(changed -> facts.add(changed.fact()));
        Deed deed = new Deed(caller, Permission.PLAN_RUNS, "plan-runs", Optional.empty());
        Journal.Effect effect = new Journal.Effect(
                slot.company(),
                slot.id().value(),
                Map.of(),
                Map.of(
                        "from", days.first().toString(),
                        "until", days.last().toString(),
                        "added", Integer.toString(plan.toAdd().size()),
                        "changed", Integer.toString(plan.toChange().size())));
        return runs.addAll(plan.toAdd().stream().map(Changed::run).toList())
                .chain(() -> runs.saveAll(versioned(plan, present)))
                .chain(() -> journal.write(deed, List.of(effect), facts))
                .replaceWith(
                        () -> new Report(plan.toAdd().size(), plan.toChange().size(), 0));
    }

    private static List<Versioned<Run>> versioned(SlotPlan plan, List<Versioned<Run>> present) {
        Map<RunId, Version> versions =
                present.stream().collect(Collectors.toMap(it -> it.value().id(), Versioned::version));
        return plan.toChange().stream()
                .map(Changed::run)
                .<Versioned<Run>>map(run -> new Versioned<>(run, versions.getOrDefault(run.id(), Version.FIRST)))
                .toList();
    }
}
