package io.motorpool.application.identity;

import java.net.URI;

/**
 * The words by which our tokens say who issued them and for whom.
 *
 * @param url what tokens call us; the metadata is found below it (RFC 8414)
 * @param audience whoever a token is for
 */
public record Issuer(String url, String audience) {

    public Issuer {
        URI parsed = URI.create(url);
        boolean plain = parsed.getHost() != null && parsed.getRawQuery() == null && parsed.getRawFragment() == null;
        if (!"https".equals(parsed.getScheme()) || !plain || url.endsWith("/")) {
            throw new IllegalArgumentException(
                    "an issuer is an https URL without query, fragment and last slash, not " + url);
        }
        if (audience.isBlank()) {
            throw new IllegalArgumentException("a token is for somebody");
        }
    }
}
