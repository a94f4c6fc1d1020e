package io.motorpool.application.reconciliation;

import io.motorpool.domain.reconciliation.LegacyRow;
import io.motorpool.domain.reconciliation.Masters;
import io.smallrye.mutiny.Uni;
import java.util.Collection;

/** What Motorpool itself knows of what legacy rows speak of. */
public interface MasterRecords {

    /** The companies, vehicles and members that any of the rows names, as they are now; those that there are not are left out. */
    Uni<Masters> of(Collection<LegacyRow> rows);
}
