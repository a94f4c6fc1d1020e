package io.motorpool.application.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.key.VehicleControl.KeyAnswer;
import io.motorpool.application.key.VehicleControl.Operated;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.key.KeyOrder;
import io.motorpool.domain.key.Operation;
import io.motorpool.domain.key.VehicleOrder;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import org.junit.jupiter.api.Test;

/** What every way to the vehicles keeps, in good weather and in bad. */
public interface VehicleControlContract {

    VehicleControl control();

    /** A vehicle that stands locked and has carried out nothing yet. */
    VehicleId givenVehicle();

    /** From now on, whatever a vehicle answers is lost. */
    void loseAnswers();

    /** From now on, everything arrives again. */
    void calmDown();

    /** How many people the vehicle opens to. */
    int opensTo(VehicleId vehicle);

    private KeyAnswer obey(VehicleId vehicle, long number, KeyOrder.Wish wish) {
        return control().obey(new KeyOrder(vehicle, number, wish)).await().indefinitely();
    }

    private Operated operate(VehicleOrder order) {
        return control().operate(Ids.next(), order).await().indefinitely();
    }

    private static KeyOrder.Learn someone() {
        return new KeyOrder.Learn(new UserId(Ids.next()));
    }

    @Test
    default void a_vehicle_learns_a_key_and_forgets_it() {
        VehicleId vehicle = givenVehicle();

        assertThat(obey(vehicle, 1, someone())).isInstanceOf(KeyAnswer.Done.class);
        assertThat(opensTo(vehicle)).isEqualTo(1);
        assertThat(obey(vehicle, 2, new KeyOrder.Forget())).isInstanceOf(KeyAnswer.Done.class);
        assertThat(opensTo(vehicle)).isZero();
    }

    @Test
    default void an_order_whose_answer_was_lost_is_answered_when_it_is_repeated() {
        VehicleId vehicle = givenVehicle();
        KeyOrder.Learn wish = someone();
        loseAnswers();

        assertThat(obey(vehicle, 1, wish)).isInstanceOf(KeyAnswer.NotDone.class);
        calmDown();

        assertThat(obey(vehicle, 1, wish)).isInstanceOf(KeyAnswer.Done.class);
        assertThat(opensTo(vehicle)).isEqualTo(1);
    }

    @Test
    default void an_order_that_was_overtaken_is_never_carried_out() {
        VehicleId vehicle = givenVehicle();
        var _ = obey(vehicle, 2, new KeyOrder.Forget());

        assertThat(obey(vehicle, 1, someone())).isInstanceOf(KeyAnswer.NotDone.class);
        assertThat(opensTo(vehicle)).isZero();
    }

    @Test
    default void a_vehicle_says_whether_it_is_locked() {
        VehicleId vehicle = givenVehicle();

        assertThat(operate(new VehicleOrder(vehicle, 0, Operation.UNLOCK))).isEqualTo(Operated.DONE);
        assertThat(control().state(vehicle).await().indefinitely().orElseThrow().doorsLocked())
                .isFalse();
        assertThat(operate(new VehicleOrder(vehicle, 0, Operation.LOCK))).isEqualTo(Operated.DONE);
        assertThat(control().state(vehicle).await().indefinitely().orElseThrow().doorsLocked())
                .isTrue();
    }

    @Test
    default void an_operation_for_a_key_that_has_passed_on_is_not_carried_out() {
        VehicleId vehicle = givenVehicle();
        var _ = obey(vehicle, 3, someone());

        assertThat(operate(new VehicleOrder(vehicle, 2, Operation.UNLOCK))).isEqualTo(Operated.OVERTAKEN);
        assertThat(control().state(vehicle).await().indefinitely().orElseThrow().doorsLocked())
                .isTrue();
    }

    @Test
    default void silence_may_mean_that_it_was_done() {
        VehicleId vehicle = givenVehicle();
        loseAnswers();

        assertThat(operate(new VehicleOrder(vehicle, 0, Operation.UNLOCK))).isEqualTo(Operated.SILENT);
        calmDown();

        assertThat(control().state(vehicle).await().indefinitely().orElseThrow().doorsLocked())
                .isFalse();
    }
}
