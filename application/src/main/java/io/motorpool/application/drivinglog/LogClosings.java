package io.motorpool.application.drivinglog;

import io.motorpool.domain.drivinglog.LogClosing;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Which periods are closed. Added and read, never changed: the database itself refuses it. */
public interface LogClosings {

    /** In order of their periods. */
    Uni<List<LogClosing>> of(CompanyId company);

    /**
     * Closes a period, unless a day of it is closed already. Which of two racing callers comes first, the store decides.
     *
     * @return whether it was closed; if not, nothing was stored
     */
    Uni<Boolean> add(LogClosing closing);
}
