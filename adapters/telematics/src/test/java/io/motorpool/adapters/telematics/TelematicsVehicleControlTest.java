package io.motorpool.adapters.telematics;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.key.VehicleControl;
import io.motorpool.application.key.VehicleControl.KeyAnswer;
import io.motorpool.application.key.VehicleControl.Operated;
import io.motorpool.application.key.VehicleControlContract;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.key.KeyOrder;
import io.motorpool.domain.key.Operation;
import io.motorpool.domain.key.VehicleOrder;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.sandbox.standin.Fault;
import io.motorpool.sandbox.standin.StandIn;
import io.motorpool.sandbox.telematics.Mood;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TelematicsVehicleControlTest implements VehicleControlContract {

    private static final StandIn<io.motorpool.sandbox.telematics.Telematics> STAND_IN =
            io.motorpool.sandbox.telematics.Telematics.temporary();

    private final VehicleId vehicle = givenVehicle();
    private Airway airway = TelematicsForTests.airway(STAND_IN, Map.of());

    @BeforeAll
    static void start() {
        STAND_IN.start();
    }

    @AfterAll
    static void end() {
        STAND_IN.close();
    }

    @AfterEach
    void calm() {
        airway.close();
        STAND_IN.switchboard().calm();
        STAND_IN.start();
        STAND_IN.service().mood(Mood.WELL);
    }

    @Override
    public VehicleControl control() {
        return new TelematicsVehicleControl(airway, Clock.systemUTC());
    }

    @Override
    public VehicleId givenVehicle() {
        return new VehicleId(UUID.randomUUID());
    }

    @Override
    public void loseAnswers() {
        STAND_IN.service().mood(Mood.LOSES_ACKNOWLEDGEMENTS);
    }

    @Override
    public void calmDown() {
        STAND_IN.service().mood(Mood.WELL);
    }

    @Override
    public int opensTo(VehicleId of) {
        return STAND_IN.service().look(of.value()).people().size();
    }

    @Test
    void what_the_dashboard_shows_comes_with_the_answer() {
        STAND_IN.service().drive(vehicle.value(), true, 12_345);

        assertThat(obey(1)).isEqualTo(new KeyAnswer.Done(new Odometer(12_345)));
        assertThat(control().state(vehicle).await().indefinitely().orElseThrow().ignitionOn())
                .isTrue();
    }

    @Test
    void whatever_happens_on_the_way_is_an_answer() {
        STAND_IN.switchboard().next(new Fault.BreaksOff());
        assertThat(obey(1)).isEqualTo(new KeyAnswer.NotDone());
        STAND_IN.switchboard().next(new Fault.Refuses(500));
        assertThat(obey(1)).isEqualTo(new KeyAnswer.NotDone());
        STAND_IN.switchboard().next(new Fault.TakesLong(Duration.ofMillis(1_300)));
        assertThat(obey(1)).isEqualTo(new KeyAnswer.NotDone());
        STAND_IN.stop();
        assertThat(obey(1)).isEqualTo(new KeyAnswer.NotDone());
        assertThat(control().state(vehicle).await().indefinitely()).isEmpty();

        STAND_IN.start();
        assertThat(obey(1)).isInstanceOf(KeyAnswer.Done.class);
        assertThat(opensTo(vehicle)).isEqualTo(1);
    }

    @Test
    void jammed_doors_are_not_taken_for_locked() {
        STAND_IN.service().mood(Mood.JAMMED);

        assertThat(unlock()).isEqualTo(Operated.SILENT);
    }

    @Test
    void a_device_that_learns_nothing_is_told_again() {
        STAND_IN.service().mood(Mood.LEARNS_NOTHING);
        assertThat(obey(1)).isEqualTo(new KeyAnswer.NotDone());

        STAND_IN.service().mood(Mood.WELL);
        assertThat(obey(1)).isInstanceOf(KeyAnswer.Done.class);
    }

    @Test
    void devices_that_are_under_ground_do_not_keep_anybody_from_speaking_to_others() {
        STAND_IN.service().mood(Mood.OFFLINE);
        for (int i = 0; i < 30; i++) {
            assertThat(control().state(givenVehicle()).await().indefinitely()).isEmpty();
        }
        STAND_IN.service().mood(Mood.WELL);

        assertThat(control().state(vehicle).await().indefinitely()).isPresent();
    }

    @Test
    void nobody_is_asked_any_more_who_fails_whatever_they_are_asked() {
        STAND_IN.switchboard().always(new Fault.Refuses(500));
        for (int i = 0; i < 40; i++) {
            assertThat(unlock()).isEqualTo(Operated.SILENT);
        }
        int asked = STAND_IN.switchboard().changes();

        assertThat(unlock()).isEqualTo(Operated.SILENT);
        assertThat(STAND_IN.switchboard().changes()).isEqualTo(asked);
    }

    @Test
    void with_the_wrong_secret_no_vehicle_answers() {
        airway.close();
        airway = TelematicsForTests.airway(STAND_IN, Map.of("motorpool.vehicles.telematics.secret", "guessed"));

        assertThat(control().state(vehicle).await().indefinitely()).isEmpty();
    }

    @Test
    void a_device_whose_clock_is_ahead_has_reported_now() {
        Instant now = Instant.parse("2020-01-01T00:00:00Z");
        var control = new TelematicsVehicleControl(airway, Clock.fixed(now, ZoneOffset.UTC));

        assertThat(control.state(vehicle).await().indefinitely().orElseThrow().at())
                .isEqualTo(now);
    }

    private KeyAnswer obey(long number) {
        return control()
                .obey(new KeyOrder(vehicle, number, new KeyOrder.Learn(new UserId(new UUID(0, 7)))))
                .await()
                .indefinitely();
    }

    private Operated unlock() {
        return control()
                .operate(UUID.randomUUID(), new VehicleOrder(vehicle, 0, Operation.UNLOCK))
                .await()
                .indefinitely();
    }
}
