package io.motorpool.bootstrap;

import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.api.Api;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Somebody who calls, with a token that is signed anew for each call: the tests may take longer than one lives. */
public final class Person {

    /** Why somebody acts for somebody else. */
    public static final Map<String, Object> REASON =
            Map.of("reason", Map.of("code", "DRIVER_REQUEST", "note", "called the hotline"));

    private final UUID user;
    private final Api anonymous;
    private final Supplier<String> token;

    Person(UUID user, Api anonymous, Supplier<String> token) {
        this.user = user;
        this.anonymous = anonymous;
        this.token = token;
    }

    /** The same with a token that is signed now, for those who have no time to sign later. */
    public Person withOneToken() {
        String signed = token.get();
        return new Person(user, anonymous, () -> signed);
    }

    public UUID user() {
        return user;
    }

    /** A fresh access token. */
    public String token() {
        return token.get();
    }

    /** The API as this person sees it. */
    public Api api() {
        return anonymous.as(token.get());
    }

    public Answer get(String path) {
        return api().get(path);
    }

    /** Asks for the vehicle, for oneself. */
    public Answer reserve(UUID vehicle, Slot slot) {
        return reserve(vehicle, slot, UUID.randomUUID().toString());
    }

    public Answer reserve(UUID vehicle, Slot slot, String idempotencyKey) {
        return reserve(vehicle, slot, idempotencyKey, Map.of());
    }

    /** The same, to be paid for in this way. */
    public Answer reserve(UUID vehicle, Slot slot, Map<String, Object> payment) {
        return reserve(vehicle, slot, UUID.randomUUID().toString(), payment);
    }

    private Answer reserve(UUID vehicle, Slot slot, String idempotencyKey, Map<String, Object> payment) {
        return api().post(
                        "/reservations",
                        with(
                                Map.of(
                                        "vehicle", vehicle.toString(),
                                        "start", slot.start().toString(),
                                        "end", slot.end().toString(),
                                        "corporate", true),
                                payment),
                        "Idempotency-Key",
                        idempotencyKey);
    }

    /** Takes a step of a reservation's life, on what was seen of it. */
    public Answer step(Answer seen, String step, Map<String, ?> body) {
        return api().post("/reservations/" + seen.id() + "/" + step, body, "If-Match", seen.etag());
    }

    /** The same for somebody else, with a reason. */
    public Answer stepFor(Answer seen, String step, Map<String, ?> body) {
        return step(seen, step, with(REASON, body));
    }

    /** Takes the vehicle out of use as it is now, with a reason. */
    public Answer occupy(UUID vehicle, Slot slot, String cause, boolean relocate) {
        return occupy(vehicle, get("/vehicles/" + vehicle).expect(200).etag(), slot, cause, relocate);
    }

    /** The same on what was seen of it. */
    public Answer occupy(UUID vehicle, String seen, Slot slot, String cause, boolean relocate) {
        Map<String, Object> wanted = Map.of(
                "cause",
                cause,
                "start",
                slot.start().toString(),
                "end",
                slot.end().toString(),
                "relocate",
                relocate);
        return api().post("/vehicles/" + vehicle + "/occupancies", with(REASON, wanted), "If-Match", seen);
    }

    /** Moves, extends or shortens what was seen. */
    public Answer reschedule(Answer seen, Slot slot) {
        return api().put(
                        "/reservations/" + seen.id() + "/period",
                        Map.of(
                                "start", slot.start().toString(),
                                "end", slot.end().toString()),
                        "If-Match",
                        seen.etag());
    }

    /** What became of the reservation. */
    public Answer look(Answer seen) {
        return get("/reservations/" + seen.id()).expect(200);
    }

    /** Both in one. */
    public static Map<String, Object> with(Map<String, ?> one, Map<String, ?> other) {
        Map<String, Object> both = new HashMap<>(one);
        both.putAll(other);
        return both;
    }
}
