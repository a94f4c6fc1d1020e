package io.motorpool.application.route;

import io.motorpool.application.audit.Journal;
import io.motorpool.application.audit.Journal.Deed;
import io.motorpool.application.audit.Journal.Effect;
import io.motorpool.application.company.ActiveCompany;
import io.motorpool.application.company.Companies;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.PermitChange;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.route.Rate;
import io.motorpool.domain.route.Route;
import io.motorpool.domain.route.RouteEvent;
import io.motorpool.domain.route.RouteEvent.RateAgreed;
import io.motorpool.domain.route.RouteEvent.RouteChanged;
import io.motorpool.domain.route.RouteEvent.RouteEnded;
import io.motorpool.domain.route.RouteEvent.RouteOpened;
import io.motorpool.domain.route.RouteEvent.SlotAdded;
import io.motorpool.domain.route.RouteEvent.SlotEnded;
import io.motorpool.domain.route.RouteEvent.SlotRescheduled;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.route.RouteRates;
import io.motorpool.domain.route.Slot;
import io.motorpool.domain.route.SlotId;
import io.motorpool.domain.route.Timetable;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Money;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Opens, changes and closes. What is added to a route is added under its lock, so that it is not closed meanwhile. */
public final class LookAfterRoutesService implements LookAfterRoutes {

    private static final PermitChange<Route> ROUTE =
            new PermitChange<>(Permission.MANAGE_ROUTES, Thing.ROUTE, Route::company);
    private static final PermitChange<Slot> SLOT =
            new PermitChange<>(Permission.MANAGE_ROUTES, Thing.SLOT, Slot::company);

    private final UnitOfWork unitOfWork;
    private final Companies companies;
    private final Routes routes;
    private final Slots slots;
    private final DispatchSheets sheets;
    private final Books books;
    private final Journal journal;
    private final Clock clock;
    private final Supplier<UUID> nextId;

    public LookAfterRoutesService(
            UnitOfWork unitOfWork,
            Companies companies,
            Routes routes,
            Slots slots,
            DispatchSheets sheets,
            Books books,
            Journal journal,
            Clock clock,
            Supplier<UUID> nextId) {
        this.unitOfWork = unitOfWork;
        this.companies = companies;
        this.routes = routes;
        this.slots = slots;
        this.sheets = sheets;
        this.books = books;
        this.journal = journal;
        this.clock = clock;
        this.nextId = nextId;
    }

    @Override
    public Uni<Decision<RouteView, Refusal>> open(Caller caller, CompanyId company, String name) {
        return unitOfWork.inTransaction(() -> companies
                .hold(company)
                .chain(found -> Proceed.with(
                        ActiveCompany.permit(caller, Permission.MANAGE_ROUTES, found), it -> open(caller, it, name))));
    }

    private Uni<Decision<RouteView, Refusal>> open(Caller caller, Company company, String name) {
        Route route = Route.open(new RouteId(nextId.get()), company.id(), name);
        return routes.add(route)
                .chain(version -> wrote(
                        caller,
                        "open-route",
                        Map.of(),
                        new Versioned<>(route, version),
                        new RouteOpened(route.id(), route.company(), clock.instant())));
    }

    @Override
    public Uni<Decision<RouteView, Refusal>> rename(Caller caller, RouteId route, Version seen, String name) {
        return unitOfWork.inTransaction(() -> routes.find(route)
                .chain(found -> Proceed.with(
                        ROUTE.to(caller, seen, found),
                        stored -> Proceed.with(
                                stored.value().rename(name),
                                changed -> save(
                                        caller,
                                        "rename-route",
                                        stored,
                                        changed,
                                        new RouteChanged(route, changed.company(), clock.instant()))))));
    }

    @Override
    public Uni<Decision<RouteView, Refusal>> close(Caller caller, RouteId route, Version seen) {
        return unitOfWork.inTransaction(() -> routes.lock(route)
                .chain(found -> Proceed.with(
                        ROUTE.to(caller, seen, found),
                        stored -> slots.living(route)
                                .chain(living -> Proceed.with(
                                        stored.value().close(living),
                                        closed -> save(
                                                caller,
                                                "close-route",
                                                stored,
                                                closed,
                                                new RouteEnded(route, closed.company(), clock.instant())))))));
    }

    @Override
    public Uni<Decision<Rate, Refusal>> agreeRate(Caller caller, RouteId route, LocalDate validFrom, Money price) {
        return unitOfWork.inTransaction(() -> routes.lock(route)
                .chain(found -> Proceed.with(
                        openRoute(caller, Permission.AGREE_RATES, found),
                        it -> routes.ratesOf(it).chain(rates -> agree(caller, it, rates, validFrom, price)))));
    }

