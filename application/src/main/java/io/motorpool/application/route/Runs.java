package io.motorpool.application.route;

import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.route.Run;
import io.motorpool.domain.route.RunId;
import io.motorpool.domain.route.SlotId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Every departure that was ever planned. No two of a slot depart at the same instant. */
public interface Runs {

    Uni<Optional<Versioned<Run>>> find(RunId id);

    /** All of the slot from the one service date to the other, both included, in order of their departure. */
    Uni<List<Versioned<Run>>> between(SlotId slot, LocalDate first, LocalDate last);

    /** Fails with {@link io.motorpool.application.shared.ContendedException} when one of the departures is taken. */
    Uni<Void> addAll(List<Run.Scheduled> planned);

    /**
     * All of them, or none. Fails with {@link io.motorpool.application.shared.ContendedException} when one of them has
     * changed since.
     */
    Uni<List<Version>> saveAll(List<? extends Versioned<? extends Run>> changed);

    /** One service date's, in order of their id. */
    Uni<Page<Versioned<Run>>> list(CompanyScope scope, LocalDate serviceDate, Page.Request page);
}
