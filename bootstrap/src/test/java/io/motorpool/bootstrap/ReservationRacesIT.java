package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.bootstrap.Race.Finish;
import io.motorpool.sandbox.api.Answer;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Everybody wants the same thing at the same moment, over HTTP. */
@EndToEnd
class ReservationRacesIT {

    private static final int CLIENTS = 100;
    private static final int ROUNDS = 50;
    private static final int DUELS = 30;
    private static final int RIVALS = 8;
    private static final Duration HOUR = Duration.ofHours(1);

    /** Two cores serve a hundred callers here, and the tests besides. Whole seconds would be a deadlock that was broken. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final RunningSystem system;
    private final ClientCompany company;
    private final Person support;
    private final Person driver;
    private final List<Person> rivals;

    ReservationRacesIT(RunningSystem system) {
        this.system = system;
        this.company = system.newCompany();
        this.support = system.support().withOneToken();
        this.driver = company.newMember().withOneToken();
        this.rivals = members(RIVALS);
    }

    /** Their tokens are signed before the start. */
    private List<Person> members(int number) {
        return Stream.generate(() -> company.newMember().withOneToken())
                .limit(number)
                .toList();
    }

    @AfterEach
    void nobody_ran_into_a_deadlock() throws Exception {
        assertThat(Files.readString(system.parts().postgres().log())).doesNotContain("deadlock detected");
    }

    @Test
    void of_a_hundred_who_want_the_same_two_hours_one_gets_them_and_the_others_learn_who_has() throws Exception {
        UUID vehicle = company.newVehicle(10);
        List<Person> clients = members(CLIENTS);
        for (int round = 0; round < ROUNDS; round++) {
            Slot slot = Slot.ahead(Duration.ofHours(24 + 3L * round), Duration.ofHours(2));
            List<Finish> finishes = Race.between(callers(clients, client -> client.reserve(vehicle, slot)));

            assertThat(finishes).filteredOn(finish -> finish.status() == 201).hasSize(1);
            assertThat(finishes)
                    .filteredOn(finish -> finish.status() != 201)
                    .allSatisfy(finish -> learnedOf(slot, finish.answer()));
        }
        assertThat(stored(vehicle)).hasSize(ROUNDS);
    }

    @Test
    void random_windows_leave_as_many_disjoint_reservations_as_were_confirmed() throws Exception {
        UUID vehicle = company.newVehicle(10);
        List<Person> clients = members(CLIENTS);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Finish> finishes = new ArrayList<>();
        for (int round = 0; round < 10; round++) {
            finishes.addAll(Race.between(callers(clients, client -> client.reserve(vehicle, somewhere(random)))));
        }

        assertThat(finishes).as("seed " + seed).allSatisfy(ReservationRacesIT::wonOrTold);
        List<Slot> stored = stored(vehicle);
        assertThat(finishes)
                .as("seed " + seed)
                .filteredOn(finish -> finish.status() == 201)
                .hasSameSizeAs(stored);
        areDisjoint(stored, Duration.ofMinutes(10));
    }

    @Test
    void an_extension_and_new_reservations_do_not_get_the_same_hour() throws Exception {
        UUID vehicle = company.newVehicle();
        for (int duel = 0; duel < DUELS; duel++) {
            Slot slot = Slot.hourIn(24 + 3 * duel);
            Answer mine = driver.reserve(vehicle, slot).expect(201);
            List<Supplier<Answer>> callers = callers(rivals, rival -> rival.reserve(vehicle, slot.next()));
            callers.add(() -> driver.reschedule(mine, slot.longer(HOUR)));
            List<Finish> finishes = Race.between(callers);

            assertThat(finishes).allSatisfy(ReservationRacesIT::wonOrTold);
            assertThat(finishes).filteredOn(finish -> finish.status() < 300).hasSize(1);
        }
        areDisjoint(stored(vehicle), Duration.ZERO);
    }