    private Uni<Decision<Rate, Refusal>> agree(
            Caller caller, Route route, RouteRates before, LocalDate validFrom, Money price) {
        RouteRates after = before.agree(validFrom, price);
        Rate rate = after.on(validFrom).orElseThrow();
        if (after.equals(before)) {
            return Proceed.done(rate);
        }
        Deed deed = new Deed(caller, Permission.AGREE_RATES, "agree-rate", Optional.empty());
        Effect effect = new Effect(
                route.company(),
                route.id().value(),
                before.on(validFrom).map(LookAfterRoutesService::facts).orElse(Map.of()),
                facts(rate));
        return routes.addRate(route, rate)
                .chain(() -> journal.write(
                        deed,
                        List.of(effect),
                        List.of(new RateAgreed(
                                route.id(), route.company(), rate.version(), validFrom, clock.instant()))))
                .replaceWith(() -> Decision.accept(rate));
    }

    private static Map<String, String> facts(Rate rate) {
        return Map.of(
                "rateVersion", Integer.toString(rate.version()),
                "validFrom", rate.validFrom().toString(),
                "won", Long.toString(rate.price().won()));
    }

    @Override
    public Uni<Decision<SlotView, Refusal>> addSlot(Caller caller, RouteId route, String name) {
        return unitOfWork.inTransaction(() -> routes.lock(route)
                .chain(found -> Proceed.with(
                        openRoute(caller, Permission.MANAGE_ROUTES, found), it -> addSlot(caller, it, name))));
    }

    private Uni<Decision<SlotView, Refusal>> addSlot(Caller caller, Route route, String name) {
        Slot slot = Slot.add(new SlotId(nextId.get()), route, name);
        return slots.add(slot)
                .chain(version -> wroteSlot(
                        caller,
                        "add-slot",
                        Map.of(),
                        new Versioned<>(slot, version),
                        new SlotAdded(slot.id(), slot.company(), slot.route(), clock.instant())));
    }

    private static Decision<Route, Refusal> openRoute(
            Caller caller, Permission permission, Optional<Versioned<Route>> found) {
        return Permit.to(caller, permission, Thing.ROUTE, found.map(Versioned::value), Route::company)
                .widened()
                .then(route -> route.whileOpen().widened());
    }

    @Override
    public Uni<Decision<SlotView, Refusal>> schedule(Caller caller, SlotId slot, Version seen, Timetable timetable) {
        return unitOfWork.inTransaction(() -> slots.lock(slot)
                .chain(found -> Proceed.with(
                        SLOT.to(caller, seen, found),
                        stored -> books.hold(stored.value().company())
                                .chain(closed -> Proceed.with(
                                        stored.value().schedule(timetable, closed),
                                        changed -> saveSlot(
                                                caller,
                                                "schedule-slot",
                                                stored,
                                                changed,
                                                new SlotRescheduled(
                                                        slot,
                                                        changed.company(),
                                                        timetable.validFrom(),
                                                        clock.instant())))))));
    }

    @Override
    public Uni<Decision<SlotView, Refusal>> retireSlot(Caller caller, SlotId slot, Version seen) {
        return unitOfWork.inTransaction(() -> slots.lock(slot)
                .chain(found -> Proceed.with(
                        SLOT.to(caller, seen, found),
                        stored -> sheets.of(stored.value())
                                .chain(sheet -> Proceed.with(
                                        stored.value().retire(sheet, clock.instant()),
                                        retired -> saveSlot(
                                                caller,
                                                "retire-slot",
                                                stored,
                                                retired,
                                                new SlotEnded(slot, retired.company(), clock.instant())))))));
    }

    /** What changes nothing leaves no trace. */
    private Uni<Decision<RouteView, Refusal>> save(
            Caller caller, String action, Versioned<Route> before, Route after, RouteEvent fact) {
        if (after.equals(before.value())) {
            return Proceed.done(RouteView.of(before));
        }
        return routes.save(before.with(after))
                .chain(version ->
                        wrote(caller, action, RouteView.of(before).facts(), new Versioned<>(after, version), fact));
    }

    private Uni<Decision<RouteView, Refusal>> wrote(
            Caller caller, String action, Map<String, String> before, Versioned<Route> after, RouteEvent fact) {
        RouteView view = RouteView.of(after);
        return journal.write(
                        deed(caller, action),
                        List.of(new Effect(view.company(), view.id().value(), before, view.facts())),
                        List.of(fact))
                .replaceWith(() -> Decision.accept(view));
    }

    private Uni<Decision<SlotView, Refusal>> saveSlot(
            Caller caller, String action, Versioned<Slot> before, Slot after, RouteEvent fact) {
        if (after.equals(before.value())) {
            return Proceed.done(SlotView.of(before));
        }
        return slots.save(before.with(after))
                .chain(version ->
                        wroteSlot(caller, action, SlotView.of(before).facts(), new Versioned<>(after, version), fact));
    }

    private Uni<Decision<SlotView, Refusal>> wroteSlot(
            Caller caller, String action, Map<String, String> before, Versioned<Slot> after, RouteEvent fact) {
        SlotView view = SlotView.of(after);
        return journal.write(
                        deed(caller, action),
                        List.of(new Effect(view.company(), view.id().value(), before, view.facts())),
                        List.of(fact))
                .replaceWith(() -> Decision.accept(view));
    }

    private static Deed deed(Caller caller, String action) {
        return new Deed(caller, Permission.MANAGE_ROUTES, action, Optional.empty());
    }
}
