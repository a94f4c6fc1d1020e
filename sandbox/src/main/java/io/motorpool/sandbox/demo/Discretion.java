package io.motorpool.sandbox.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps to itself what would open an account: how long it is may be known, and no more. */
final class Discretion {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> SECRETS = Set.of(
            "password",
            "present",
            "wanted",
            "link",
            "knownDevice",
            "accessToken",
            "refreshToken",
            "access_token",
            "client_assertion");

    private Discretion() {}

    /** The same without secrets. */
    static JsonNode about(JsonNode shown) {
        return switch (shown) {
            case ObjectNode object -> {
                ObjectNode copy = JSON.createObjectNode();
                object.properties().forEach(member -> copy.set(member.getKey(), about(member)));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = JSON.createArrayNode();
                array.forEach(item -> copy.add(about(item)));
                yield copy;
            }
            default -> shown;
        };
    }

    private static JsonNode about(Map.Entry<String, JsonNode> member) {
        boolean secret = SECRETS.contains(member.getKey()) && member.getValue().isTextual();
        return secret ? TextNode.valueOf(hidden(member.getValue().asText())) : about(member.getValue());
    }

    /** What a request said: JSON, or a form. */
    static String about(String sent) {
        try {
            return sent.isEmpty() ? sent : JSON.writeValueAsString(about(JSON.readTree(sent)));
        } catch (JsonProcessingException _) {
            return Stream.of(sent.split("&")).map(Discretion::parameter).collect(Collectors.joining("&"));
        }
    }

    private static String parameter(String pair) {
        String[] parts = pair.split("=", 2);
        return parts.length == 2 && SECRETS.contains(parts[0]) ? parts[0] + "=" + hidden(parts[1]) : pair;
    }

    static String hidden(String secret) {
        return "(%d characters, not shown)".formatted(secret.length());
    }
}
