package io.motorpool.bootstrap;

import io.motorpool.application.audit.Journal;
import io.motorpool.application.company.Companies;
import io.motorpool.application.fleet.Vehicles;
import io.motorpool.application.route.Books;
import io.motorpool.application.route.CapturePrices;
import io.motorpool.application.route.DispatchSheets;
import io.motorpool.application.route.Numbers;
import io.motorpool.application.route.ReportRuns;
import io.motorpool.application.route.Routes;
import io.motorpool.application.route.Runs;
import io.motorpool.application.route.Slots;
import io.motorpool.application.route.VehicleCalls;
import io.motorpool.application.settlement.*;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.settlement.ConfirmationPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The use cases of the settlement context. */
@ApplicationScoped
class SettlementUseCases {

    private static final Logger LOG = Logger.getLogger(SettlementUseCases.class);

    @Produces
    @Singleton
    SettlementDesk desk(Settlements settlements, Numbers numbers, Journal journal, Clock clock, Supplier<UUID> nextId) {
        return new SettlementDesk(settlements, numbers, journal, clock, nextId);
    }

    @Produces
    @Singleton
    EditExtraCosts editExtraCosts(
            UnitOfWork unitOfWork,
            Companies companies,
            Books books,
            Routes routes,
            ExtraCosts costs,
            SettlementDesk desk,
            Clock clock,
            Supplier<UUID> nextId) {
        return new EditExtraCostsService(unitOfWork, companies, books, routes, costs, desk, clock, nextId);
    }

    @Produces
    @Singleton
    NameErpAccount nameErpAccount(UnitOfWork unitOfWork, Companies companies, ErpAccounts accounts, Journal journal) {
        return new NameErpAccountService(unitOfWork, companies, accounts, journal);
    }

    @Produces
    @Singleton
    SettleMonth settleMonth(
            UnitOfWork unitOfWork,
            Companies companies,
            Books books,
            Settlements settlements,
            SettlementSources sources,
            Snapshots snapshots,
            SettlementDesk desk,
            SettlementSettings settings,
            Clock clock) {
        if (settings.confirmation() != ConfirmationPolicy.MAKER_IS_NOT_CHECKER) {
            LOG.infof("whoever edited a settlement last may confirm it here: %s", settings.confirmation());
        }
        return new SettleMonthService(
                unitOfWork, companies, books, settlements, sources, snapshots, desk, settings.confirmation(), clock);
    }

    @Produces
    @Singleton
    PressSettlement pressSettlement(
            UnitOfWork unitOfWork,
            Companies companies,
            SettlementJobs jobs,
            Settlements settlements,
            SettlementSources sources,
            CapturePrices capture,
            SettleMonth settle,
            Clock clock,
            Supplier<UUID> nextId) {
        return new PressSettlementService(
                unitOfWork, companies, jobs, settlements, sources, capture, settle, clock, nextId);
    }

    @Produces
    @Singleton
    PostSettlements postSettlements(
            UnitOfWork unitOfWork,
            Settlements settlements,
            Snapshots snapshots,
            ErpAccounts accounts,
            ErpLedger ledger,
            SettlementDesk desk,
            Clock clock) {
        return new PostSettlementsService(unitOfWork, settlements, snapshots, accounts, ledger, desk, clock);
    }

    @Produces
    @Singleton
    RegisterVehicles registerVehicles(
            UnitOfWork unitOfWork,
            VehicleCalls calls,
            DispatchSheets sheets,
            Vehicles vehicles,
            VehicleRegister register,
            Journal journal,
            Clock clock) {
        return new RegisterVehiclesService(unitOfWork, calls, sheets, vehicles, register, journal, clock);
    }

    @Produces
    @Singleton
    ExchangeRuns exchangeRuns(
            UnitOfWork unitOfWork,
            Companies companies,
            Routes routes,
            Slots slots,
            Runs runs,
            Books books,
            RunWorkbooks workbooks,
            ReportRuns reports,
            Clock clock) {
        return new ExchangeRunsService(unitOfWork, companies, routes, slots, runs, books, workbooks, reports, clock);
    }

    @Produces
    @Singleton
    SettlementQueries settlementQueries(
            UnitOfWork unitOfWork,
            Companies companies,
            Settlements settlements,
            SettlementSources sources,
            Snapshots snapshots,
            Routes routes,
            ErpAccounts accounts,
            ErpLedger ledger,
            Clock clock) {
        return new SettlementQueriesService(
                unitOfWork, companies, settlements, sources, snapshots, routes, accounts, ledger, clock);
    }

    @Produces
    @Singleton
    ExportStatement exportStatement(SettlementQueries queries, StatementWorkbooks workbooks) {
        return new ExportStatementService(queries, workbooks);
    }

    @Produces
    @Singleton
    ExchangeExtraCosts exchangeExtraCosts(
            UnitOfWork unitOfWork,
            Companies companies,
            Routes routes,
            ExtraCostWorkbooks workbooks,
            EditExtraCosts costs) {
        return new ExchangeExtraCostsService(unitOfWork, companies, routes, workbooks, costs);
    }
}
