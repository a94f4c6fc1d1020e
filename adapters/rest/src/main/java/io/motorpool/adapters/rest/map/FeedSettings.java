package io.motorpool.adapters.rest.map;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** What a deployment says of the feeds of its companies' fleets. */
@ConfigMapping(prefix = "motorpool.feed")
public interface FeedSettings {

    /** Under which the API is reached from outside: feeds name each other by their full addresses. */
    URI address();

    /** Whom somebody can write to who reads the feeds. */
    String contact();
}
