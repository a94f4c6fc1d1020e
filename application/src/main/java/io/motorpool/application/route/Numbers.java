package io.motorpool.application.route;

import io.smallrye.mutiny.Uni;

/** Series of numbers that only go up. What is drawn is never drawn again, even if the unit of work comes to nothing. */
public interface Numbers {

    Uni<Long> draw(Series series);

    /** What numbers are drawn for. */
    enum Series {
        VEHICLE_CONTRACT,
        SETTLEMENT
    }
}
