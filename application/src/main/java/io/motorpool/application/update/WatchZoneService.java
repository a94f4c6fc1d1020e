package io.motorpool.application.update;

import io.motorpool.application.map.MapQueries;
import io.motorpool.application.map.MapQueries.VehicleRow;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.update.ShownZone.Rows;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ZoneId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks at the whole list, page by page: what happened in between two of them is seen by the next look. */
public final class WatchZoneService implements WatchZone {

    private final Lookout lookout;
    private final MapQueries map;

    public WatchZoneService(Lookout lookout, MapQueries map) {
        this.lookout = lookout;
        this.map = map;
    }

    @Override
    public Multi<Decision<Sight<ZoneChange>, Refusal>> watch(
            Watcher watcher, ZoneId zone, Period period, Optional<ZoneState> seen) {
        return Multi.createFrom()
                .deferred(() -> lookout.watch(
                        watcher,
                        toldUnder(watcher.caller(), zone),
                        caller -> rows(caller, zone, period),
                        new ShownZone(seen.orElse(null))::news));
    }

    /** Whoever acts for no company is refused by the first look. */
    private static UUID toldUnder(Caller caller, ZoneId zone) {
        return caller.profile() instanceof Profile.Business(var company) ? company.value() : zone.value();
    }

    private Uni<Decision<Rows, Refusal>> rows(Caller caller, ZoneId zone, Period period) {
        return more(caller, zone, period, List.of(), new Page.Request(Page.Request.LARGEST, Optional.empty()));
    }

    private Uni<Decision<Rows, Refusal>> more(
            Caller caller, ZoneId zone, Period period, List<VehicleRow> before, Page.Request page) {
        return Proceed.with(map.vehicles(caller, zone, period, page), found -> {
            List<VehicleRow> all = new ArrayList<>(before);
            all.addAll(found.items());
            return found.next().isPresent() && all.size() < MOST_VEHICLES
                    ? more(caller, zone, period, all, new Page.Request(page.limit(), found.next()))
                    : Proceed.done(new Rows(all, found.next().isPresent()));
        });
    }
}
