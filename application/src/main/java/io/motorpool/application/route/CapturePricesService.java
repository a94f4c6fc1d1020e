package io.motorpool.application.route;

import io.motorpool.application.audit.Journal;
import io.motorpool.application.audit.Journal.Deed;
import io.motorpool.application.audit.Journal.Effect;
import io.motorpool.application.company.Companies;
import io.motorpool.application.company.NamedCompany;
import io.motorpool.application.route.Charges.Captured;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.route.RouteEvent.PricesCaptured;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A page of companies at a time, in one statement and one unit of work: what is done is done, the rest is done next time. */
public final class CapturePricesService implements CapturePrices {

    /** A month of 1,000 runs each takes a second or so; the database gives up on a statement after five. */
    private static final int COMPANIES_AT_ONCE = 25;

    private final UnitOfWork unitOfWork;
    private final Companies companies;
    private final Charges charges;
    private final Journal journal;
    private final Clock clock;

    public CapturePricesService(
            UnitOfWork unitOfWork, Companies companies, Charges charges, Journal journal, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.companies = companies;
        this.charges = charges;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Uni<Decision<Report, Refusal>> capture(Caller caller, Optional<CompanyId> company, YearMonth month) {
        if (company.isPresent()) {
            return Proceed.with(
                    unitOfWork.reading(
                            () -> NamedCompany.permit(companies, caller, Permission.CAPTURE_PRICES, company.get())),
                    allowed -> captureOf(caller, List.of(allowed), month).map(Decision::accept));
        }
        return Proceed.with(
                Permit.anywhere(caller, Permission.CAPTURE_PRICES),
                allowed -> from(allowed, Optional.empty(), month, new Report(0, List.of()))
                        .map(Decision::accept));
    }

    private Uni<Report> from(Caller caller, Optional<Page.Cursor> cursor, YearMonth month, Report so) {
        return unitOfWork
                .reading(() -> companies.list(
                        CompanyScope.of(caller, Optional.empty()), new Page.Request(COMPANIES_AT_ONCE, cursor)))
                .chain(page -> {
                    List<CompanyId> ids = page.items().stream()
                            .map(stored -> stored.value().id())
                            .toList();
                    return captureOf(caller, ids, month)
                            .map(report -> sum(so, report))
                            .chain(sum -> page.next().isEmpty()
                                    ? Uni.createFrom().item(sum)
                                    : from(caller, page.next(), month, sum));
                });
    }

    private Uni<Report> captureOf(Caller caller, List<CompanyId> ids, YearMonth month) {
        return unitOfWork
                .inTransaction(() ->
                        charges.capture(ids, month, clock.instant()).chain(captured -> write(caller, month, captured)))
                .onFailure(RuntimeException.class)
                .recoverWithItem(new Report(0, ids));
    }

    private Uni<Report> write(Caller caller, YearMonth month, List<Captured> captured) {
        Deed deed = new Deed(caller, Permission.CAPTURE_PRICES, "capture-prices", Optional.empty());
        List<Effect> effects = captured.stream()
                .map(it -> new Effect(
                        it.company(),
                        it.company().value(),
                        Map.of(),
                        Map.of("month", month.toString(), "runs", Long.toString(it.runs()))))
                .toList();
        List<PricesCaptured> facts = captured.stream()
                .map(it -> new PricesCaptured(it.company(), month, it.runs(), clock.instant()))
                .toList();
        long runs = captured.stream().mapToLong(Captured::runs).sum();
        return journal.write(deed, effects, facts).replaceWith(() -> new Report(runs, List.of()));
    }

    private static Report sum(Report one, Report other) {
        return new Report(
                one.runs() + other.runs(),
                Stream.concat(one.failed().stream(), other.failed().stream()).toList());
    }
}
