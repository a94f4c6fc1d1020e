package io.motorpool.adapters.telematics;

import io.motorpool.application.key.VehicleControl;
import io.motorpool.domain.key.KeyOrder;
import io.motorpool.domain.key.VehicleOrder;
import io.motorpool.domain.key.VehicleState;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Where no devices are set up no vehicle answers, and what is meant for one waits until there are some. */
final class NoTelematics implements VehicleControl {

    @Override
    public Uni<Optional<VehicleState>> state(VehicleId vehicle) {
        return Uni.createFrom().item(Optional.empty());
    }

    @Override
    public Uni<KeyAnswer> obey(KeyOrder order) {
        return Uni.createFrom().item(new KeyAnswer.NotDone());
    }

    @Override
    public Uni<Operated> operate(UUID id, VehicleOrder order) {
        return Uni.createFrom().item(Operated.SILENT);
    }
}
