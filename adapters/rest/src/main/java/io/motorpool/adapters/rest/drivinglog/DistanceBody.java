package io.motorpool.adapters.rest.drivinglog;

import io.motorpool.domain.drivinglog.BusinessRatio;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The foot of the form. */
@Schema(name = "DrivingLogDistance")
record DistanceBody(
        @Schema(required = true, minimum = "0", description = "⑪ Everything that the odometer moved in the period")
        long totalKm,

        @Schema(required = true, minimum = "0", description = "⑫ What of it was the company's, commuting included")
        long businessKm,

        @Schema(minimum = "0", maximum = "1", description = "⑬ ⑫/⑪; absent when nothing was driven") @Nullable
        Double ratio) {

    static DistanceBody of(BusinessRatio ratio) {
        return new DistanceBody(
                ratio.totalKm(), ratio.businessKm(), ratio.value().orElse(null));
    }
}
