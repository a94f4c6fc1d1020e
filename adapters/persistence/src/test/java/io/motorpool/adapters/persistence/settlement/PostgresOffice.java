package io.motorpool.adapters.persistence.settlement;

import static io.motorpool.application.route.RouteGround.NOVEMBER;
import static io.motorpool.application.shared.Callers.aSettlementApprover;
import static io.motorpool.application.shared.Callers.aSettlementClerk;
import static io.motorpool.application.shared.Callers.anAuditor;

import io.motorpool.adapters.persistence.OnPostgres;
import io.motorpool.application.audit.AuditTrail;
import io.motorpool.application.audit.Journal;
import io.motorpool.application.company.Companies;
import io.motorpool.application.route.Books;
import io.motorpool.application.route.CapturePrices;
import io.motorpool.application.route.CapturePricesService;
import io.motorpool.application.route.Charges;
import io.motorpool.application.route.Numbers;
import io.motorpool.application.route.RouteGround;
import io.motorpool.application.route.Routes;
import io.motorpool.application.settlement.ErpAccounts;
import io.motorpool.application.settlement.InMemoryErpLedger;
import io.motorpool.application.settlement.PostSettlements;
import io.motorpool.application.settlement.PostSettlementsService;
import io.motorpool.application.settlement.SettleMonth;
import io.motorpool.application.settlement.SettleMonthService;
import io.motorpool.application.settlement.SettlementDesk;
import io.motorpool.application.settlement.SettlementQueries;
import io.motorpool.application.settlement.SettlementQueries.Verified;
import io.motorpool.application.settlement.SettlementQueriesService;
import io.motorpool.application.settlement.SettlementSources;
import io.motorpool.application.settlement.SettlementView;
import io.motorpool.application.settlement.Settlements;
import io.motorpool.application.settlement.Snapshots;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.MovedClock;
import io.motorpool.application.shared.Outbox;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Decision.Accepted;
import io.motorpool.domain.Decision.Refused;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.settlement.ConfirmationPolicy;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** The use cases of settlement on everything that is kept in PostgreSQL, with an ERP in memory. */
final class PostgresOffice {

    final MovedClock clock = new MovedClock(RouteGround.DECEMBER_5TH);
    final InMemoryErpLedger ledger = new InMemoryErpLedger(clock);

    private final OnPostgres ground;
    private final UnitOfWork unitOfWork = OnPostgres.port(UnitOfWork.class);
    private final Companies companies = OnPostgres.port(Companies.class);
    private final Settlements settlements = OnPostgres.port(Settlements.class);
    private final Snapshots snapshots = OnPostgres.port(Snapshots.class);
    private final SettlementSources sources = OnPostgres.port(SettlementSources.class);
    private final Journal journal =
            new Journal(OnPostgres.port(AuditTrail.class), OnPostgres.port(Outbox.class), clock, Ids::next);
    private final SettlementDesk desk =
            new SettlementDesk(settlements, OnPostgres.port(Numbers.class), journal, clock, Ids::next);

    PostgresOffice(OnPostgres ground) {
        this.ground = ground;
    }

    SettleMonth settleMonth() {
        return new SettleMonthService(
                unitOfWork,
                companies,
                OnPostgres.port(Books.class),
                settlements,
                sources,
                snapshots,
                desk,
                ConfirmationPolicy.MAKER_IS_NOT_CHECKER,
                clock);
    }

    PostSettlements postSettlements() {
        return new PostSettlementsService(
                unitOfWork, settlements, snapshots, OnPostgres.port(ErpAccounts.class), ledger, desk, clock);
    }

    CapturePrices capturePrices() {
        return new CapturePricesService(unitOfWork, companies, OnPostgres.port(Charges.class), journal, clock);
    }

    private SettlementQueries queries() {
        return new SettlementQueriesService(
                unitOfWork,
                companies,
                settlements,
                sources,
                snapshots,
                OnPostgres.port(Routes.class),
                OnPostgres.port(ErpAccounts.class),
                ledger,
                clock);
    }

    SettlementView calculated(CompanyId company) {
        return accepted(() -> settleMonth().calculate(aSettlementClerk(), company, NOVEMBER));
    }

    Decision<SettlementView, Refusal> confirm(SettlementView seen) {
        return ground.result(
                () -> settleMonth().confirm(aSettlementApprover(), seen.head().id(), seen.version()));
    }

    SettlementView confirmed(CompanyId company) {
        SettlementView seen = calculated(company);
        return accepted(
                () -> settleMonth().confirm(aSettlementApprover(), seen.head().id(), seen.version()));
    }

    SettlementView posted(SettlementView confirmed) {
        return accepted(() ->
                postSettlements().post(aSettlementApprover(), confirmed.head().id(), confirmed.version()));
    }

    Verified verified(CompanyId company) {
        return accepted(() -> queries().verify(anAuditor(), company));
    }

    private <T> T accepted(Supplier<Uni<Decision<T, Refusal>>> step) {
        return switch (ground.result(step)) {
            case Accepted<T, Refusal>(var value) -> value;
            case Refused<T, Refusal>(var reason) -> throw new AssertionError("refused: " + reason);
        };
    }
}
