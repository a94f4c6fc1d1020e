package io.motorpool.domain.drivinglog;

import java.util.Optional;

/**
 * What part of the distance was the company's (업무사용비율).
 *
 * @param businessKm commuting included
 */
public record BusinessRatio(long businessKm, long totalKm) {

    public BusinessRatio {
        if (businessKm < 0 || businessKm > totalKm) {
            throw new IllegalArgumentException("%d km of business are no part of %d km".formatted(businessKm, totalKm));
        }
    }

    /** Between 0 and 1; empty when nothing was driven. */
    public Optional<Double> value() {
        return totalKm == 0 ? Optional.empty() : Optional.of((double) businessKm / totalKm);
    }
}
