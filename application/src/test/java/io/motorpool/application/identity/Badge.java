package io.motorpool.application.identity;

import io.motorpool.domain.identity.KeyId;
import java.security.KeyPair;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** An access token in the making: a good one of a member, of which a test changes what it wants. */
public record Badge(Map<String, String> header, Map<String, String> claims) {

    public static final String ISSUER = "https://motorpool.local";
    public static final String AUDIENCE = "motorpool";
    public static final UUID MEMBER = UUID.fromString("0de00000-0000-4000-8000-000000000005");

    public static Badge of(KeyId key, Instant now) {
        Map<String, String> header = new LinkedHashMap<>();
        header.put("alg", "\"RS256\"");
        header.put("typ", "\"at+jwt\"");
        header.put("kid", "\"" + key + "\"");
        Map<String, String> claims = new LinkedHashMap<>();
        claims.put("iss", "\"" + ISSUER + "\"");
        claims.put("aud", "\"" + AUDIENCE + "\"");
        claims.put("sub", "\"" + MEMBER + "\"");
        claims.put("client_id", "\"motorpool\"");
        claims.put("jti", "\"" + UUID.randomUUID() + "\"");
        claims.put("iat", Long.toString(now.getEpochSecond()));
        claims.put("exp", Long.toString(now.getEpochSecond() + 900));
        claims.put("profile", "\"BUSINESS\"");
        claims.put("company", "\"0de00000-0000-4000-8000-0000000000c1\"");
        claims.put("roles", "[\"MEMBER\"]");
        return new Badge(header, claims);
    }

    /** The same of an operator of the division. */
    public Badge ofOperator() {
        return without("company").with("profile", "\"DIVISION\"").with("roles", "[\"OPERATOR\"]");
    }

    public Badge namingKey(KeyId key) {
        return withHeader("kid", "\"" + key + "\"");
    }

    /** The same at another time, for as long. */
    public Badge issued(Instant then) {
        return with("iat", Long.toString(then.getEpochSecond()))
                .with("exp", Long.toString(then.getEpochSecond() + 900));
    }

    /** @param json as it is to stand there */
    public Badge withHeader(String name, String json) {
        return new Badge(with(header, name, json), claims);
    }

    public Badge withoutHeader(String name) {
        return new Badge(without(header, name), claims);
    }

    public Badge with(String claim, String json) {
        return new Badge(header, with(claims, claim, json));
    }

    public Badge without(String claim) {
        return new Badge(header, without(claims, claim));
    }

    public String signed(KeyPair pair) {
        return SignedWords.sign(headerText(), claimsText(), pair.getPrivate());
    }

    public String headerText() {
        return json(header);
    }

    public String claimsText() {
        return json(claims);
    }

    private static Map<String, String> with(Map<String, String> members, String name, String json) {
        Map<String, String> changed = new LinkedHashMap<>(members);
        changed.put(name, json);
        return changed;
    }

    private static Map<String, String> without(Map<String, String> members, String name) {
        Map<String, String> changed = new LinkedHashMap<>(members);
        changed.remove(name);
        return changed;
    }

    private static String json(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> "\"%s\":%s".formatted(member.getKey(), member.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
