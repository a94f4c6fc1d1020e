package io.motorpool.application.reservation;

import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Whose vehicle is it? The question before every other one about a vehicle. */
public interface VehicleOwners {

    Uni<Optional<CompanyId>> ownerOf(VehicleId vehicle);
}
