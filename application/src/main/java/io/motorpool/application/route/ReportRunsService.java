package io.motorpool.application.route;

import io.motorpool.application.audit.Journal;
import io.motorpool.application.audit.Journal.Deed;
import io.motorpool.application.audit.Journal.Effect;
import io.motorpool.application.shared.PermitChange;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Decision.Accepted;
import io.motorpool.domain.Decision.Refused;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.route.ChargeId;
import io.motorpool.domain.route.ClosedMonths;
import io.motorpool.domain.route.DispatchSheet;
import io.motorpool.domain.route.RouteEvent;
import io.motorpool.domain.route.RouteEvent.ChargesCorrected;
import io.motorpool.domain.route.RouteRefusal;
import io.motorpool.domain.route.RouteRefusal.NotYourRun;
import io.motorpool.domain.route.Run;
import io.motorpool.domain.route.Run.Changed;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Decides all reports first and stores them then, so that a batch of which one is refused leaves nothing behind. A month
 * stays open while something is reported of it.
 */
public final class ReportRunsService implements ReportRuns {

    private final UnitOfWork unitOfWork;
    private final Runs runs;
    private final Slots slots;
    private final DispatchSheets sheets;
    private final Charges charges;
    private final Books books;
    private final Journal journal;
    private final Clock clock;
    private final Supplier<UUID> nextId;

    public ReportRunsService(
            UnitOfWork unitOfWork,
            Runs runs,
            Slots slots,
            DispatchSheets sheets,
            Charges charges,
            Books books,
            Journal journal,
            Clock clock,
            Supplier<UUID> nextId) {
        this.unitOfWork = unitOfWork;
        this.runs = runs;
        this.slots = slots;
        this.sheets = sheets;
        this.charges = charges;
        this.books = books;
        this.journal = journal;
        this.clock = clock;
        this.nextId = nextId;
    }

    /** What is to be stored of one report. */
    private record Step(Report report, Versioned<Run> before, Changed<? extends Run> after) {}

    @Override
    public Uni<Decision<RunView, Refusal>> report(Report report) {
        return reportAll(List.of(report)).map(decision -> decision.map(List::getFirst));
    }

    @Override
    public Uni<Decision<List<RunView>, Refusal>> reportAll(List<Report> reports) {
        return unitOfWork.inTransaction(
                () -> decideAll(reports).chain(decision -> Proceed.with(decision, this::store)));
    }

    /** One after the other, on one session; and not one inside the other, because a day can have thousands. */
    private Uni<Decision<List<Step>, Refusal>> decideAll(List<Report> reports) {
        return Multi.createFrom()
                .iterable(reports)
                .onItem()
                .transformToUniAndConcatenate(this::decide)
                .collect()
                .asList()
                .map(ReportRunsService::allOrTheFirstRefusal);
    }

    private static Decision<List<Step>, Refusal> allOrTheFirstRefusal(List<Decision<Step, Refusal>> decisions) {
        List<Step> steps = new ArrayList<>();
        for (Decision<Step, Refusal> decision : decisions) {
            switch (decision) {
                case Accepted<Step, Refusal>(var step) -> steps.add(step);
                case Refused<Step, Refusal>(var reason) -> {
                    return Decision.refuse(reason);
                }
            }
        }
        return Decision.accept(steps);
    }

    private Uni<Decision<Step, Refusal>> decide(Report report) {
        return runs.find(report.run())
                .chain(found -> Proceed.with(
                        permitted(report, found),
                        stored -> books.hold(stored.value().plan().company())
                                .chain(closed -> drivenBy(report.caller(), stored.value())
                                        .map(own -> own.then(_ -> apply(report.news(), stored.value(), closed)
                                                        .widened())
                                                .map(after -> new Step(report, stored, after))))));
    }

    private static Decision<Versioned<Run>, Refusal> permitted(Report report, Optional<Versioned<Run>> found) {
        return new PermitChange<Run>(
                        needed(report.caller()), Thing.RUN, run -> run.plan().company())
                .to(report.caller(), report.seen(), found);
    }

