package io.motorpool.application.drivinglog;

import io.motorpool.domain.drivinglog.EntryId;
import io.motorpool.domain.drivinglog.LogFact;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** What people said about logs. Facts are added and read, never changed: the database itself refuses it. */
public interface LogFacts {

    /** Whoever adds holds the company first, so that nothing is said while its log is being closed. */
    Uni<Void> add(LogFact fact);

    /** In the order in which they were said. */
    Uni<List<LogFact>> of(VehicleId vehicle);

    /** How many there are of all the company's vehicles: one more for each that is added. */
    Uni<Long> count(CompanyId company);

    /** The fact that put this entry in by hand. */
    Uni<Optional<LogFact>> insertion(EntryId entry);
}
