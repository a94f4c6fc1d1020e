package io.motorpool.domain.key;

import static io.motorpool.domain.fleet.Fixtures.ODOMETER;
import static io.motorpool.domain.key.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.key.Custody.Granting;
import io.motorpool.domain.key.Custody.Held;
import io.motorpool.domain.key.Custody.Nobody;
import io.motorpool.domain.key.Custody.Revoking;
import io.motorpool.domain.key.HandOver.Accepted;
import io.motorpool.domain.key.SmallModel.Explored;
import io.motorpool.domain.key.SmallModel.Mover;
import io.motorpool.domain.key.SmallModel.Vehicle;
import io.motorpool.domain.key.SmallModel.World;
import io.motorpool.domain.shared.Errand;
import io.motorpool.domain.shared.UserId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds in every world that two people, an agent and an unreliable vehicle can get into; and that we would notice. */
class SmallModelTest {

    private static final Set<Mover> A_VEHICLE_THAT_WORKS = EnumSet.of(Mover.MACHINE);
    private static final Set<Mover> AN_AGENT = EnumSet.of(Mover.MACHINE, Mover.AGENT);

    private static final Explored EXPLORED = new SmallModel().explore();

    @Test
    void the_check_gets_into_every_state_of_a_hand_over() {
        assertThat(EXPLORED.moves()).hasSizeGreaterThan(1_000);
        assertThat(EXPLORED.moves().keySet().stream()
                        .map(world -> world.key().handOver())
                        .filter(handOver -> handOver != null)
                        .map(HandOver::status))
                .contains(
                        HandOverStatus.OFFERED,
                        HandOverStatus.ACCEPTED,
                        HandOverStatus.KEY_REVOKED,
                        HandOverStatus.KEY_PENDING);
        assertThat(EXPLORED.first(World::isOver)).isPresent();
    }

    @Test
    void a_vehicle_never_opens_to_two_people() {
        assertThat(EXPLORED.first(SmallModelTest::opensToTwo)).isEmpty();
    }

    @Test
    void a_vehicle_opens_to_nobody_but_those_whom_the_key_knows_of() {
        assertThat(EXPLORED.first(SmallModelTest::opensToAStranger)).isEmpty();
    }

    @Test
    void a_running_reservation_always_has_a_way_to_a_driver_with_a_key_if_the_vehicle_works() {
        assertThat(EXPLORED.firstWithoutAWay(A_VEHICLE_THAT_WORKS, SmallModelTest::isRunning, World::isDriven))
                .isEmpty();
    }

    @Test
    void an_agent_can_always_end_the_use_and_then_the_vehicle_opens_to_nobody() {
        assertThat(EXPLORED.firstWithoutAWay(AN_AGENT, SmallModelTest::hasBegun, World::isOver))
                .isEmpty();
        assertThat(EXPLORED.first(
                        world -> world.isOver() && !world.vehicle().opensTo().isEmpty()))
                .isEmpty();
    }

    /** A vehicle that does whatever reaches it, in whatever order. */
    @Test
    void the_check_notices_a_vehicle_that_does_not_count_its_orders() {
        var forgetful = new SmallModel() {
            @Override
            Vehicle carryOut(Vehicle vehicle, KeyOrder order) {
                return after(vehicle, order);
            }
        };

        assertThat(forgetful.explore().first(SmallModelTest::opensToTwo)).isPresent();
    }

    /** A key that tells the vehicle of the new holder before it has forgotten the old one. */
    @Test
    void the_check_notices_a_key_that_does_not_wait_for_the_old_one_to_be_forgotten() {
        var hasty = new SmallModel() {
            @Override
            VehicleKey afterAccepting(VehicleKey key) {
                return key.custody() instanceof Revoking revoking
                                && revoking.next() != null
                                && key.handOver() instanceof Accepted accepted
                        ? new VehicleKey(
                                key.vehicle(),
                                key.company(),
                                key.order(),
                                new Granting(revoking.next(), ODOMETER, Errand.from(NOON)),
                                accepted.revoked(ODOMETER, NOON))
                        : key;
            }
        };

        assertThat(hasty.explore().first(SmallModelTest::opensToTwo)).isPresent();
    }

    /** A key that gives up when the vehicle has failed once. */
    @Test
    void the_check_notices_a_reservation_without_a_way_back() {
        var faintHearted = new SmallModel() {
            @Override
            VehicleKey afterFailing(VehicleKey key) {
                return new VehicleKey(key.vehicle(), key.company(), key.order(), new Nobody(), null);
            }
        };

        assertThat(faintHearted
                        .explore()
                        .firstWithoutAWay(A_VEHICLE_THAT_WORKS, SmallModelTest::isRunning, World::isDriven))
                .isPresent();
    }

    private static boolean hasBegun(World world) {
        return world.driver() != null;
    }

    private static boolean isRunning(World world) {
        return hasBegun(world) && !world.over();
    }

    private static boolean opensToTwo(World world) {
        return world.vehicle().opensTo().size() > 1;
    }

    private static boolean opensToAStranger(World world) {
        Set<UserId> known =
                switch (world.key().custody()) {
                    case Nobody _ -> Set.of();
                    case Held(var grant) -> Set.of(grant.holder());
                    case Granting granting -> Set.of(granting.next().holder());
                    case Revoking _ -> world.vehicle().opensTo();
                };
        return !known.containsAll(world.vehicle().opensTo());
    }
}
