package io.motorpool.application.route;

import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.route.Drift;
import io.motorpool.domain.route.Rate;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.route.RunId;
import io.motorpool.domain.route.SlotId;
import io.motorpool.domain.route.VehicleContractNumber;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** What is driven for a company, and what it costs. */
public interface RouteQueries {

    Uni<Decision<RouteView, Refusal>> route(Caller caller, RouteId route);

    Uni<Decision<Page<RouteView>, Refusal>> routes(Caller caller, CompanyId company, Page.Request page);

    Uni<Decision<List<Rate>, Refusal>> rates(Caller caller, RouteId route);

    Uni<Decision<SlotView, Refusal>> slot(Caller caller, SlotId slot);

    Uni<Decision<Page<SlotView>, Refusal>> slots(Caller caller, RouteId route, Page.Request page);

    /** Every contract of the slot, in the order in which they serve; void ones last. */
    Uni<Decision<List<ContractView>, Refusal>> contracts(Caller caller, SlotId slot);

    /** By the number that stands on paper and in the ERP. */
    Uni<Decision<ContractView, Refusal>> contract(Caller caller, VehicleContractNumber number);

    /** Chauffeurs see those that they drive. */
    Uni<Decision<RunView, Refusal>> run(Caller caller, RunId run);

    Uni<Decision<Page<RunView>, Refusal>> runs(
            Caller caller, Optional<CompanyId> company, LocalDate serviceDate, Page.Request page);

    /** The runs that the caller drives as a chauffeur on that day, in order of their departure. */
    Uni<Decision<List<RunView>, Refusal>> ownRuns(Caller caller, LocalDate serviceDate);

    /** What has no price because something is missing: each of them keeps the month from being confirmed. */
    Uni<Decision<Page<UnpricedRun>, Refusal>> unpriced(
            Caller caller, CompanyId company, YearMonth month, Page.Request page);

    /** What captured prices would be if they were captured today. Nothing follows from it. */
    Uni<Decision<List<Drift>, Refusal>> drift(Caller caller, RouteId route, YearMonth month);
}
