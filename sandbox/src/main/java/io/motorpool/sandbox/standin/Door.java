package io.motorpool.sandbox.standin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who comes in, and the place where the faults happen. */
final class Door implements HttpHandler {

    /** Under which a stand-in is looked into and made to fail. */
    static final String BACKSTAGE = "stand-in";

    private final Service service;
    private final Switchboard switchboard;
    private final byte[] authorization;

    Door(Service service, Switchboard switchboard, String secret) {
        this.service = service;
        this.switchboard = switchboard;
        this.authorization = ("Bearer " + secret).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = answer(exchange);
            if (reply != null) {
                reply.send(exchange);
            }
        }
    }

    /** Null when the connection breaks instead of answering. */
    private @Nullable Reply answer(HttpExchange exchange) throws IOException {
        try {
            Call call = Call.read(exchange);
            if (!isAllowedIn(call)) {
                return Reply.of(new Refused(401, "UNAUTHORIZED"));
            }
            return call.path().getFirst().equals(BACKSTAGE) ? backstage(call) : travelled(call);
        } catch (Refused refused) {
            return Reply.of(refused);
        }
    }

    private boolean isAllowedIn(Call call) {
        return call.header("Authorization")
                .filter(given -> MessageDigest.isEqual(authorization, given.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    private @Nullable Reply travelled(Call call) {
        if (!passed(switchboard.oneWay())) {
            return null;
        }
        Reply reply = withWeather(call);
        return reply != null && passed(switchboard.oneWay()) ? reply : null;
    }

    private @Nullable Reply withWeather(Call call) {
        Optional<Fault> fault = call.changes() ? switchboard.faultForChange() : Optional.empty();
        if (fault.isEmpty()) {
            return orderly(call);
        }
        return switch (fault.get()) {
            case Fault.Refuses(var status) -> Reply.of(new Refused(status, "NOT_NOW"));
            case Fault.BreaksOff _ -> null;
            case Fault.LosesAnswer _ -> {
                Reply _ = orderly(call);
                yield null;
            }
            case Fault.FailsAfterwards _ -> {
                Reply _ = orderly(call);
                yield Reply.of(new Refused(500, "INTERNAL"));
            }
            case Fault.TakesLong(var time) -> passed(time) ? orderly(call) : null;
        };
    }

    private Reply orderly(Call call) {
        try {
            return service.answer(call);
        } catch (Refused refused) {
            return Reply.of(refused);
        }
    }

    /** False when the stand-in stops meanwhile. */
    private static boolean passed(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Switches faults over HTTP, for demos and for whoever is not in this JVM. */
    private Reply backstage(Call call) {
        if (call.is("GET", "/stand-in/faults")) {
            return Reply.of(200, JsonNodeFactory.instance.objectNode().put("changes", switchboard.changes()));
        }
        if (call.is("DELETE", "/stand-in/faults")) {
            switchboard.calm();
            return Reply.empty(204);
        }
        if (call.is("POST", "/stand-in/faults")) {
            switchOn(call.with("fault", "status", "milliseconds", "times"));
            return Reply.empty(204);
        }
        return service.backstage(call);
    }

    private void switchOn(Call call) {
        Fault fault =
                switch (call.text("fault")) {
                    case "refuses" -> new Fault.Refuses(Math.toIntExact(call.integer("status")));
                    case "breaks-off" -> new Fault.BreaksOff();
                    case "loses-answer" -> new Fault.LosesAnswer();
                    case "fails-afterwards" -> new Fault.FailsAfterwards();
                    case "takes-long" -> new Fault.TakesLong(Duration.ofMillis(call.integer("milliseconds")));
                    default -> throw new Refused(400, "NO_SUCH_FAULT");
                };
        if (call.body().has("times")) {
            switchboard.next(fault, Math.toIntExact(call.integer("times")));
        } else {
            switchboard.always(fault);
        }
    }
}
