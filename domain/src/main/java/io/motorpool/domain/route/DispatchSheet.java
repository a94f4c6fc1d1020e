package io.motorpool.domain.route;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;

import io.motorpool.domain.Decision;
import io.motorpool.domain.route.RouteEvent.VehicleContractCutShort;
import io.motorpool.domain.route.RouteEvent.VehicleDispatched;
import io.motorpool.domain.route.RouteEvent.VehicleSubstituted;
import io.motorpool.domain.route.RouteRefusal.MonthClosed;
import io.motorpool.domain.route.RouteRefusal.NobodyServes;
import io.motorpool.domain.route.RouteRefusal.SameVehicleServes;
import io.motorpool.domain.route.RouteRefusal.SlotServed;
import io.motorpool.domain.route.RouteRefusal.WithdrawnInThePast;
import io.motorpool.domain.shared.CompanyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Every vehicle contract of one slot. The sheet is the aggregate, because "no two overlap" is a rule between contracts.
 *
 * <p>A dispatch fills a gap. A substitution replaces whoever serves at that instant, for the time given or for as long as
 * that contract would have lasted; later contracts stay what they are. When a substitution ends before the contract that it
 * interrupts would have, the first vehicle returns under a further number. So the sheet always says who really drove, and
 * every number on it stays true.
 *
 * @param contracts in the order in which they serve; void ones last
 */
public record DispatchSheet(SlotId slot, CompanyId company, List<VehicleContract> contracts) {

    private static final Comparator<VehicleContract> IN_ORDER =
            Comparator.comparing(contract -> contract.served().map(Span::start).orElse(Instant.MAX));

    public DispatchSheet {
        contracts = contracts.stream().sorted(IN_ORDER).toList();
        if (overlap(contracts)) {
            throw new IllegalArgumentException("contracts of slot %s overlap".formatted(slot));
        }
    }

    public static DispatchSheet empty(Slot slot) {
        return new DispatchSheet(slot.id(), slot.company(), List.of());
    }

