package io.motorpool.adapters.persistence.route;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.domain.route.Assignment;
import io.motorpool.domain.route.ContractCause;
import io.motorpool.domain.route.ContractIdentity;
import io.motorpool.domain.route.ContractTerms;
import io.motorpool.domain.route.SlotId;
import io.motorpool.domain.route.Span;
import io.motorpool.domain.route.VehicleContract;
import io.motorpool.domain.route.VehicleContractId;
import io.motorpool.domain.route.VehicleContractNumber;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import java.time.Instant;

/** Between rows and vehicle contracts. One without a beginning is void. */
final class ContractMapper {

    /** What {@link #contract} reads, for a table that is called {@code t}. */
    static final String COLUMNS =
            "t.id, t.number, t.company_id, t.slot_id, t.vehicle_id, t.chauffeur_id, t.cause, t.start_at, t.end_at";

    private ContractMapper() {}

    static VehicleContract contract(Columns columns) {
        ContractTerms terms = new ContractTerms(
                new ContractIdentity(new VehicleContractId(columns.uuid()), new VehicleContractNumber(columns.text())),
                new CompanyId(columns.uuid()),
                new SlotId(columns.uuid()),
                new Assignment(new VehicleId(columns.uuid()), new UserId(columns.uuid())),
                columns.constant(ContractCause.class));
        Instant start = columns.instantOrNull();
        return start == null
                ? new VehicleContract.Void(terms)
                : VehicleContract.issue(terms, new Span(start, columns.instantOrNull()));
    }
}
