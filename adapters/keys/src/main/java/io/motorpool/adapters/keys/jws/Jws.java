package io.motorpool.adapters.keys.jws;

import io.motorpool.domain.identity.KeyId;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * A compact JWS as it arrives, held to one kind and one algorithm before any cryptography. Its header says which of our
 * keys is meant, and nothing else that it says is followed: no key that it brings, no address that it points to.
 */
public final class Jws {

    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    private static final AlgorithmConstraints RS256_ALONE = new AlgorithmConstraints(ConstraintType.PERMIT, "RS256");

    private final JsonWebSignature signature;
    private final Map<String, Object> header;

    private Jws(JsonWebSignature signature, Map<String, Object> header) {
        this.signature = signature;
        this.header = header;
    }

    /** @throws IllegalArgumentException when it is none, or none of ours by its header */
    public static Jws read(String compact, int longest) {
        if (compact.length() > longest || !COMPACT.matcher(compact).matches()) {
            throw new IllegalArgumentException("no compact JWS of reasonable size");
        }
        if (!isWrittenPlainly(compact.substring(compact.lastIndexOf('.') + 1))) {
            throw new IllegalArgumentException("the signature is written in a roundabout way");
        }
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(RS256_ALONE);
            signature.setCompactSerialization(compact);
            Map<String, Object> header =
                    JsonUtil.parseJson(signature.getHeaders().getFullHeaderAsJsonString());
            if (!"RS256".equals(header.get("alg"))) {
                throw new IllegalArgumentException("another algorithm");
            }
            if (header.containsKey("crit") || header.containsKey("b64") || header.containsKey("zip")) {
                throw new IllegalArgumentException("it demands what we do not understand");
            }
            return new Jws(signature, header);
        } catch (JoseException e) {
            throw new IllegalArgumentException("the header cannot be read", e);
        }
    }

    /** The last character of base64url has bits that mean nothing; they must not make a second token of a first. */
    private static boolean isWrittenPlainly(String base64) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(base64);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(base64);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    public boolean isOfType(String type) {
        return header.get("typ") instanceof String said && said.equalsIgnoreCase(type);
    }

    public KeyId key() {
        if (header.get("kid") instanceof String kid) {
            return new KeyId(kid);
        }
        throw new IllegalArgumentException("it names no key");
    }

    public boolean namesKey() {
        return header.containsKey("kid");
    }

    /** @throws IllegalArgumentException when this key did not sign it, or what was signed is no JSON object */
    public Claims verifiedWith(PublicKey key) {
        try {
            signature.setKey(key);
            if (!signature.verifySignature()) {
                throw new IllegalArgumentException("the signature is wrong");
            }
            return new Claims(JsonUtil.parseJson(signature.getPayload()));
        } catch (JoseException e) {
            throw new IllegalArgumentException("it cannot be verified", e);
        }
    }

    /** What it says before anybody verified it. */
    public Claims unverified() {
        try {
            return new Claims(JsonUtil.parseJson(signature.getUnverifiedPayload()));
        } catch (JoseException e) {
            throw new IllegalArgumentException("it says nothing", e);
        }
    }
}
