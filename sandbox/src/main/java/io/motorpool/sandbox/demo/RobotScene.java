package io.motorpool.sandbox.demo;

import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.token.DemoUser;
import io.motorpool.sandbox.verify.Metadata;
import io.motorpool.sandbox.verify.Robot;
import java.net.URI;
import java.time.Clock;

/** A program gets tokens for words that it signs with its own key. No secret is shared with anybody. */
final class RobotScene implements AutoCloseable {

    private final Stage stage;
    private final Robot robot;
    private String token = "";

    RobotScene(Stage stage, URI published, Clock clock) {
        this.stage = stage;
        stage.tell(
                "A reporting service is to read what happens. It made a key pair; the operator registers the public half.");
        this.robot = Robot.registered(
                stage.as(DemoUser.OPERATOR),
                "운행 보고 서버",
                Metadata.readFrom(published).issuer(),
                clock);
    }

    /** What it got. */
    String token() {
        return token;
    }

    void actByItself() {
        Api nobody = stage.anonymous();
        stage.tell("It signs who it is, and gets a token for that.");
        String words = robot.words();
        token = Robot.ask(nobody, words).expect(200).body().path("access_token").asText();
        nobody.as(token).get("/companies?limit=1").mustBe(200);
        stage.tell("The same words count once.");
        Robot.ask(nobody, words).mustBe(401);
    }

    /** It acts no more. */
    @Override
    public void close() {
        String path = "/service-accounts/" + robot.id();
        Api operator = stage.offstage(DemoUser.OPERATOR);
        Answer seen = operator.get(path).expect(200);
        operator.post(path + "/disablement", null, "If-Match", seen.etag()).mustBe(200);
    }
}