    private static boolean overlap(List<VehicleContract> ordered) {
        List<Span> spans =
                ordered.stream().flatMap(contract -> contract.served().stream()).toList();
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i - 1).overlaps(spans.get(i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * What the sheet became.
     *
     * @param issued new contracts
     * @param cut contracts that end earlier than before, or are void
     */
    public record Changed(
            DispatchSheet sheet, List<VehicleContract> issued, List<VehicleContract> cut, List<RouteEvent> facts) {

        public Changed {
            issued = List.copyOf(issued);
            cut = List.copyOf(cut);
            facts = List.copyOf(facts);
        }

        /** Whose charges no longer belong to the contract that they name: those of the contracts that were cut. */
        public List<Reattribution> reattributions() {
            List<Reattribution> moved = new ArrayList<>();
            for (VehicleContract before : cut) {
                for (VehicleContract after : issued) {
                    after.served().ifPresent(span -> moved.add(new Reattribution(before.id(), after.id(), span)));
                }
            }
            return moved;
        }
    }

    /** The slot begins to be served, or is served again. */
    public Decision<Changed, RouteRefusal> dispatch(
            Order order, VehicleDuties duties, ClosedMonths closed, Supplier<ContractIdentity> next, Instant now) {
        Optional<VehicleContract> serving = serving(order.from());
        if (serving.isPresent()) {
            return refuse(new SlotServed(serving.get().number()));
        }
        Span span = untilNext(order.span());
        return allow(span, duties, closed).map(_ -> {
            VehicleContract issued = issue(next.get(), order.assignment(), ContractCause.DISPATCH, span);
            RouteEvent fact = new VehicleDispatched(slot, company, issued.id(), issued.vehicle(), span.start(), now);
            return new Changed(with(List.of(issued), List.of()), List.of(issued), List.of(), List.of(fact));
        });
    }

    /**
     * Another vehicle, or another chauffeur, takes the place of the one that serves. What the first does after its return it
     * does under a further number, so nothing of that may be billed already either.
     */
    public Decision<Changed, RouteRefusal> substitute(
            Order order, VehicleDuties duties, ClosedMonths closed, Supplier<ContractIdentity> next, Instant now) {
        Optional<VehicleContract> found = serving(order.from());
        if (found.isEmpty()) {
            return refuse(new NobodyServes(order.from()));
        }
        VehicleContract replaced = found.get();
        if (replaced.terms().assignment().equals(order.assignment())) {
            return refuse(new SameVehicleServes(replaced.number()));
        }
        Span rest = replaced.served().flatMap(span -> span.since(order.from())).orElseThrow();
        Span span = rest.intersection(order.span()).orElseThrow();
        return open(rest, closed)
                .then(_ -> allow(span, duties, closed))
                .map(_ -> replace(replaced, rest, span, order, next, now));
    }

    /**
     * From that instant nobody serves the slot until somebody is dispatched again; later contracts stay. Only from now on:
     * what was driven was driven by somebody, and if it was somebody else that is a substitution.
     */
    public Decision<Changed, RouteRefusal> withdraw(Instant from, ClosedMonths closed, Instant now) {
        Optional<VehicleContract> found = serving(from);
        if (found.isEmpty()) {
            return refuse(new NobodyServes(from));
        }
        VehicleContract ended = found.get().cutAt(from);
        Span rest = found.get().served().flatMap(span -> span.since(from)).orElseThrow();
        return open(rest, closed)
                .then(sheet -> from.isBefore(now) ? refuse(new WithdrawnInThePast(now)) : accept(sheet))
                .map(_ -> new Changed(
                        with(List.of(), List.of(ended)),
                        List.of(),
                        List.of(ended),
                        List.of(new VehicleContractCutShort(slot, company, ended.id(), ended.vehicle(), from, now))));
    }

    private Changed replace(
            VehicleContract replaced, Span rest, Span span, Order order, Supplier<ContractIdentity> next, Instant now) {
        VehicleContract cut = replaced.cutAt(span.start());
        VehicleContract substitute = issue(next.get(), order.assignment(), order.cause(), span);
        List<VehicleContract> issued = new ArrayList<>(List.of(substitute));
        List<RouteEvent> facts = new ArrayList<>();
        facts.add(new VehicleSubstituted(
                slot, company, replaced.id(), substitute.id(), substitute.vehicle(), span.start(), now));
        returning(rest, span).ifPresent(after -> {
            VehicleContract back =
                    issue(next.get(), replaced.terms().assignment(), ContractCause.RETURN_TO_SERVICE, after);
            issued.add(back);
            facts.add(new VehicleSubstituted(
                    slot, company, substitute.id(), back.id(), back.vehicle(), after.start(), now));
        });
        return new Changed(with(issued, List.of(cut)), issued, List.of(cut), facts);
    }

    /** What is left of the interrupted contract once the substitution is over. */
    private static Optional<Span> returning(Span rest, Span span) {
        Instant end = span.end();
        return end == null ? Optional.empty() : rest.since(end).filter(_ -> rest.endsAfter(end));
    }

    private Decision<VehicleDuties, RouteRefusal> allow(Span span, VehicleDuties duties, ClosedMonths closed) {
        return open(span, closed).then(_ -> duties.suit(company)).then(suited -> suited.haveRoomFor(span));
    }

    private Decision<DispatchSheet, RouteRefusal> open(Span span, ClosedMonths closed) {
        return closed.firstTouchedBy(span)
                .<Decision<DispatchSheet, RouteRefusal>>map(month -> refuse(new MonthClosed(month)))
                .orElseGet(() -> accept(this));
    }

    private VehicleContract issue(ContractIdentity identity, Assignment assignment, ContractCause cause, Span span) {
        return VehicleContract.issue(new ContractTerms(identity, company, slot, assignment, cause), span);
    }

    private DispatchSheet with(List<VehicleContract> issued, List<VehicleContract> cut) {
        Stream<VehicleContract> kept = contracts.stream()
                .filter(contract -> cut.stream().noneMatch(it -> it.id().equals(contract.id())));
        return new DispatchSheet(
                slot,
                company,
                Stream.of(kept, cut.stream(), issued.stream())
                        .flatMap(each -> each)
                        .toList());
    }

    /** A dispatch for longer than the gap ends where the next contract begins. */
    private Span untilNext(Span wanted) {
        return contracts.stream()
                .flatMap(contract -> contract.served().stream())
                .map(Span::start)
                .filter(start -> start.isAfter(wanted.start()))
                .min(Comparator.naturalOrder())
                .flatMap(wanted::before)
                .orElse(wanted);
    }

    /** The contract that covers the instant: a run belongs to the one that covers its departure. */
    public Optional<VehicleContract> serving(Instant instant) {
        return contracts.stream().filter(contract -> contract.covers(instant)).findFirst();
    }

    /** A contract that reaches beyond the instant. */
    public Optional<VehicleContract> servedAfter(Instant instant) {
        return contracts.stream()
                .filter(contract -> contract.served()
                        .filter(span -> span.endsAfter(instant))
                        .isPresent())
                .findFirst();
    }
}
