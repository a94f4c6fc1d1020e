package io.motorpool.adapters.keys.publication;

import io.motorpool.domain.identity.KeySet;
import io.motorpool.domain.identity.RsaPublicKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;

/**
 * A key set as everybody reads it (RFC 7517), with its version beside the keys, where readers that do not know it skip
 * it. Anything that is not wholly such a set is refused: half a file must not pass for a set with fewer keys.
 */
public final class JwkSet {

    public static final String MEDIA_TYPE = "application/jwk-set+json";
    public static final int MOST_CHARACTERS = 64 * 1024;

    private static final Set<String> PRIVATE_MEMBERS = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

    private JwkSet() {}

    public static String write(KeySet set) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", set.version());
        json.put("keys", set.keys().stream().map(JwkSet::members).toList());
        return JsonUtil.toJson(json);
    }

    private static Map<String, Object> members(RsaPublicKey key) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("kty", "RSA");
        members.put("use", "sig");
        members.put("alg", "RS256");
        members.put("kid", key.id().value());
        members.put("n", key.n());
        members.put("e", key.e());
        return members;
    }

    public static KeySet read(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("a key set of %d characters".formatted(text.length()));
        }
        Map<String, Object> json = parse(text);
        if (!(json.get("keys") instanceof List<?> members)) {
            throw new IllegalArgumentException("a key set without keys");
        }
        List<RsaPublicKey> keys = new ArrayList<>();
        for (Object member : members) {
            if (!(member instanceof Map<?, ?> key)) {
                throw new IllegalArgumentException("a key that is no object");
            }
            if (isToVerifyWith(key)) {
                keys.add(key(key));
            }
        }
        return new KeySet(json.get("version") instanceof Long version ? version : 0, keys);
    }

    private static Map<String, Object> parse(String text) {
        try {
            return JsonUtil.parseJson(text);
        } catch (JoseException e) {
            throw new IllegalArgumentException("not a key set", e);
        }
    }

    /** Keys of other kinds may stand there one day; they are not ours to use. */
    private static boolean isToVerifyWith(Map<?, ?> key) {
        return "RSA".equals(key.get("kty")) && "sig".equals(key.get("use")) && "RS256".equals(key.get("alg"));
    }

    private static RsaPublicKey key(Map<?, ?> members) {
        if (members.keySet().stream().anyMatch(PRIVATE_MEMBERS::contains)) {
            throw new IllegalArgumentException("a published key that shows its private half");
        }
        if (!(members.get("n") instanceof String n) || !(members.get("e") instanceof String e)) {
            throw new IllegalArgumentException("half a key");
        }
        RsaPublicKey key = RsaPublicKey.of(n, e);
        if (!key.id().value().equals(members.get("kid"))) {
            throw new IllegalArgumentException("a key under a name that is not its own");
        }
        return key;
    }
}
