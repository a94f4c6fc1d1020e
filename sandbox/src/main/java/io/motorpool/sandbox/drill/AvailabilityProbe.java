package io.motorpool.sandbox.drill;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.drill.check.Findings;
import io.motorpool.sandbox.drill.load.Crew;
import io.motorpool.sandbox.drill.load.Kept;
import io.motorpool.sandbox.drill.load.Ledger;
import io.motorpool.sandbox.drill.load.Step;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One vehicle whose reservation is changed on one node while the other is asked, which just before said how things were.
 * What the other shows may be as old as P20 allows; what it writes and what it reads by id knows of the change at once.
 */
final class AvailabilityProbe {

    private static final Duration OLDEST = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration AGAIN_AFTER = Duration.ofMillis(20);
    private static final int HOURS = 48;

    private final Crew crew;
    private final Ledger ledger;
    private final int lane;
    private final URI here;
    private final URI there;
    private final Instant from;
    private final RandomGenerator dice;
    private final Findings findings = new Findings();
    private final List<Duration> delays = new ArrayList<>();
    private @Nullable Kept held;

    /**
     * @param lane the number of the vehicle and of the driver
     * @param here the node that changes
     * @param there the node that is asked
     * @param from the beginning of two days that nobody else touches
     */
    AvailabilityProbe(Crew crew, Ledger ledger, int lane, URI here, URI there, Instant from, RandomGenerator dice) {
        this.crew = crew;
        this.ledger = ledger;
        this.lane = lane;
        this.here = here;
        this.there = there;
        this.from = from;
        this.dice = dice;
    }

    /** What was found, and after which time the other node showed each change. */
    record Result(Findings findings, List<Duration> delays) {}

    /** @param looks how many changes are looked for; a few more are made, of which the other node is told otherwise */
    Result probe(int looks) {
        for (int change = 0; delays.size() < looks && change < 3 * looks; change++) {
            var _ = availability();
            Kept before = held;
            if (before == null) {
                reserve();
            } else if (dice.nextBoolean()) {
                move(before);
            } else {
                cancel(before);
            }
        }
        return new Result(findings, delays);
    }

    private void reserve() {
        Instant start = somewhere();
        Kept kept = Kept.created(create(driver(here), start).expect(201));
        Instant done = Instant.now();
        keep(kept);
        readsAtOnce(kept);
        writesAtOnce(kept);
        shownSince(done, kept);
    }

    private void move(Kept before) {
        Instant start = somewhere();
        Answer answer = driver(here)
                .put(path(before) + "/period", period(start), "If-Match", before.etag())
                .expect(200);
        Instant done = Instant.now();
        Kept kept = before.after(Step.RESCHEDULED, answer);
        keep(kept);
        readsAtOnce(kept);
        writesAtOnce(kept);
        shownSince(done, kept);
    }

    /** The other node then takes the same place at once, which the first has to know of at once. */
    private void cancel(Kept before) {
        Answer answer = driver(here)
                .post(path(before) + "/cancellation", Map.of(), "If-Match", before.etag())
                .expect(200);
        Instant done = Instant.now();
        Kept cancelled = before.after(Step.CANCELLED, answer);
        keep(cancelled);
        readsAtOnce(cancelled);
        if (dice.nextBoolean()) {
            shownSince(done, null);
            return;
        }
        Answer taken = create(driver(there), before.start());
        if (taken.status() != 201) {
            findings.add("a write on the other node knows of a change at once", "freed, and yet " + taken.code());
            return;
        }
        keep(Kept.created(taken));
    }

    private void keep(Kept kept) {
        ledger.write(kept);
        held = kept.status().equals("RESERVED") ? kept : null;
    }

    private void readsAtOnce(Kept kept) {
        Answer answer = driver(there).get(path(kept)).expect(200);
        findings.unless(
                kept.shows(answer),
                "a read by id on the other node knows of a change at once",
                "%s was shown as %s".formatted(kept, answer.body()));
    }

    private void writesAtOnce(Kept kept) {
        int somebodyElse = (lane + crew.lanes() / 2) % crew.lanes();
        Answer answer = create(crew.driver(somebodyElse, there), kept.start());
        findings.unless(
                answer.status() == 409 && answer.code().equals("vehicle-taken"),
                "a write on the other node knows of a change at once",
                "%s was answered with %d %s".formatted(kept, answer.status(), answer.code()));
    }

    /** Counted from when the question was sent, so that a slow way back is not taken for an old answer. */
    private void shownSince(Instant done, @Nullable Kept expected) {
        Instant giveUp = done.plus(PATIENCE);
        while (true) {
            Instant asked = Instant.now();
            JsonNode shown = availability();
            Instant asOf = Instant.parse(shown.path("asOf").asText());
            Duration age = Duration.between(done, asked);
            if (shows(shown, expected)) {
                delays.add(age);
                return;
            }
            boolean tooOld = age.compareTo(OLDEST) > 0 || asOf.isBefore(asked.minus(OLDEST));
            if (tooOld || asOf.isAfter(done)) {
                findings.add(
                        "availability on the other node is at most %d s old".formatted(OLDEST.toSeconds()),
                        "asked %d ms after the change: %s".formatted(age.toMillis(), shown));
            }
            if (asked.isAfter(giveUp)) {
                return;
            }
            Wait.pause(AGAIN_AFTER);
        }
    }

    private static boolean shows(JsonNode availability, @Nullable Kept expected) {
        List<Instant> starts = new ArrayList<>();
        availability.path("taken").forEach(taken -> {
            if (taken.path("kind").asText().equals("RESERVATION")) {
                starts.add(Instant.parse(taken.path("start").asText()));
            }
        });
        return starts.equals(expected == null ? List.of() : List.of(expected.start()));
    }

    private JsonNode availability() {
        return driver(there)
                .get("/vehicles/%s/availability?start=%s&end=%s"
                        .formatted(vehicle(), from, from.plus(Duration.ofHours(HOURS + 2))))
                .expect(200)
                .body();
    }

    private Answer create(Api api, Instant start) {
        Map<String, Object> body = Map.of(
                "vehicle", vehicle().toString(),
                "start", start.toString(),
                "end", start.plus(Slots.LENGTH).toString(),
                "corporate", true);
        return api.post(
                "/reservations", body, "Idempotency-Key", UUID.randomUUID().toString());
    }

    private Instant somewhere() {
        return from.plus(Slots.LENGTH.multipliedBy(dice.nextLong(HOURS * 2L)));
    }

    private static Map<String, Object> period(Instant start) {
        return Map.of("start", start.toString(), "end", start.plus(Slots.LENGTH).toString());
    }

    private Api driver(URI node) {
        return crew.driver(lane, node);
    }

    private UUID vehicle() {
        return crew.vehicles().get(lane);
    }

    private static String path(Kept kept) {
        return "/reservations/" + kept.id();
    }
}
