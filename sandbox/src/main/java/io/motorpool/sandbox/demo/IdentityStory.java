package io.motorpool.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.files.Processes;
import io.motorpool.sandbox.parts.Mail;
import io.motorpool.sandbox.people.Door;
import io.motorpool.sandbox.people.Login;
import io.motorpool.sandbox.token.DemoUser;
import io.motorpool.sandbox.verify.Metadata;
import io.motorpool.sandbox.verify.Stranger;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Somebody is invited, comes in, goes on, loses a token, becomes something else and leaves; and keys come and go. */
final class IdentityStory implements Story {

    /** For so long a refresh token that was just replaced still yields the same successor (P6), and a little more. */
    private static final Duration PAST_GRACE = Duration.ofMillis(10_500);

    /** For so long a key is visible before it signs (P8), with the difference of clocks (P7), and a little more. */
    private static final Duration VISIBLE_LONG_ENOUGH = Duration.ofMinutes(12);

    /** The precision of a token's times, and a little more. */
    private static final Duration ONE_SECOND = Duration.ofMillis(1_050);

    private static final Duration REFUSED_WITHIN = Duration.ofSeconds(5);

    /** For so long somebody else may keep the key set (P8). */
    private static final Duration CACHED = Duration.ofSeconds(300);

    private final Clock clock;

