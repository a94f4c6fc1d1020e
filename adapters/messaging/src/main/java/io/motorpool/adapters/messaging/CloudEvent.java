package io.motorpool.adapters.messaging;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * CloudEvents 1.0, structured mode.
 *
 * @param company an extension: subscribers of one company can drop the rest without reading the data; absent from facts
 *     that are no company's
 */
@JsonPropertyOrder({
    "specversion",
    "id",
    "source",
    "type",
    "subject",
    "time",
    "datacontenttype",
    "dataschema",
    "company",
    "data"
})
record CloudEvent(
        String specversion,
        UUID id,
        String source,
        String type,
        UUID subject,
        String time,
        String datacontenttype,
        URI dataschema,
        @Nullable UUID company,
        Record data) {}
