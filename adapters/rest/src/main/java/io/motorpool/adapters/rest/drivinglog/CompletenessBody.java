package io.motorpool.adapters.rest.drivinglog;

import io.motorpool.domain.drivinglog.Completeness;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many entries stand where, counted both ways: whoever doubts it can add up. */
@Schema(name = "DrivingLogCompleteness")
record CompletenessBody(
        @Schema(required = true, minimum = "0", description = "Every reservation of the period, and every trip put in")
        long entries,

        @Schema(required = true, minimum = "0") long included,
        @Schema(required = true, minimum = "0") long excluded,
        @Schema(required = true, minimum = "0") long needsReview,

        @Schema(required = true, description = "Whether the three are all there is")
        boolean addsUp,

        @Schema(required = true, description = "How many of each basis, reason and question; those that there are")
        Map<String, Long> byReason) {

    static CompletenessBody of(Completeness counted) {
        Map<String, Long> byReason = new TreeMap<>();
        counted.included().forEach((basis, count) -> byReason.put(basis.name(), count));
        counted.excluded().forEach((why, count) -> byReason.put(why.name(), count));
        counted.needsReview().forEach((question, count) -> byReason.put(question.name(), count));
        return new CompletenessBody(
                counted.entries(),
                counted.totalIncluded(),
                counted.totalExcluded(),
                counted.totalNeedingReview(),
                counted.addsUp(),
                byReason);
    }
}