    IdentityStory(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public String summary() {
        return "somebody is invited, signs in, goes on, loses a token, changes roles and leaves; keys are rotated and stolen";
    }

    @Override
    public void play(Stage stage) throws InterruptedException {
        Backstage backstage = stage.backstage()
                .orElseThrow(
                        () -> new IllegalStateException("this story opens letters, so it is played on this machine"));
        Scene scene = new Scene(stage, backstage, clock);
        scene.comeIn();
        scene.goOn();
        scene.loseAToken();
        scene.becomeSomethingElse();
        scene.leaveEverywhere();
        try (RobotScene robot = new RobotScene(stage, backstage.published(), clock)) {
            robot.actByItself();
            scene.letAStrangerVerify(robot.token());
        }
        scene.rotate();
        scene.loseAKey();
        scene.end();
    }

    /** What the acts share. */
    private static final class Scene {

        private final Stage stage;
        private final Backstage backstage;
        private final Clock clock;
        private final Api nobody;
        private final Login login;
        private final String name = "서하늘";
        private UUID id = new UUID(0, 0);
        private JsonNode phone = MissingNode.getInstance();
        private JsonNode laptop = MissingNode.getInstance();

        Scene(Stage stage, Backstage backstage, Clock clock) {
            this.stage = stage;
            this.backstage = backstage;
            this.clock = clock;
            this.nobody = stage.anonymous();
            this.login = Login.ofSomebodyNew("motorpool");
        }

        private Api operator() {
            return stage.as(DemoUser.OPERATOR);
        }

        private Api on(JsonNode device) {
            return nobody.as(device.path("accessToken").asText());
        }

        void comeIn() {
            stage.tell("The division takes on " + name + " as a support agent. The operator invites her.");
            Answer invited = operator()
                    .post("/users", Map.of("email", login.email(), "name", name, "roles", List.of("SUPPORT_AGENT")))
                    .expect(201);
            id = invited.id();
            stage.tell("A letter comes. Its link carries a secret of which Motorpool keeps only a digest.");
            Mail letter = backstage.mail().awaitLetter(login.email(), 0);
            String secret = Door.secretIn(letter);
            stage.show("To: " + letter.to());
            stage.show("Subject: " + letter.subject());
            letter.text().replace(secret, Discretion.hidden(secret)).lines().forEach(line -> stage.show("| " + line));
            stage.tell("She follows it and wants a password that everybody would guess.");
            choose(secret, "password2026!").mustBe(422);
            stage.tell("Then a better one. The link works once.");
            choose(secret, login.password()).mustBe(200);
            choose(secret, login.password()).mustBe(422);
            stage.tell(
                    "She signs in on her phone, and on her laptop: two sessions, each with its own family of tokens.");
            phone = signIn("phone");
            laptop = signIn("laptop");
            on(phone).get("/me").mustBe(200);
            on(phone).get("/me/sessions").mustBe(200);
        }

        private Answer choose(String secret, String password) {
            return nobody.post("/passwords", Map.of("purpose", "INVITATION", "link", secret, "password", password));
        }

        private JsonNode signIn(String device) {
            return nobody.post(
                            "/sessions", Map.of("email", login.email(), "password", login.password(), "device", device))
                    .expect(201)
                    .body();
        }

        void goOn() {
            stage.tell("The phone goes on without a password: a refresh token is good for one step.");
            JsonNode first = phone;
            phone = refresh(first).expect(200).body();
            stage.tell(
                    "The answer was lost on the way, so the phone asks again with the same token, within the grace.");
            JsonNode again = refresh(first).expect(200).body();
            mustBe(again.path("refreshToken").equals(phone.path("refreshToken")), "the same successor");
            stage.tell("It got the very same successor. Had it got another one, there would be two families now.");
            on(again).get("/me").mustBe(200);
            phone = again;
        }

        void loseAToken() throws InterruptedException {
            stage.tell(
                    "Somebody has copied that token. The phone goes on, the grace passes (ten seconds, really waited)…");
            JsonNode stolen = phone;
            phone = refresh(stolen).expect(200).body();
            Thread.sleep(PAST_GRACE);
            stage.tell(
                    "…and the thief comes. A token that was used before its grace ended is used by two: the session ends.");
            refresh(stolen).mustBe(401);
            stage.tell("For the rightful phone too: its present tokens are worth nothing. She signs in there again.");
            refresh(phone).mustBe(401);
            mustBeRefusedSoon(on(phone));
            stage.tell("The laptop is another family and notices nothing.");
            on(laptop).get("/me").mustBe(200);
            phone = signIn("phone");
        }

        private Answer refresh(JsonNode tokens) {
            return nobody.post(
                    "/sessions/refresh",
                    Map.of("refreshToken", tokens.path("refreshToken").asText()));
        }

        void becomeSomethingElse() throws InterruptedException {
            stage.tell(name + " moves to the auditors. The operator says so.");
            Answer seen = operator().get("/users/" + id).expect(200);
            operator()
                    .put("/users/" + id + "/roles", Map.of("roles", List.of("AUDITOR")), "If-Match", seen.etag())
                    .mustBe(200);
            stage.tell("What was taken away is gone at once: the laptop's access token still says SUPPORT_AGENT.");
            mustBeRefusedSoon(on(laptop));
            stage.tell(
                    "The session goes on. At the next refresh she is what she is now. (Tokens tell time in whole seconds,"
                            + " so one of the second of the change would be refused as well.)");
            Thread.sleep(ONE_SECOND);
            laptop = refresh(laptop).expect(200).body();
            on(laptop).get("/me").mustBe(200);
        }

        /** Every node, this one too, learns within a second or two what was cut off. */
        private void mustBeRefusedSoon(Api api) {
            Api quietly = api.observedBy(_ -> {});
            boolean _ = Processes.await(() -> quietly.get("/me").status() == 401, REFUSED_WITHIN);
            api.get("/me").mustBe(401);
        }

        void leaveEverywhere() throws InterruptedException {
            stage.tell("She cannot find her phone and signs out everywhere.");
            on(laptop).post("/me/sessions/end", null).mustBe(200);
            mustBeRefusedSoon(on(phone));
            refresh(phone).mustBe(401);
            Thread.sleep(ONE_SECOND);
        }

        void letAStrangerVerify(String token) {
            stage.tell(
                    "Somebody else's service wants to know whether that token is genuine. It reads what we publish…");
            Metadata metadata = Metadata.readFrom(backstage.published());
            stage.show(metadata.document().toString());
            stage.show(metadata.keySet().toString());
            stage.tell("…and verifies with a library that is not ours (Nimbus), without asking us.");
            Stranger stranger = stranger();
            verify(stranger, "the service's token", token, true);
            verify(stranger, "the same with another payload", forged(token), false);
            verify(stranger, "a refresh token", laptop.path("refreshToken").asText(), false);
        }

        private Stranger stranger() {
            return Stranger.at(backstage.published(), CACHED, clock);
        }

        private void verify(Stranger stranger, String what, String token, boolean expected) {
            Stranger.Verdict verdict = stranger.verify(token);
            stage.show("%-32s %s"
                    .formatted(
                            what,
                            verdict.claims()
                                    .map(claims -> "accepted: " + claims.getSubject())
                                    .orElse("refused: " + verdict.why())));
            mustBe(verdict.accepted() == expected, what + (expected ? " accepted" : " refused"));
        }

        private static String forged(String token) {
            String[] parts = token.split("\\.");
            char other = parts[1].charAt(20) == 'A' ? 'B' : 'A';
            return parts[0] + "." + parts[1].substring(0, 20) + other + parts[1].substring(21) + "." + parts[2];
        }

        void rotate() {
            stage.tell("Keys are rotated every thirty days; the next one is published long before it signs.");
            JsonNode before = operator().get("/keys").expect(200).body();
            String old = kid(before, "ACTIVE");
            laptop = signIn("laptop");
            stage.tell("The operator wants it now. It has to wait until everybody can have seen the next key (P8).");
            operator().post("/keys/rotation", null).mustBe(200);
            operator().post("/keys/turn", null).mustBe(200);
            stage.tell("Twelve minutes go by. (This machine lets them pass at once.) The timer turns the ring.");
            backstage.hourglass().passForNextKey(VISIBLE_LONG_ENOUGH);
            JsonNode turned = operator().post("/keys/turn", null).expect(200).body();
            mustBe(!kid(turned, "ACTIVE").equals(old), "another key that signs");
            stage.tell(
                    "Another key signs. Tokens of the old one are good until they expire: it stays published so long.");
            on(laptop).get("/me").mustBe(200);
            verify(
                    stranger(),
                    "a token of the old key",
                    laptop.path("accessToken").asText(),
                    true);
            laptop = signIn("laptop");
            verify(
                    stranger(),
                    "a token of the new key",
                    laptop.path("accessToken").asText(),
                    true);
        }

        void loseAKey() {
            JsonNode ring = operator().get("/keys").expect(200).body();
            String stolen = kid(ring, "ACTIVE");
            stage.tell(
                    "The key that signs may have been stolen. The operator takes it out of trust, with all that it signed.");
            operator().post("/keys/" + stolen + "/revocation", null).mustBe(200);
            mustBeRefusedSoon(on(laptop));
            verify(
                    stranger(),
                    "a token of the stolen key",
                    laptop.path("accessToken").asText(),
                    false);
            stage.tell(
                    "Sessions do not rest on a key: the laptop refreshes, and the next key, published ahead, has signed.");
            laptop = refresh(laptop).expect(200).body();
            on(laptop).get("/me").mustBe(200);
            verify(
                    stranger(),
                    "a token of the next key",
                    laptop.path("accessToken").asText(),
                    true);
            stage.signInAgain();
        }

        private static String kid(JsonNode ring, String stage) {
            return StreamSupport.stream(ring.path("keys").spliterator(), false)
                    .filter(key -> key.path("stage").asText().equals(stage))
                    .map(key -> key.path("kid").asText())
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no key is " + stage));
        }

        void end() {
            stage.tell("What happened to " + name + " is written where nobody can change it.");
            operator().get("/security-trail?about=" + id + "&limit=5").mustBe(200);
            Answer seen = operator().get("/users/" + id).expect(200);
            operator()
                    .post("/users/" + id + "/disablement", null, "If-Match", seen.etag())
                    .mustBe(200);
            stage.tell("She is let in no more, and the story can be played again.");
        }

        private static void mustBe(boolean so, String what) {
            if (!so) {
                throw new IllegalStateException("the story expects " + what);
            }
        }
    }
}
