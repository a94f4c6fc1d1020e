package io.motorpool.application.settlement;

import io.motorpool.application.route.ARoad;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.settlement.ConfirmationPolicy;

/** The use cases of settlement on a road, with an ERP that can misbehave. */
public final class AnOffice {

    public final ARoad road = new ARoad();
    public final InMemoryErpLedger ledger = new InMemoryErpLedger(road.clock);
    final InMemoryVehicleRegister register = new InMemoryVehicleRegister(road.clock);
    final SettlementDesk desk =
            new SettlementDesk(road.settlements, road.numbers, road.traces.journal(), road.clock, Ids::next);

    public SettleMonth settleMonth() {
        return settleMonth(ConfirmationPolicy.MAKER_IS_NOT_CHECKER);
    }

    SettleMonth settleMonth(ConfirmationPolicy policy) {
        return new SettleMonthService(
                road.unitOfWork,
                road.companies,
                road.books,
                road.settlements,
                road.sources,
                road.snapshots,
                desk,
                policy,
                road.clock);
    }

    public EditExtraCosts editExtraCosts() {
        return new EditExtraCostsService(
                road.unitOfWork, road.companies, road.books, road.routes, road.costs, desk, road.clock, Ids::next);
    }

    public NameErpAccount nameErpAccount() {
        return new NameErpAccountService(road.unitOfWork, road.companies, road.accounts, road.traces.journal());
    }

    public PostSettlements postSettlements() {
        return postSettlements(ledger);
    }

    PostSettlements postSettlements(ErpLedger erp) {
        return new PostSettlementsService(
                road.unitOfWork, road.settlements, road.snapshots, road.accounts, erp, desk, road.clock);
    }

    public PressSettlement pressSettlement() {
        return new PressSettlementService(
                road.unitOfWork,
                road.companies,
                road.jobs,
                road.settlements,
                road.sources,
                road.capturePrices(),
                settleMonth(),
                road.clock,
                Ids::next);
    }

    RegisterVehicles registerVehicles() {
        return registerVehicles(register);
    }

    RegisterVehicles registerVehicles(VehicleRegister erp) {
        return new RegisterVehiclesService(
                road.unitOfWork, road.calls, road.sheets, road.vehicles, erp, road.traces.journal(), road.clock);
    }

    public SettlementQueries queries() {
        return new SettlementQueriesService(
                road.unitOfWork,
                road.companies,
                road.settlements,
                road.sources,
                road.snapshots,
                road.routes,
                road.accounts,
                ledger,
                road.clock);
    }

    public ExportStatement exportStatement(StatementWorkbooks workbooks) {
        return new ExportStatementService(queries(), workbooks);
    }

    public ExchangeExtraCosts exchangeExtraCosts(ExtraCostWorkbooks workbooks) {
        return new ExchangeExtraCostsService(road.unitOfWork, road.companies, road.routes, workbooks, editExtraCosts());
    }
}
