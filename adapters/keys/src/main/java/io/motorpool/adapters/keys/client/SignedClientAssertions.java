package io.motorpool.adapters.keys.client;

import io.motorpool.adapters.keys.jws.Claims;
import io.motorpool.adapters.keys.jws.Jws;
import io.motorpool.application.identity.ClientAssertions;
import io.motorpool.domain.identity.ClientAssertion;
import io.motorpool.domain.identity.RsaPublicKey;
import io.motorpool.domain.shared.UserId;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Assertions as RFC 7523 has them. A header need not name the key: a service has two at most. An audience beside ours is
 * refused, since whoever else the words were meant for could show them here.
 */
public final class SignedClientAssertions implements ClientAssertions {

    private static final Logger LOG = Logger.getLogger(SignedClientAssertions.class);
    private static final int LONGEST = 4_096;

    @Override
    public Optional<UserId> claimedBy(String assertion) {
        try {
            return Optional.of(client(read(assertion).unverified()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<ClientAssertion> verify(String assertion, List<RsaPublicKey> registered, String audience) {
        try {
            Jws jws = read(assertion);
            return registered.stream()
                    .filter(key -> !jws.namesKey() || key.id().equals(jws.key()))
                    .flatMap(key -> said(jws, key, audience).stream())
                    .findFirst();
        } catch (IllegalArgumentException refused) {
            return refused(refused);
        }
    }

    private static Optional<ClientAssertion> said(Jws jws, RsaPublicKey key, String audience) {
        try {
            Claims claims = jws.verifiedWith(usable(key));
            boolean forUsAlone = audience.equals(claims.members().get("aud"))
                    || List.of(audience).equals(claims.members().get("aud"));
            if (!forUsAlone) {
                throw new IllegalArgumentException("it was said to somebody else");
            }
            return Optional.of(
                    new ClientAssertion(client(claims), key.id(), claims.text("jti"), claims.instant("exp")));
        } catch (IllegalArgumentException refused) {
            return refused(refused);
        }
    }

    /** An access token is no assertion, although the same algorithm signs both. */
    private static Jws read(String assertion) {
        Jws jws = Jws.read(assertion, LONGEST);
        if (jws.isOfType("at+jwt") || jws.isOfType("application/at+jwt")) {
            throw new IllegalArgumentException("it is an access token");
        }
        return jws;
    }

    private static UserId client(Claims claims) {
        if (!claims.text("iss").equals(claims.text("sub"))) {
            throw new IllegalArgumentException("somebody speaks for somebody else");
        }
        return new UserId(claims.uuid("sub"));
    }

    private static PublicKey usable(RsaPublicKey key) {
        try {
            return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(key.modulus(), key.exponent()));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("a key that cannot be used", e);
        }
    }

    private static <T> Optional<T> refused(IllegalArgumentException reason) {
        LOG.debugf("an assertion was refused: %s", reason.getMessage());
        return Optional.empty();
    }
}
