package io.motorpool.adapters.keys.legacy;

import io.motorpool.adapters.keys.jws.Claims;
import io.motorpool.application.identity.FirstServerTokens;
import io.motorpool.domain.identity.EmailAddress;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/**
 * The first server's JWT: HS256 with a shared secret, the login in {@code sub}, an end in {@code exp}. It has a component
 * of its own, so that the one for our tokens never learns to accept a symmetric algorithm.
 */
public final class SharedSecretTokens implements FirstServerTokens {

    private static final Logger LOG = Logger.getLogger(SharedSecretTokens.class);
    private static final AlgorithmConstraints HS256_ALONE = new AlgorithmConstraints(ConstraintType.PERMIT, "HS256");
    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    private static final int LONGEST = 4_096;
    private static final int SHORTEST_SECRET = 32;

    private final HmacKey secret;

    /** @param base64 256 bits at least */
    public SharedSecretTokens(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (bytes.length < SHORTEST_SECRET) {
            throw new IllegalArgumentException("a shared secret of %d bytes can be guessed".formatted(bytes.length));
        }
        this.secret = new HmacKey(bytes);
    }

    @Override
    public Optional<EmailAddress> holder(String token, Instant now) {
        if (token.length() > LONGEST || !COMPACT.matcher(token).matches()) {
            return Optional.empty();
        }
        try {
            Claims claims = verified(token);
            return now.isBefore(claims.instant("exp"))
                    ? Optional.of(EmailAddress.parse(claims.text("sub")))
                    : Optional.empty();
        } catch (JoseException | IllegalArgumentException refused) {
            LOG.debugf(
                    "a token of the first server was refused: %s",
                    refused.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private Claims verified(String token) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(HS256_ALONE);
        signature.setCompactSerialization(token);
        signature.setKey(secret);
        if (!signature.verifySignature()) {
            throw new IllegalArgumentException("the signature is wrong");
        }
        return new Claims(JsonUtil.parseJson(signature.getPayload()));
    }
}
