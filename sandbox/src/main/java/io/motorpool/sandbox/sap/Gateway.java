package io.motorpool.sandbox.sap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The door of SAP's gateway: who comes in, with which token; and the place where the faults happen. */
final class Gateway implements HttpHandler {

    private static final List<String> ROOT = List.of("sap", "opu", "odata", "sap");
    private static final String TOKEN = "X-CSRF-Token";

    private final Map<String, Service> services;
    private final Sessions sessions;
    private final Switchboard switchboard;
    private final byte[] authorization;
    private final String address;

    Gateway(Map<String, Service> services, Sessions sessions, Switchboard switchboard, SapUser user, String address) {
        this.services = services;
        this.sessions = sessions;
        this.switchboard = switchboard;
        this.address = address;
        String pair = user.name() + ":" + user.password();
        this.authorization = ("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .getBytes(StandardCharsets.UTF_8);
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
            Request request = Request.read(exchange);
            if (!isAllowedIn(request)) {
                return Reply.plain(401, "Unauthorized").with("WWW-Authenticate", "Basic realm=\"SAP NetWeaver\"");
            }
            return request.segments().getFirst().equals("stand-in")
                    ? FaultDesk.answer(switchboard, request)
                    : withWeather(request);
        } catch (SapRefusal refusal) {
            return Reply.of(refusal);
        }
    }

    private boolean isAllowedIn(Request request) {
        String given = request.header("Authorization");
        return given != null && MessageDigest.isEqual(authorization, given.getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable Reply withWeather(Request request) {
        Optional<Fault> fault =
                switchboard.faultFor(request.changes() ? Switchboard.Meant.WRITES : Switchboard.Meant.READS);
        if (fault.isEmpty()) {
            return orderly(request);
        }
        return switch (fault.get()) {
            case Fault.Refuses refuses -> refused(refuses);
            case Fault.BreaksOff _ -> null;
            case Fault.LosesAnswer _ -> {
                Reply lost = orderly(request);
                yield lost.status() == 403 ? lost : null;
            }
            case Fault.FailsAfterwards _ -> {
                Reply _ = orderly(request);
                yield Reply.of(new SapRefusal(500, "SY/530", "An exception was raised"));
            }
            case Fault.TakesLong(var time) -> {
                boolean over = passed(time);
                yield over ? orderly(request) : null;
            }
            case Fault.Locked(var user) ->
                Reply.of(SapRefusal.bad("MC/601", "Object requested is currently locked by user " + user));
            case Fault.RotatesTokens _ -> {
                sessions.forget();
                yield orderly(request);
            }
        };
    }

    private static Reply refused(Fault.Refuses refuses) {
        Reply reply = Reply.of(new SapRefusal(refuses.status(), "SY/000", "Service cannot be reached"));
        return refuses.retryAfter().isZero()
                ? reply
                : reply.with("Retry-After", Long.toString(refuses.retryAfter().toSeconds()));
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

    private Reply orderly(Request request) {
        try {
            if (request.changes() && !sessions.belongTogether(request.session(), request.header(TOKEN))) {
                return Reply.plain(403, "CSRF token validation failed").with(TOKEN, "Required");
            }
            Reply reply = route(request);
            return "fetch".equalsIgnoreCase(request.header(TOKEN)) ? withToken(request, reply) : reply;
        } catch (SapRefusal refusal) {
            return Reply.of(refusal);
        }
    }

    private Reply withToken(Request request, Reply reply) {
        String session = request.session();
        Sessions.Pair pair = sessions.fetch(session);
        Reply fetched = reply.with(TOKEN, pair.token());
        return pair.session().equals(session)
                ? fetched
                : fetched.with("Set-Cookie", Sessions.COOKIE + "=" + pair.session() + "; path=/; HttpOnly");
    }

    private Reply route(Request request) {
        List<String> segments = request.segments();
        if (segments.size() <= ROOT.size() || !segments.subList(0, ROOT.size()).equals(ROOT)) {
            throw SapRefusal.notFound(String.join("/", segments));
        }
        String name = segments.get(ROOT.size());
        Service service = services.get(name);
        if (service == null) {
            throw new SapRefusal(403, "/IWFND/MED/170", "No service found for namespace, name '%s'".formatted(name));
        }
        return service.answer(
                request,
                segments.subList(ROOT.size() + 1, segments.size()),
                address + "/" + String.join("/", ROOT) + "/" + name);
    }

    /** Switches faults over HTTP, for demos and for whoever is not in this JVM. */
    private static final class FaultDesk {

        private FaultDesk() {}

        static Reply answer(Switchboard switchboard, Request request) throws IOException {
            return switch (request.method()) {
                case "GET" ->
                    Reply.of(
                            200,
                            JsonNodeFactory.instance
                                    .objectNode()
                                    .put("reads", switchboard.reads())
                                    .put("writes", switchboard.writes()));
                case "DELETE" -> {
                    switchboard.calm();
                    yield Reply.empty(204);
                }
                case "POST" -> {
                    switchOn(switchboard, Payload.JSON.readTree(request.body()));
                    yield Reply.empty(204);
                }
                default -> Reply.empty(405);
            };
        }

        private static void switchOn(Switchboard switchboard, JsonNode asked) {
            int seconds = asked.path("seconds").asInt(1);
            Fault fault =
                    switch (asked.path("fault").asText()) {
                        case "refuses" ->
                            new Fault.Refuses(asked.path("status").asInt(503), Duration.ofSeconds(seconds));
                        case "breaks-off" -> new Fault.BreaksOff();
                        case "loses-answer" -> new Fault.LosesAnswer();
                        case "fails-afterwards" -> new Fault.FailsAfterwards();
                        case "takes-long" -> new Fault.TakesLong(Duration.ofSeconds(seconds));
                        case "locked" -> new Fault.Locked("LEE");
                        case "rotates-tokens" -> new Fault.RotatesTokens();
                        default -> throw SapRefusal.bad("STAND-IN", "There is no such fault");
                    };
            Switchboard.Meant meant = asked.path("meant").asText("writes").equals("reads")
                    ? Switchboard.Meant.READS
                    : Switchboard.Meant.WRITES;
            if (asked.has("times")) {
                switchboard.next(meant, fault, asked.path("times").asInt(1));
            } else {
                switchboard.always(meant, fault);
            }
        }
    }
}
