package io.motorpool.sandbox.telematics;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.sandbox.standin.Fault;
import io.motorpool.sandbox.standin.StandIn;
import io.motorpool.sandbox.standin.StandInCaller;
import io.motorpool.sandbox.standin.StandInCaller.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stand-in is as strict as a device, keeps what it was told, and fails when it is made to. */
class TelematicsTest {

    private static final UUID CAR = new UUID(0, 1);
    private static final UUID ANNA = new UUID(0, 2);
    private static final UUID BEN = new UUID(0, 3);

    @TempDir
    Path folder;

    private StandIn<Telematics> standIn = Telematics.temporary();
    private StandInCaller caller = new StandInCaller(standIn);

    @BeforeEach
    void start() {
        standIn = Telematics.in(folder, 0);
        standIn.start();
        caller = new StandInCaller(standIn);
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void without_the_secret_nobody_gets_in() {
        assertThat(caller.send("GET", "/v1/devices/" + CAR, "", Map.of("Authorization", "Bearer guessed"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void an_order_is_carried_out_once_and_acknowledged_again() {
        Answer first = learn(1, ANNA);
        Answer again = learn(1, ANNA);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json().path("sequence").asLong()).isEqualTo(1);
        assertThat(again.status()).isEqualTo(200);
        assertThat(device().people()).containsExactly(ANNA);
    }

    @Test
    void a_number_does_not_mean_two_things_and_a_lower_one_means_nothing() {
        assertThat(learn(2, ANNA).status()).isEqualTo(200);

        assertThat(learn(2, BEN).status()).isEqualTo(422);
        assertThat(learn(1, BEN).error()).isEqualTo("OVERTAKEN");
        assertThat(device().people()).containsExactly(ANNA);
    }

    @Test
    void somebody_who_forgets_nothing_has_two_holders_and_it_shows() {
        assertThat(learn(1, ANNA).status()).isEqualTo(200);
        assertThat(learn(2, BEN).status()).isEqualTo(200);
        assertThat(forget(3).status()).isEqualTo(200);

        assertThat(device().people()).isEmpty();
        assertThat(device().mostPeople()).isEqualTo(2);
    }

    @Test
    void a_command_is_carried_out_once_and_only_under_the_last_order() {
        assertThat(learn(5, ANNA).status()).isEqualTo(200);
        UUID unlock = UUID.randomUUID();

        assertThat(command(unlock, "UNLOCK", 5).json().path("doors").asText()).isEqualTo("UNLOCKED");
        assertThat(command(UUID.randomUUID(), "LOCK", 5).status()).isEqualTo(200);
        assertThat(command(unlock, "UNLOCK", 5).json().path("doors").asText())
                .as("repeated, and not carried out again")
                .isEqualTo("LOCKED");
        assertThat(command(unlock, "LOCK", 5).status()).isEqualTo(422);
        assertThat(command(UUID.randomUUID(), "UNLOCK", 4).error()).isEqualTo("OVERTAKEN");
    }

    @Test
    void what_it_was_told_survives_a_restart_and_half_a_line() throws IOException {
        assertThat(learn(1, ANNA).status()).isEqualTo(200);
        standIn.stop();
        Path _ = Files.writeString(folder.resolve("devices.diary"), "{\"device\":{", StandardOpenOption.APPEND);

        standIn.start();

        assertThat(device().people()).containsExactly(ANNA);
        assertThat(forget(2).status()).isEqualTo(200);
    }

    @Test
    void offline_nothing_arrives_and_without_acknowledgements_everything_does() {
        standIn.service().mood(CAR, Mood.OFFLINE);
        assertThat(learn(1, ANNA).error()).isEqualTo("DEVICE_SILENT");
        assertThat(device().people()).isEmpty();

        standIn.service().mood(CAR, Mood.LOSES_ACKNOWLEDGEMENTS);
        assertThat(learn(1, ANNA).error()).isEqualTo("DEVICE_SILENT");
        assertThat(device().people()).containsExactly(ANNA);
        assertThat(caller.get("/v1/devices/" + CAR).status()).isEqualTo(504);
    }

    @Test
    void jammed_doors_do_not_move_and_a_broken_key_module_forgets_only() {
        assertThat(learn(1, ANNA).status()).isEqualTo(200);

        standIn.service().mood(CAR, Mood.JAMMED);
        assertThat(command(UUID.randomUUID(), "UNLOCK", 1).error()).isEqualTo("JAMMED");
        assertThat(device().doorsLocked()).isTrue();
        assertThat(command(UUID.randomUUID(), "IMMOBILISE", 1).status()).isEqualTo(200);

        standIn.service().mood(CAR, Mood.LEARNS_NOTHING);
        assertThat(forget(2).status()).isEqualTo(200);
        assertThat(learn(3, BEN).error()).isEqualTo("KEY_MODULE_FAILED");
    }

    @Test
    void an_answer_can_get_lost_on_the_way_and_everything_can_take_its_time() {
        standIn.switchboard().next(new Fault.LosesAnswer());
        assertThat(learn(1, ANNA).status()).isZero();
        assertThat(device().people()).containsExactly(ANNA);

        standIn.switchboard().latency(Duration.ofMillis(100), Duration.ofMillis(150));
        long before = System.nanoTime();
        assertThat(caller.get("/v1/devices/" + CAR).status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(199));
    }

    @Test
    void it_is_driven_and_put_into_a_mood_from_outside() {
        assertThat(caller.put("/stand-in/devices/%s/drive".formatted(CAR), "{\"ignition\":\"ON\",\"odometerKm\":120}")
                        .status())
                .isEqualTo(204);
        assertThat(caller.get("/v1/devices/" + CAR).json().path("odometerKm").asLong())
                .isEqualTo(120);
        assertThat(caller.put("/stand-in/mood", "{\"mood\":\"OFFLINE\"}").status())
                .isEqualTo(204);
        assertThat(caller.get("/v1/devices/" + CAR).status()).isEqualTo(504);
    }

    @Test
    void nonsense_is_refused() {
        String order = "/v1/devices/%s/keys/1".formatted(CAR);

        assertThat(caller.put(order, "{\"action\":\"LEARN\"}").status()).isEqualTo(400);
        assertThat(caller.put(order, "{\"action\":\"FORGET\",\"hurry\":true}").status())
                .isEqualTo(400);
        assertThat(caller.put(order, "[]").status()).isEqualTo(400);
        assertThat(caller.put("/v1/devices/%s/keys/0".formatted(CAR), "{\"action\":\"FORGET\"}")
                        .status())
                .isEqualTo(404);
        assertThat(caller.put("/v1/devices/car/keys/1", "{\"action\":\"FORGET\"}")
                        .status())
                .isEqualTo(404);
    }

    private Device device() {
        return standIn.service().look(CAR);
    }

    private Answer learn(long number, UUID person) {
        return caller.put(
                "/v1/devices/%s/keys/%d".formatted(CAR, number),
                "{\"action\":\"LEARN\",\"person\":\"%s\"}".formatted(person));
    }

    private Answer forget(long number) {
        return caller.put("/v1/devices/%s/keys/%d".formatted(CAR, number), "{\"action\":\"FORGET\"}");
    }

    private Answer command(UUID name, String command, long sequence) {
        return caller.put(
                "/v1/devices/%s/commands/%s".formatted(CAR, name),
                "{\"command\":\"%s\",\"sequence\":%d}".formatted(command, sequence));
    }
}
