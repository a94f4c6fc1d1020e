package io.motorpool.sandbox.drill.load;

import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.drill.load.Line.Exchanged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * One driver who reserves, moves and cancels without end. Whatever leaves them in the dark they clear up before they go
 * on, as a careful client would: a creation is sent again with its key, of a change they look whether it happened.
 */
final class TirelessDriver {

    private static final int FEW = 4;
    private static final int MANY = 40;
    private static final Duration GRID = Duration.ofMinutes(10);
    private static final int FIRST_DAY = 2;
    private static final int LAST_DAY = 80;
    private static final Duration AGAIN_AFTER = Duration.ofMillis(150);
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** Whose API, at any of the nodes. */
    private final Supplier<Api> api;

    private final List<UUID> vehicles;
    private final Line line;
    private final Ledger ledger;
    private final RandomGenerator dice;
    private final List<Kept> mine = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    TirelessDriver(Supplier<Api> api, List<UUID> vehicles, Line line, Ledger ledger, RandomGenerator dice) {
        this.api = api;
        this.vehicles = vehicles;
        this.line = line;
        this.ledger = ledger;
        this.dice = dice;
    }

    /** Returns once asked to, with nothing left open. */
    List<String> drive(BooleanSupplier enough, Duration pace) {
        while (!enough.getAsBoolean()) {
            act();
            pause(Duration.ofNanos(dice.nextLong(pace.toNanos() * 2 + 1)));
        }
        return complaints;
    }

    private void act() {
        if (mine.size() < FEW || mine.size() < MANY && dice.nextInt(3) == 0) {
            reserve();
        } else if (dice.nextBoolean()) {
            move(mine.remove(dice.nextInt(mine.size())));
        } else {
            cancel(mine.remove(dice.nextInt(mine.size())));
        }
    }

    private void reserve() {
        String key = UUID.randomUUID().toString();
        Wish wish = wish();
        Map<String, Object> body = Map.of(
                "vehicle", vehicles.get(dice.nextInt(vehicles.size())).toString(),
                "start", wish.start().toString(),
                "end", wish.end().toString(),
                "corporate", true);
        Exchanged last = insist("create", () -> api.get().post("/reservations", body, "Idempotency-Key", key));
        if (last.seen().status() == 201) {
            keep(Kept.created(last.answer().orElseThrow()));
        } else if (last.seen().status() != 409) {
            complain("a creation", last.seen());
        }
    }

    private void move(Kept before) {
        Wish wish = wish();
        Map<String, Object> body =
                Map.of("start", wish.start().toString(), "end", wish.end().toString());
        change(
                Step.RESCHEDULED,
                before,
                line.ask("move", () -> api.get().put(path(before) + "/period", body, "If-Match", before.etag())),
                found -> found.start().equals(wish.start()) && found.end().equals(wish.end()));
    }

    private void cancel(Kept before) {
        change(
                Step.CANCELLED,
                before,
                line.ask(
                        "cancel",
                        () -> api.get().post(path(before) + "/cancellation", Map.of(), "If-Match", before.etag())),
                found -> found.status().equals("CANCELLED"));
    }

    private void change(Step step, Kept before, Exchanged exchanged, Predicate<Kept> wanted) {
        Seen seen = exchanged.seen();
        if (seen.succeeded()) {
            keep(before.after(step, exchanged.answer().orElseThrow()));
        } else if (seen.leavesOpen()) {
            lookAfter(step, before, wanted);
        } else {
            mine.add(before);
            if (seen.status() != 409) {
                complain("a change of " + before.id(), seen);
            }
        }
    }

    private void lookAfter(Step step, Kept before, Predicate<Kept> wanted) {
        Exchanged look = insist("read", () -> api.get().get(path(before)));
        if (look.seen().status() != 200) {
            complain("looking for " + before.id(), look.seen());
            return;
        }
        Kept now = before.after(step, look.answer().orElseThrow());
        if (now.version() == before.version()) {
            mine.add(before);
        } else if (wanted.test(now)) {
            keep(now);
        } else {
            complaints.add(
                    "%s is neither what it was (%s) nor what was asked for: %s".formatted(before.id(), before, now));
        }
    }

    private void keep(Kept kept) {
        ledger.write(kept);
        if (kept.status().equals("RESERVED")) {
            mine.add(kept);
        }
    }

    /** The answer that leaves nothing open, or the last one when patience ends. */
    private Exchanged insist(String what, Supplier<Answer> question) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Exchanged exchanged = line.ask(what, question);
        while (exchanged.seen().leavesOpen() && System.nanoTime() < deadline) {
            pause(AGAIN_AFTER);
            exchanged = line.ask(what, question);
        }
        return exchanged;
    }

    private void complain(String about, Seen seen) {
        complaints.add("%s was answered with %s".formatted(about, seen.outcome()));
    }

    private record Wish(Instant start, Instant end) {}

    private Wish wish() {
        long slots = Duration.ofDays(LAST_DAY - FIRST_DAY).dividedBy(GRID);
        long today = Instant.now().getEpochSecond() / GRID.toSeconds() * GRID.toSeconds();
        Instant start = Instant.ofEpochSecond(today)
                .plus(Duration.ofDays(FIRST_DAY))
                .plus(GRID.multipliedBy(dice.nextLong(slots)));
        return new Wish(start, start.plus(GRID.multipliedBy(dice.nextInt(3, 19))));
    }

    private static String path(Kept kept) {
        return "/reservations/" + kept.id();
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while driving", interrupted);
        }
    }
}
