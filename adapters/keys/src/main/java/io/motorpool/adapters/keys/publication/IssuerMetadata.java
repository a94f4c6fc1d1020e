package io.motorpool.adapters.keys.publication;

import io.motorpool.application.identity.Issuer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.json.JsonUtil;

/**
 * What a library of any language needs to verify our tokens by itself (RFC 8414).
 *
 * @param published the address below which everything is published, without last slash
 * @param tokenEndpoint where services get tokens
 */
public record IssuerMetadata(Issuer issuer, String published, String tokenEndpoint) {

    /** Where the metadata is, below the issuer's URL. */
    public static final String PATH = ".well-known/oauth-authorization-server";

    /** Where the keys are. */
    public static final String KEYS_PATH = ".well-known/jwks.json";

    String keysAddress() {
        return published + "/" + KEYS_PATH;
    }

    String write() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("issuer", issuer.url());
        json.put("jwks_uri", keysAddress());
        json.put("token_endpoint", tokenEndpoint);
        json.put("token_endpoint_auth_methods_supported", List.of("private_key_jwt"));
        json.put("token_endpoint_auth_signing_alg_values_supported", List.of("RS256"));
        json.put("grant_types_supported", List.of("client_credentials"));
        json.put("response_types_supported", List.of());
        return JsonUtil.toJson(json);
    }
}
