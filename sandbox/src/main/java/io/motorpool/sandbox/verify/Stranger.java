package io.motorpool.sandbox.verify;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.Set;

/** A verifier built with Nimbus JOSE + JWT, which has read the metadata and keeps the key set as long as it may (P8). */
public final class Stranger {

    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final Duration OUTLIVES_THE_ORIGIN = Duration.ofHours(24);
    private static final int PATIENCE_MILLIS = 15_000;
    private static final int LOOKS_PER_LIFE = 4;
    private static final ResourceRetriever RETRIEVER = new DefaultResourceRetriever(2_000, 2_000);

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    private Stranger(Metadata metadata, Duration cached, Clock clock) {
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                JWSAlgorithm.RS256,
                JWKSourceBuilder.create(url(metadata.keys()), Stranger::retrieve)
                        .cache(cached.toMillis(), PATIENCE_MILLIS)
                        .refreshAheadCache(false)
                        .rateLimited(cached.dividedBy(LOOKS_PER_LIFE).toMillis())
                        .retrying(true)
                        .outageTolerant(OUTLIVES_THE_ORIGIN.toMillis())
                        .build()));
        processor.setJWTClaimsSetVerifier(new AtHisOwnTime(metadata.issuer(), clock));
    }

    /**
     * @param published below which everything is published
     * @param cached for how long he keeps the key set without looking
     * @param clock which may differ from ours as far as clocks may (P7)
     */
    public static Stranger at(URI published, Duration cached, Clock clock) {
        return new Stranger(Metadata.readFrom(published), cached, clock);
    }

    /** A set without a key is no set: to believe it would be to refuse everybody. */
    private static Resource retrieve(URL address) throws IOException {
        Resource found = RETRIEVER.retrieveResource(address);
        try {
            if (JWKSet.parse(found.getContent()).isEmpty()) {
                throw new IOException("the set has no key");
            }
            return found;
        } catch (ParseException broken) {
            throw new IOException(broken);
        }
    }

    /** What the token says, if he believes it; else why not. */
    public Verdict verify(String token) {
        try {
            return new Verdict(Optional.of(processor.process(token, null)), "");
        } catch (ParseException | BadJOSEException | JOSEException refused) {
            return new Verdict(Optional.empty(), String.valueOf(refused.getMessage()));
        }
    }

    /** @param why empty when it was accepted */
    public record Verdict(Optional<JWTClaimsSet> claims, String why) {

        public boolean accepted() {
            return claims.isPresent();
        }
    }

    private static URL url(URI address) {
        try {
            return address.toURL();
        } catch (MalformedURLException wrong) {
            throw new IllegalArgumentException("the keys are said to be at " + address, wrong);
        }
    }

    private static final class AtHisOwnTime extends DefaultJWTClaimsVerifier<SecurityContext> {

        private static final String AUDIENCE = "motorpool";

        private final Clock clock;

        AtHisOwnTime(String issuer, Clock clock) {
            super(
                    AUDIENCE,
                    new JWTClaimsSet.Builder().issuer(issuer).build(),
                    Set.of("sub", "iat", "exp", "jti", "client_id"));
            this.clock = clock;
            setMaxClockSkew((int) SKEW.toSeconds());
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
