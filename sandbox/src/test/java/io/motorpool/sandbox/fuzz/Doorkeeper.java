package io.motorpool.sandbox.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.motorpool.sandbox.token.Claims;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Reads access tokens as Motorpool does. */
final class Doorkeeper {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PublicKey key;

    Doorkeeper(PublicKey key) {
        this.key = key;
    }

    /** The claims of a good token. */
    Optional<JsonNode> claims(String authorization) {
        String[] parts = authorization.replaceFirst("^Bearer ", "").split("\\.", -1);
        try {
            if (!authorization.startsWith("Bearer ") || parts.length != 3 || !isSigned(parts)) {
                return Optional.empty();
            }
            JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
            boolean good = claims.path("iss").asText().equals(Claims.ISSUER)
                    && claims.path("aud").asText().equals(Claims.AUDIENCE)
                    && claims.path("exp").asLong() > Instant.now().getEpochSecond()
                    && isProfile(claims);
            return good ? Optional.of(claims) : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException | IOException _) {
            return Optional.empty();
        }
    }

    private static boolean isProfile(JsonNode claims) {
        return switch (claims.path("profile").asText()) {
            case "BUSINESS" -> claims.has("company");
            case "DIVISION", "PERSONAL" -> true;
            default -> false;
        };
    }

    private boolean isSigned(String[] parts) throws GeneralSecurityException {
        Signature rs256 = Signature.getInstance("SHA256withRSA");
        rs256.initVerify(key);
        rs256.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return rs256.verify(Base64.getUrlDecoder().decode(parts[2]));
    }
}