    private static Permission needed(Caller caller) {
        return caller.holds(Permission.REPORT_OWN_RUNS) && !caller.holds(Permission.REPORT_RUNS)
                ? Permission.REPORT_OWN_RUNS
                : Permission.REPORT_RUNS;
    }

    /** Who may report any run is not asked; a chauffeur has to be the one of the contract that covers the departure. */
    private Uni<Decision<Run, Refusal>> drivenBy(Caller caller, Run run) {
        if (needed(caller) == Permission.REPORT_RUNS) {
            return Proceed.done(run);
        }
        return slots.find(run.plan().slot())
                .chain(slot -> slot.isEmpty()
                        ? Proceed.refused(new NotFound(Thing.RUN))
                        : sheets.of(slot.get().value()).map(sheet -> own(caller, run, sheet)));
    }

    private static Decision<Run, Refusal> own(Caller caller, Run run, DispatchSheet sheet) {
        return sheet.serving(run.plan().departure())
                .filter(contract -> contract.terms().assignment().chauffeur().equals(caller.user()))
                .<Decision<Run, Refusal>>map(_ -> Decision.accept(run))
                .orElseGet(() -> Decision.refuse(new NotYourRun()));
    }

    private Decision<Changed<? extends Run>, RouteRefusal> apply(News news, Run run, ClosedMonths closed) {
        Instant now = clock.instant();
        return switch (news) {
            case News.Left(var at) -> run.depart(at, closed, now).map(Function.identity());
            case News.Arrived(var at) -> run.arrive(at, closed, now).map(Function.identity());
            case News.Driven(var left, var arrived) ->
                run.complete(left, arrived, closed, now).map(Function.identity());
            case News.DidNotTakePlace(var cause) ->
                run.cancel(cause, closed, now).map(Function.identity());
            case News.ReportedByMistake _ -> run.annul(closed, now).map(Function.identity());
        };
    }

    private Uni<Decision<List<RunView>, Refusal>> store(List<Step> steps) {
        List<Versioned<Run>> changed = new ArrayList<>();
        steps.forEach(step -> changed.add(step.before().with(step.after().run())));
        return runs.saveAll(changed)
                .chain(versions -> credits(steps).chain(credited -> write(steps, versions, credited)))
                .map(Decision::accept);
    }

    /** What was charged for a run that was not driven is taken back. */
    private Uni<List<RouteEvent>> credits(List<Step> steps) {
        return Multi.createFrom()
                .iterable(steps)
                .filter(step -> step.report().news() instanceof News.ReportedByMistake)
                .onItem()
                .transformToUniAndConcatenate(step -> credit(step.before().value()))
                .collect()
                .asList()
                .map(facts -> facts.stream().flatMap(Optional::stream).toList());
    }

    private Uni<Optional<RouteEvent>> credit(Run run) {
        return charges.standing(run.id())
                .map(standing -> standing.flatMap(charge -> charge.credit(new ChargeId(nextId.get()), clock.instant())))
                .chain(credit -> credit.map(it -> charges.credit(it).replaceWith(() -> corrected(run)))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Optional<RouteEvent> corrected(Run run) {
        return Optional.of(new ChargesCorrected(run.plan().slot(), run.plan().company(), 1, clock.instant()));
    }

    private Uni<List<RunView>> write(List<Step> steps, List<Version> versions, List<RouteEvent> credited) {
        List<RunView> views = new ArrayList<>();
        List<Effect> effects = new ArrayList<>();
        List<RouteEvent> facts = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            RunView view = RunView.of(new Versioned<>(step.after().run(), versions.get(i)));
            views.add(view);
            effects.add(new Effect(
                    view.plan().company(),
                    view.plan().id().value(),
                    RunView.of(step.before()).facts(),
                    view.facts()));
            facts.add(step.after().fact());
        }
        facts.addAll(credited);
        if (steps.isEmpty()) {
            return Uni.createFrom().item(views);
        }
        Caller caller = steps.getFirst().report().caller();
        Deed deed = new Deed(caller, needed(caller), "report-run", Optional.empty());
        return journal.write(deed, effects, facts).replaceWith(() -> views);
    }
}
