package io.motorpool.sandbox.fuzz.make;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.RSAKey;
import io.motorpool.sandbox.fuzz.contract.Operation;
import io.motorpool.sandbox.fuzz.wire.Received;
import io.motorpool.sandbox.people.Login;
import io.motorpool.sandbox.token.Claims;
import io.motorpool.sandbox.verify.Robot;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The real users of one client, one after the other: whoever was tried with too many wrong passwords is left alone, and
 * the next one comes. What they hold is learned from answers.
 */
public final class Guests {

    private static final String PASSWORD_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int TOO_MANY = 429;
    private static final int UNKNOWN = 401;

    private final List<Login> waiting;
    private final Supplier<Optional<String>> latestLink;
    private final Dice dice;
    private @Nullable Login present;
    private String accessToken = "";
    private String refreshToken = "";
    private UUID session = new UUID(0, 0);
    private @Nullable String signingKey;
    private @Nullable Robot robot;

    /** Made when it is first needed, because that takes a while, and the same for all. */
    private static final class OfRobots {
        static final RSAKey KEY = Robot.newKey();
    }

    /** @param latestLink the secret of the letter that came last */
    public Guests(List<Login> logins, Supplier<Optional<String>> latestLink, Dice dice) {
        this.waiting = new ArrayList<>(logins);
        this.latestLink = latestLink;
        this.dice = dice;
        next();
    }

    private void next() {
        present = waiting.isEmpty() ? null : waiting.removeFirst();
        accessToken = "";
    }

    boolean lackToken() {
        return accessToken.isEmpty() && present != null;
    }

    /** Whoever is signed in now. */
    Caller caller() {
        String token = accessToken;
        return new Caller(
                "a signed-in user",
                null,
                null,
                () -> Optional.of(token).filter(it -> !it.isEmpty()).map(it -> "Bearer " + it));
    }

    UUID session() {
        return session;
    }

    /** A key of the issuer that can be revoked without shutting out the fuzzer, once in a while. */
    String keyToRevoke() {
        return signingKey != null && dice.percent(15)
                ? signingKey
                : dice.text("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", 42) + "A";
    }

    /** Puts in what only somebody knows who was there before. */
    void fit(Operation operation, JsonNode made) {
        if (!(made instanceof ObjectNode body)) {
            return;
        }
        switch (operation.id()) {
            case "signIn" -> signIn(body);
            case "refreshSession" -> {
                body.put("refreshToken", refreshToken.isEmpty() ? "unknown" : refreshToken);
                body.remove("profile");
            }
            case "signOut" ->
                body.put("refreshToken", dice.percent(90) || refreshToken.isEmpty() ? "unknown" : refreshToken);
            case "changePassword" ->
                body.put("present", present == null ? "unknown" : present.password())
                        .put("wanted", password());
            case "choosePassword" ->
                body.put("purpose", "INVITATION")
                        .put("link", latestLink.get().orElse("unknown"))
                        .put("password", password());
            case "inviteUser" -> {
                body.put("email", address());
                body.set("roles", divisionRoles());
            }
            case "askForLetter" -> body.put("email", address());
            case "changeDivisionRoles" -> body.set("roles", divisionRoles());
            case "registerServiceAccount" -> {
                asDivision(body);
                body.set("key", robot == null ? ownKey() : key());
            }
            case "changeServiceAccount" -> asDivision(body);
            case "addServiceKey" -> body.setAll(key());
            default -> {
                // Nothing in it that only identity knows.
            }
        }
    }

    private void signIn(ObjectNode body) {
        Login login = present;
        if (login != null) {
            body.put("email", login.email()).put("password", login.password());
            body.remove(List.of("profile", "knownDevice"));
        } else {
            body.put("email", address());
        }
    }

    private void asDivision(ObjectNode body) {
        body.set("profile", JsonNodeFactory.instance.objectNode().put("kind", "DIVISION"));
        body.put("role", dice.oneOf("OPERATOR", "SUPPORT_AGENT", "AUDITOR"));
    }

    private JsonNode divisionRoles() {
        return JsonNodeFactory.instance.arrayNode().add(dice.oneOf("OPERATOR", "SUPPORT_AGENT", "AUDITOR"));
    }

    /** As long as a key is, and odd; nobody has its other half. */
    private ObjectNode key() {
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return JsonNodeFactory.instance
                .objectNode()
                .put("kty", "RSA")
                .put("n", "w" + dice.text(letters, 340) + "Q")
                .put("e", "AQAB");
    }

    private ObjectNode ownKey() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kty", "RSA")
                .put("n", OfRobots.KEY.getModulus().toString())
                .put("e", OfRobots.KEY.getPublicExponent().toString());
    }

    /** What a service of ours says to get a token, as a form. */
    String form() {
        Robot known = robot;
        Map<String, String> fields = Robot.form(known == null ? "unknown" : known.words());
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private String address() {
        return "fuzz-%s@hanbit.example".formatted(dice.uuid());
    }

    private String password() {
        return dice.text(PASSWORD_LETTERS, 20);
    }

    /** What an answer means for who is signed in. */
    void learn(Operation operation, byte[] sent, Received received) {
        JsonNode body = Memory.read(received);
        switch (operation.id()) {
            case "signIn", "refreshSession" -> {
                if (received.isAccepted()) {
                    hold(body);
                } else if (received.status() == TOO_MANY && operation.id().equals("signIn")) {
                    next();
                } else if (operation.id().equals("refreshSession")) {
                    accessToken = "";
                }
            }
            case "changePassword" -> {
                if (received.isAccepted() && present != null) {
                    present = new Login(
                            present.email(), Memory.read(sent).path("wanted").asText());
                }
            }
            case "signOutEverywhere", "endSession" -> accessToken = received.isAccepted() ? "" : accessToken;
            case "registerServiceAccount" -> learnRobot(sent, body);
            case "getKeyRing", "turnKeyRing", "rotateKeys", "revokeKey" -> learnKeys(body);
            default -> {
                // Nobody's session depends on it.
            }
        }
    }

    /** Somebody who was known is known no more. */
    void learnRefusal(Caller caller, Received received) {
        if (received.status() == UNKNOWN && caller.describes().equals("a signed-in user")) {
            accessToken = "";
        }
    }

    private void hold(JsonNode body) {
        accessToken = body.path("accessToken").asText();
        refreshToken = body.path("refreshToken").asText();
        session = UUID.fromString(body.path("session").asText(session.toString()));
    }

    private void learnRobot(byte[] sent, JsonNode body) {
        boolean ours = Memory.read(sent)
                .path("key")
                .path("n")
                .asText()
                .equals(OfRobots.KEY.getModulus().toString());
        if (ours && body.path("id").isTextual()) {
            robot = Robot.of(UUID.fromString(body.path("id").asText()), OfRobots.KEY, Claims.ISSUER, Clock.systemUTC());
        }
    }

    /** The one that has retired is the fuzzer's own. */
    private void learnKeys(JsonNode ring) {
        for (JsonNode key : ring.path("keys")) {
            if (key.path("stage").asText().equals("ACTIVE")) {
                signingKey = key.path("kid").asText();
            }
        }
    }
}
