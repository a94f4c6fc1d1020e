package io.motorpool.adapters.rest.settlement;

import io.motorpool.adapters.rest.Problem;
import io.motorpool.adapters.rest.settlement.ExtraCostsResource.ImportedBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far the import of a workbook is. The last event says what it came to. */
@Schema(name = "ExtraCostsImportEvent")
record ImportEventBody(
        @Schema(required = true) Step step,

        @Schema(minimum = "0", description = "How many rows were understood; of the first event") @Nullable
        Integer rows,

        @Schema(description = "What it came to, when it was taken") @Nullable
        ImportedBody imported,

        @Schema(description = "Why nothing was stored, when it was not") @Nullable
        Problem problem) {

    /** What has just happened. */
    @Schema(name = "ExtraCostsImportStep")
    enum Step {
        READ,
        TAKEN,
        REFUSED
    }

    static ImportEventBody read(int rows) {
        return new ImportEventBody(Step.READ, rows, null, null);
    }

    static ImportEventBody taken(ImportedBody imported) {
        return new ImportEventBody(Step.TAKEN, null, imported, null);
    }

    static ImportEventBody refused(Problem problem) {
        return new ImportEventBody(Step.REFUSED, null, null, problem);
    }
}
