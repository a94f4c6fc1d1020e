package io.motorpool.adapters.rest;

import io.motorpool.application.shared.Explained;
import io.motorpool.application.shared.RefusalCatalogue;
import io.motorpool.domain.Refusal;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why something that is shown cannot be had: what would be answered to who asked for it at once. */
@Schema(name = "WhyNot", description = "What would be answered to who asks for it at once")
public record WhyNotBody(
        @Schema(required = true, examples = "vehicle-taken") String code,
        @Schema(required = true) String detail,

        @Schema(required = true, description = "Those of the problem that would be answered")
        Map<String, String> facts) {

    public static WhyNotBody of(Refusal refusal) {
        Explained explained = RefusalCatalogue.explain(refusal);
        return new WhyNotBody(explained.code(), explained.sentence(), explained.facts());
    }
}
