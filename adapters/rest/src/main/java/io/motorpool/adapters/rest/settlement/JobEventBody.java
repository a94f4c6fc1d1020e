package io.motorpool.adapters.rest.settlement;

import io.motorpool.adapters.rest.settlement.SettlementJobBody.ItemBody;
import io.motorpool.adapters.rest.settlement.SettlementJobBody.ProgressBody;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What has happened since the event before: how far the job is, and what became of which companies meanwhile. */
@Schema(name = "SettlementJobEvent")
record JobEventBody(
        @Schema(required = true) ProgressBody progress,

        @Schema(required = true, description = "Those that were settled since the event before; in the first event all")
        List<ItemBody> settled) {}