    @Test
    void what_is_cancelled_while_others_ask_for_it_goes_to_one_of_them_or_stays_free() throws Exception {
        UUID vehicle = company.newVehicle();
        Person other = company.newMember();
        for (int duel = 0; duel < DUELS; duel++) {
            Slot slot = Slot.hourIn(24 + 3 * duel);
            Answer mine = driver.reserve(vehicle, slot).expect(201);
            List<Supplier<Answer>> callers = callers(rivals, rival -> rival.reserve(vehicle, slot));
            callers.add(() -> driver.step(mine, "cancellation", Map.of()));
            List<Finish> finishes = Race.between(callers);

            assertThat(finishes).allSatisfy(ReservationRacesIT::wonOrTold);
            assertThat(finishes.getLast().status()).isEqualTo(200);
            long won =
                    finishes.stream().filter(finish -> finish.status() == 201).count();
            assertThat(won).isLessThanOrEqualTo(1);
            assertThat(other.reserve(vehicle, slot).status()).isEqualTo(won == 1 ? 409 : 201);
        }
        assertThat(stored(vehicle)).hasSize(DUELS);
    }

    @Test
    void vehicles_are_swapped_while_others_reserve_and_nothing_overlaps() throws Exception {
        UUID one = company.newVehicle();
        UUID two = company.newVehicle();
        Person colleague = company.newMember();
        for (int duel = 0; duel < DUELS; duel++) {
            Slot slot = Slot.hourIn(24 + 3 * duel);
            Answer shorter = driver.reserve(one, slot).expect(201);
            Answer longer = colleague.reserve(two, slot.longer(HOUR)).expect(201);
            List<Supplier<Answer>> callers =
                    callers(rivals, rival -> rival.reserve(rival.user().hashCode() % 2 == 0 ? one : two, slot.next()));
            callers.add(() -> support.stepFor(shorter, "vehicle-swap", Map.of("with", longer.id())));
            callers.add(() -> support.stepFor(longer, "vehicle-swap", Map.of("with", shorter.id())));
            List<Finish> finishes = Race.between(callers);

            assertThat(finishes)
                    .allSatisfy(finish -> assertThat(finish.status()).isIn(200, 201, 409, 412))
                    .allSatisfy(finish -> assertThat(finish.took()).isLessThan(LONGEST));
            assertThat(List.of(
                            driver.look(shorter).body().path("vehicle").asText(),
                            colleague.look(longer).body().path("vehicle").asText()))
                    .containsExactlyInAnyOrder(one.toString(), two.toString());
        }
        areDisjoint(stored(one), Duration.ZERO);
        areDisjoint(stored(two), Duration.ZERO);
    }

    @Test
    void a_driver_who_asks_for_several_vehicles_at_once_gets_one() throws Exception {
        List<UUID> vehicles = Stream.generate(company::newVehicle).limit(RIVALS).toList();
        for (int duel = 0; duel < DUELS; duel++) {
            Slot slot = Slot.hourIn(24 + 3 * duel);
            List<Finish> finishes = Race.between(vehicles.stream()
                    .<Supplier<Answer>>map(vehicle -> () -> driver.reserve(vehicle, slot))
                    .toList());

            assertThat(finishes).allSatisfy(ReservationRacesIT::wonOrTold);
            assertThat(finishes).filteredOn(finish -> finish.status() == 201).hasSize(1);
            assertThat(finishes)
                    .filteredOn(finish -> finish.status() == 409)
                    .allSatisfy(finish -> assertThat(finish.answer().code()).isEqualTo("driver-busy"));
        }
    }

    @Test
    void a_request_that_is_sent_many_times_at_once_reserves_once() throws Exception {
        UUID vehicle = company.newVehicle();
        for (int duel = 0; duel < DUELS; duel++) {
            Slot slot = Slot.hourIn(24 + 3 * duel);
            String key = "impatient-" + duel;
            List<Finish> finishes = Race.between(
                    Collections.nCopies(RIVALS, (Supplier<Answer>) () -> driver.reserve(vehicle, slot, key)));

            assertThat(finishes)
                    .allSatisfy(finish -> assertThat(finish.status()).isIn(201, 409));
            assertThat(finishes)
                    .filteredOn(finish -> finish.status() == 409)
                    .allSatisfy(finish -> assertThat(finish.answer().code()).isEqualTo("request-in-flight"));
            assertThat(finishes)
                    .filteredOn(finish -> finish.status() == 201)
                    .isNotEmpty()
                    .extracting(finish -> finish.answer().id())
                    .containsOnly(driver.reserve(vehicle, slot, key).expect(201).id());
        }
        assertThat(stored(vehicle)).hasSize(DUELS);
    }

