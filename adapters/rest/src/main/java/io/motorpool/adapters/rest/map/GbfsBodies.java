package io.motorpool.adapters.rest.map;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What every feed of GBFS 3.1 has, and those about the company itself. In its words, as far as a fleet of shared cars fills them. */
final class GbfsBodies {

    static final String VERSION = "3.1";
    private static final String KOREAN = "ko";

    private GbfsBodies() {}

    @Schema(name = "GbfsText", description = "A text in one language (BCP 47)")
    record TextBody(
            @Schema(required = true) String text,
            @Schema(required = true, examples = "ko") String language) {

        static List<TextBody> of(String text) {
            return List.of(new TextBody(text, KOREAN));
        }
    }

    @Schema(name = "GbfsDiscovery")
    record DiscoveryBody(
            @JsonProperty("last_updated") @Schema(required = true)
            Instant lastUpdated,

            @Schema(required = true, description = "Seconds until it is worth asking again")
            int ttl,

            @Schema(required = true, examples = VERSION) String version,
            @Schema(required = true) FeedsBody data) {}

    @Schema(name = "GbfsFeeds")
    record FeedsBody(@Schema(required = true) List<FeedBody> feeds) {}

    @Schema(name = "GbfsFeed")
    record FeedBody(
            @Schema(required = true) String name,
            @Schema(required = true) String url) {}

    @Schema(name = "GbfsSystemInformation")
    record SystemInformationBody(
            @JsonProperty("last_updated") @Schema(required = true)
            Instant lastUpdated,

            @Schema(required = true) int ttl,
            @Schema(required = true) String version,
            @Schema(required = true) SystemBody data) {}

    @Schema(name = "GbfsSystem")
    record SystemBody(
            @JsonProperty("system_id") @Schema(required = true)
            String systemId,

            @Schema(required = true) List<String> languages,
            @Schema(required = true) List<TextBody> name,

            @JsonProperty("opening_hours") @Schema(required = true)
            String openingHours,

            @JsonProperty("feed_contact_email") @Schema(required = true)
            String feedContactEmail,

            @Schema(required = true) String timezone) {}

    /** GBFS knows no fractions of a second. */
    static Instant seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }
}
