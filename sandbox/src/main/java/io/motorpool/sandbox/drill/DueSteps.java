package io.motorpool.sandbox.drill;

import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.drill.Slots.Slot;
import io.motorpool.sandbox.drill.load.Kept;
import io.motorpool.sandbox.drill.load.Step;
import io.motorpool.sandbox.parts.PostgresPart;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Reservations for which time alone has made a step due, so that the sweeps find work. A drill cannot wait until a
 * driver is half an hour late, so it sets what is stored back in time.
 */
final class DueSteps {

    private static final Duration FAR = Duration.ofDays(86);
    private static final Map<String, String> REASON = Map.of("code", "OPERATIONS", "note", "drill");

    private final Scene scene;
    private final Slots slots;
    private int made;
    private int lanesOut;

    DueSteps(Scene scene) {
        this.scene = scene;
        this.slots = Slots.ahead(FAR, scene.crew().lanes());
    }

    /** A reservation for which a step is due, the step, and the status that it leads to. */
    record Due(Kept kept, Step step, String status) {}

    /** The driver has not come, so to say, to a vehicle that is there: nobody fails to come to one that is out. */
    List<Due> noShows(int howMany) throws SQLException {
        List<Due> due = new ArrayList<>();
        for (int i = 0; i < howMany; i++) {
            Kept kept = reserve(slotOfVehicleAtHome());
            due.add(new Due(kept, Step.DID_NOT_SHOW, "NO_SHOW"));
        }
        set(due, "UPDATE reservation SET no_show_from = now() - interval '1 minute' WHERE id = ANY (?)");
        return due;
    }

    private Slot slotOfVehicleAtHome() {
        Slot slot = slots.number(made++);
        return slot.lane() < lanesOut ? slotOfVehicleAtHome() : slot;
    }

    /**
     * Vehicles that are out and should be back since an hour and a half, each with somebody who waits for it soon. One
     * lane each.
     */
    List<Due> lateReturns(int howMany) throws SQLException {
        lanesOut = howMany;
        List<Due> late = new ArrayList<>();
        List<Due> due = new ArrayList<>();
        for (int lane = 0; lane < howMany; lane++) {
            Instant now = Slots.onGrid(Instant.now());
            Kept next = reserve(
                    new Slot(lane, now.plus(Slots.LENGTH.multipliedBy(2)), now.plus(Slots.LENGTH.multipliedBy(3))));
            Kept out = start(reserve(new Slot(lane, now, now.plus(Slots.LENGTH))));
            late.add(new Due(out, Step.RECORDED_LATE, "IN_USE"));
            due.add(new Due(next, Step.PUT_AT_RISK, "RESERVED"));
        }
        set(late, """
                WITH held AS (
                    UPDATE occupancy SET start_at = start_at - interval '2 hours', end_at = end_at - interval '2 hours',
                           kept_until = kept_until - interval '2 hours', clear_at = clear_at - interval '2 hours'
                     WHERE id = ANY (?) RETURNING id)
                UPDATE reservation SET start_at = start_at - interval '2 hours', end_at = end_at - interval '2 hours',
                       started_at = started_at - interval '2 hours'
                  FROM held WHERE reservation.id = held.id""");
        due.addAll(late);
        return due;
    }

    /** How long it took until all of them were done, or all of the time when they were not. */
    Duration await(List<Due> due, Duration atMost) throws Exception {
        Duration took = Wait.until(atMost, () -> due.stream().allMatch(this::isDone));
        due.forEach(one -> scene.ledger()
                .write(one.kept().after(one.step(), read(one.kept()).expect(200))));
        return took;
    }

    private boolean isDone(Due due) {
        Answer answer = read(due.kept());
        return answer.status() == 200
                && answer.body().path("status").asText().equals(due.status())
                && !answer.etag().equals(due.kept().etag());
    }

    private Kept start(Kept kept) {
        Answer answer = division()
                .post(
                        "/reservations/" + kept.id() + "/start",
                        Map.of("odometerKm", 1_000, "reason", REASON),
                        "If-Match",
                        kept.etag())
                .expect(200);
        Kept started = kept.after(Step.STARTED, answer);
        scene.ledger().write(started);
        return started;
    }

    private Kept reserve(Slot slot) {
        Answer answer = division()
                .post(
                        "/reservations",
                        Map.of(
                                "vehicle",
                                        scene.crew().vehicles().get(slot.lane()).toString(),
                                "driver", scene.crew().user(slot.lane()).toString(),
                                "start", slot.start().toString(),
                                "end", slot.end().toString(),
                                "corporate", true,
                                "reason", REASON),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201);
        Kept kept = Kept.created(answer);
        scene.ledger().write(kept);
        return kept;
    }

    private Answer read(Kept kept) {
        return division().get("/reservations/" + kept.id());
    }

    private Api division() {
        return scene.crew().division(scene.node().url());
    }

    private void set(Collection<Due> which, String sql) throws SQLException {
        PostgresPart postgres = scene.parts().postgres();
        try (Connection connection = postgres.connect(postgres.superuser());
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", which.stream().map(due -> due.kept().id()).toArray()));
            int changed = statement.executeUpdate();
            if (changed != which.size()) {
                throw new IllegalStateException("set back %d of %d reservations".formatted(changed, which.size()));
            }
        }
    }
}
