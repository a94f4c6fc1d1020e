package io.motorpool.sandbox.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.motorpool.sandbox.gateway.Entry.Standing;
import io.motorpool.sandbox.standin.Call;
import io.motorpool.sandbox.standin.Diary;
import io.motorpool.sandbox.standin.Refused;
import io.motorpool.sandbox.standin.Reply;
import io.motorpool.sandbox.standin.Service;
import io.motorpool.sandbox.standin.StandIn;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The books. Every change carries an {@code Idempotency-Key}: the first answer under it is the answer for good, also when it
 * was a refusal by the bank, and another request under the same key is refused. Without the same key, the same request is
 * another one: whoever loses count of its keys charges twice, and the books show it.
 */
public final class PaymentGateway implements Service {

    /** What opens it. It listens on this machine only, and holds nothing that is worth a secret. */
    static final String SECRET = "gateway-only-on-this-machine";

    private static final String KEY = "Idempotency-Key";

    private final Map<String, CardKind> cards = new HashMap<>();
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Kept> answers = new HashMap<>();
    private final Diary diary;

    /** The first answer under a key, and to what. */
    private record Kept(String request, Reply reply) {}

    /** What comes of a request. */
    private record Outcome(Reply reply, ObjectNode line) {

        static Outcome refusal(int status, String code) {
            return new Outcome(Reply.of(status, object().put("error", code)), object());
        }
    }

    private PaymentGateway(Path folder) {
        this.diary = Diary.open(folder.resolve("books.diary"), this::remember);
    }

    /** With kept books, not started yet. */
    public static StandIn<PaymentGateway> in(Path folder, int port) {
        return StandIn.in(folder, port, SECRET, PaymentGateway::new);
    }

    /** For one occasion, not started yet. */
    public static StandIn<PaymentGateway> temporary() {
        return StandIn.temporary("gateway", SECRET, PaymentGateway::new);
    }

    private void remember(JsonNode line) {
        if (line.has("token")) {
            cards.put(
                    line.path("token").asText(),
                    CardKind.valueOf(line.path("kind").asText()));
        }
        if (line.has("entry")) {
            Entry entry = Entry.of(line.path("entry"), line.path("card").asText());
            entries.put(entry.id(), entry);
        }
        if (line.has("key")) {
            answers.put(
                    line.path("key").asText(),
                    new Kept(
                            line.path("request").asText(),
                            Reply.of(line.path("status").asInt(), line.path("answer"))));
        }
    }

    /** Somebody has typed their card into the gateway's form, and this is what it is known by from now on. */
    public synchronized String newCard(CardKind kind) {
        String token = "tok_" + UUID.randomUUID().toString().replace("-", "");
        keep(object().put("token", token).put("kind", kind.name()));
        return token;
    }

    /** Everything that was ever authorised, in order. */
    public synchronized List<Entry> books() {
        return List.copyOf(entries.values());
    }

    /** As if nobody had taken it in time. */
    public synchronized void expire(String reference) {
        books().stream()
                .filter(entry -> entry.reference().equals(reference) && entry.standing() == Standing.AUTHORISED)
                .forEach(entry -> keep(line(entry.with(Standing.EXPIRED))));
    }

    @Override
    public synchronized Reply answer(Call call) {
        if (call.is("POST", "/v1/authorisations")) {
            return once(call.with("reference", "card", "amount"), () -> authorise(call));
        }
        if (call.is("POST", "/v1/authorisations/*/capture")) {
            return once(call.with("amount"), () -> capture(entry(call), won(call)));
        }
        if (call.is("POST", "/v1/authorisations/*/void")) {
            return once(call.with(), () -> release(entry(call)));
        }
        if (call.is("GET", "/v1/authorisations/*")) {
            return Reply.of(200, entry(call).toJson());
        }
        throw new Refused(404, "NOT_FOUND");
    }

    private interface Work {
        Outcome carriedOut();
    }

    private Reply once(Call call, Work work) {
        String key = call.header(KEY)
                .filter(given -> given.matches("[\\x21-\\x7e]{1,100}"))
                .orElseThrow(() -> new Refused(400, "IDEMPOTENCY_KEY_REQUIRED"));
        String request = "%s %s".formatted(String.join("/", call.path()), call.body());
        Kept before = answers.get(key);
        if (before != null) {
            if (!before.request().equals(request)) {
                throw new Refused(422, "IDEMPOTENCY_KEY_REUSED");
            }
            return before.reply();
        }
        Outcome outcome = work.carriedOut();
        JsonNode answer = outcome.reply().body();
        ObjectNode line = outcome.line()
                .put("key", key)
                .put("request", request)
                .put("status", outcome.reply().status());
        line.set("answer", answer);
        keep(line);
        return outcome.reply();
    }

    private Outcome authorise(Call call) {
        String card = call.text("card");
        String reference = call.text("reference");
        long won = won(call);
        CardKind kind = cards.get(card);
        if (reference.isEmpty() || reference.length() > 50) {
            throw new Refused(400, "INVALID_reference");
        }
        if (kind == null) {
            return Outcome.refusal(404, "UNKNOWN_CARD");
        }
        if (kind == CardKind.DECLINES) {
            return Outcome.refusal(402, "DECLINED");
        }
        String id = "auth_%08d".formatted(entries.size() + 1);
        return outcome(201, new Entry(id, reference, card, won, Standing.AUTHORISED));
    }

    private Outcome capture(Entry entry, long won) {
        if (entry.standing() != Standing.AUTHORISED) {
            return Outcome.refusal(409, entry.standing().name());
        }
        if (won > entry.won()) {
            return Outcome.refusal(422, "MORE_THAN_AUTHORISED");
        }
        if (cards.get(entry.card()) == CardKind.DECLINES_CAPTURE) {
            return Outcome.refusal(402, "DECLINED");
        }
        return outcome(200, entry.captured(won));
    }

    private static Outcome release(Entry entry) {
        return entry.standing() == Standing.AUTHORISED
                ? outcome(200, entry.with(Standing.VOIDED))
                : Outcome.refusal(409, entry.standing().name());
    }

    private static Outcome outcome(int status, Entry entry) {
        return new Outcome(Reply.of(status, entry.toJson()), line(entry));
    }

    private Entry entry(Call call) {
        Entry entry = entries.get(call.path().get(2));
        if (entry == null) {
            throw new Refused(404, "NOT_FOUND");
        }
        return entry;
    }

    private static long won(Call call) {
        JsonNode amount = call.body().path("amount");
        JsonNode value = amount.path("value");
        if (amount.size() != 2
                || !amount.path("currency").asText().equals("KRW")
                || !value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.asLong() <= 0) {
            throw new Refused(400, "INVALID_amount");
        }
        return value.asLong();
    }

    private static ObjectNode line(Entry entry) {
        ObjectNode line = object().put("card", entry.card());
        line.set("entry", entry.toJson());
        return line;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private void keep(ObjectNode line) {
        diary.append(line);
        remember(line);
    }

    /** To type in a card, and to look into the books. */
    @Override
    public synchronized Reply backstage(Call call) {
        if (call.is("POST", "/stand-in/cards")) {
            String token = newCard(call.with("kind").oneOf(CardKind.class, "kind"));
            return Reply.of(201, object().put("token", token));
        }
        if (call.is("GET", "/stand-in/books")) {
            ObjectNode books = object();
            ArrayNode all = books.putArray("authorisations");
            entries.values().forEach(entry -> all.add(entry.toJson()));
            return Reply.of(200, books);
        }
        throw new Refused(404, "NOT_FOUND");
    }

    @Override
    public void close() {
        diary.close();
    }
}