    @Test
    void of_two_changes_that_saw_the_same_version_one_is_taken_and_the_other_is_stale() throws Exception {
        UUID vehicle = company.newVehicle();
        for (int duel = 0; duel < DUELS; duel++) {
            Slot slot = Slot.hourIn(24 + 3 * duel);
            Answer seen = driver.reserve(vehicle, slot).expect(201);
            List<Finish> finishes = Race.between(List.of(
                    () -> driver.reschedule(seen, slot.longer(HOUR)),
                    () -> driver.reschedule(seen, slot.later(HOUR)),
                    () -> driver.step(seen, "cancellation", Map.of())));

            assertThat(finishes).extracting(Finish::status).containsExactlyInAnyOrder(200, 412, 412);
        }
    }

    @Test
    void a_block_and_new_reservations_do_not_get_the_same_hour() throws Exception {
        UUID vehicle = company.newVehicle();
        String seen = support.get("/vehicles/" + vehicle).expect(200).etag();
        for (int duel = 0; duel < DUELS; duel++) {
            Slot slot = Slot.hourIn(24 + 3 * duel);
            List<Supplier<Answer>> callers = callers(rivals, rival -> rival.reserve(vehicle, slot));
            callers.add(() -> support.occupy(vehicle, seen, slot, "BLOCK", false));
            List<Finish> finishes = Race.between(callers);

            assertThat(finishes)
                    .allSatisfy(finish -> assertThat(finish.status()).isIn(201, 409));
            assertThat(finishes).filteredOn(finish -> finish.status() == 201).hasSize(1);
        }
    }

    private static List<Supplier<Answer>> callers(List<Person> people, Function<Person, Answer> call) {
        List<Supplier<Answer>> callers = new ArrayList<>();
        people.forEach(person -> callers.add(() -> call.apply(person)));
        return callers;
    }

    private static void wonOrTold(Finish finish) {
        assertThat(finish.took()).isLessThan(LONGEST);
        assertThat(finish.status()).as(finish.answer().body().toString()).isIn(200, 201, 409);
        if (finish.status() == 409) {
            assertThat(finish.answer().code()).isIn("vehicle-taken", "driver-busy");
            assertThat(finish.answer().body().path("inTheWay").path("start").isTextual())
                    .isTrue();
        }
    }

    private static void learnedOf(Slot taken, Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("vehicle-taken");
        assertThat(answer.body().path("inTheWay").path("kind").asText()).isEqualTo("RESERVATION");
        assertThat(Slot.of(answer.body().path("inTheWay"))).isEqualTo(taken);
    }

    /** Within three days, between half an hour and four. */
    private static synchronized Slot somewhere(Random random) {
        return Slot.ahead(
                Duration.ofMinutes(24 * 60 + 10L * random.nextInt(3 * 24 * 6)),
                Duration.ofMinutes(30 + 10L * random.nextInt(22)));
    }

    /** What waits on the vehicle, in order. */
    private List<Slot> stored(UUID vehicle) {
        List<Slot> slots = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = company.admin()
                    .get("/reservations?status=RESERVED&limit=100&vehicle=" + vehicle + cursor)
                    .expect(200)
                    .body();
            page.path("items").forEach(item -> slots.add(Slot.of(item)));
            cursor = page.has("nextCursor")
                    ? "&cursor=" + page.path("nextCursor").asText()
                    : "";
        } while (!cursor.isEmpty());
        slots.sort(Comparator.comparing(Slot::start));
        return slots;
    }

    private static void areDisjoint(List<Slot> slots, Duration turnaround) {
        for (int i = 1; i < slots.size(); i++) {
            assertThat(slots.get(i - 1).end().plus(turnaround))
                    .isBeforeOrEqualTo(slots.get(i).start());
        }
    }
}
