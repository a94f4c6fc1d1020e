package io.motorpool.application.route;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.route.Rate;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.route.SlotId;
import io.motorpool.domain.route.Timetable;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Money;
import io.motorpool.domain.shared.Version;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;

/** The division writes down which routes a company has, what they cost, and when they depart. */
public interface LookAfterRoutes {

    Uni<Decision<RouteView, Refusal>> open(Caller caller, CompanyId company, String name);

    Uni<Decision<RouteView, Refusal>> rename(Caller caller, RouteId route, Version seen, String name);

    /** It can be read for ever; nothing can be added to it. */
    Uni<Decision<RouteView, Refusal>> close(Caller caller, RouteId route, Version seen);

    /** Moves nothing that is captured already. */
    Uni<Decision<Rate, Refusal>> agreeRate(Caller caller, RouteId route, LocalDate validFrom, Money price);

    Uni<Decision<SlotView, Refusal>> addSlot(Caller caller, RouteId route, String name);

    Uni<Decision<SlotView, Refusal>> schedule(Caller caller, SlotId slot, Version seen, Timetable timetable);

    Uni<Decision<SlotView, Refusal>> retireSlot(Caller caller, SlotId slot, Version seen);
}
