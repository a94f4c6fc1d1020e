package io.motorpool.domain.reservation;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;

import io.motorpool.domain.Decision;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import java.util.List;

/**
 * When one driver has a vehicle, whichever and for whichever company: one driver, one car (P17).
 */
public record DriverAgenda(UserId driver, List<Engagement> engagements) {

    /** One reservation of the driver that waits or is running. */
    public record Engagement(ReservationId reservation, CompanyId company, Period period) {}

    public DriverAgenda {
        engagements = List.copyOf(engagements);
    }

    /**
     * Whether the driver can take on this reservation. The period in the way is told only inside the company that owns
     * it; to any other, the driver is busy and that is all (C1).
     */
    public Decision<DriverAgenda, ReservationRefusal> admits(
            ReservationId reservation, CompanyId company, Period period) {
        return engagements.stream()
                .filter(other -> !other.reservation().equals(reservation))
                .filter(other -> other.period().overlaps(period))
                .findFirst()
                .<Decision<DriverAgenda, ReservationRefusal>>map(clash -> refuse(
                        new ReservationRefusal.DriverBusy(clash.company().equals(company) ? clash.period() : null)))
                .orElseGet(() -> accept(this));
    }
}
