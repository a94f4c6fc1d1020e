package io.motorpool.adapters.rest.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.rest.KnownCaller;
import io.motorpool.adapters.rest.ReasonBody;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.key.VehicleKeysResource.KeyBody;
import io.motorpool.adapters.rest.key.VehicleKeysResource.OffersBody;
import io.motorpool.adapters.rest.key.VehicleKeysResource.OperateBody;
import io.motorpool.application.key.KeyQueries;
import io.motorpool.application.key.KeyView;
import io.motorpool.application.key.OperateVehicle;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.key.HandOver;
import io.motorpool.domain.key.HandOverId;
import io.motorpool.domain.key.KeyGrant;
import io.motorpool.domain.key.KeyGrantId;
import io.motorpool.domain.key.KeyPolicy;
import io.motorpool.domain.key.KeyRefusal;
import io.motorpool.domain.key.Operation;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VehicleKeysResourceTest {

    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");

    private final UUID holder = Ids.next();
    private final ReservationId trip = new ReservationId(Ids.next());
    private final String vehicle = Ids.next().toString();
    private final List<String> asked = new ArrayList<>();
    private Decision<Operation, Refusal> answer = Decision.accept(Operation.UNLOCK);
    private final OperateVehicle operate = (_, of, operation, reason) -> {
        asked.add("%s %s %s".formatted(of, operation, reason == null ? "" : reason.code()));
        return Uni.createFrom().item(answer);
    };
    private final VehicleKeysResource resource =
            new VehicleKeysResource(new Known(), operate, new KnownCaller(Callers.anOperator()));

    private final class Known implements KeyQueries {

        @Override
        public Uni<Decision<KeyView, Refusal>> ofReservation(Caller caller, ReservationId reservation) {
            return Uni.createFrom()
                    .item(Decision.accept(new KeyView(
                            Optional.of(new UserId(holder)),
                            List.of(
                                    new KeyGrant.Closed(
                                            new KeyGrantId(Ids.next()),
                                            reservation,
                                            new UserId(Ids.next()),
                                            new Odometer(10),
                                            NOW,
                                            new Odometer(20),
                                            NOW),
                                    new KeyGrant.Open(
                                            new KeyGrantId(Ids.next()),
                                            reservation,
                                            new UserId(holder),
                                            new Odometer(20),
                                            NOW)),
                            List.of())));
        }

        @Override
        public Uni<Decision<List<HandOver>, Refusal>> offers(Caller caller) {
            return Uni.createFrom()
                    .item(Decision.accept(List.of(new HandOver.Offered(new HandOver.Terms(
                            new HandOverId(Ids.next()),
                            trip,
                            new CompanyId(Ids.next()),
                            new VehicleId(UUID.fromString(vehicle)),
                            new UserId(holder),
                            caller.user(),
                            NOW)))));
        }
    }

    @Test
    void offers_say_until_when_they_wait() {
        OffersBody body = (OffersBody) Responses.of(resource::offers).getEntity();

        assertThat(body.offers()).singleElement().satisfies(offer -> {
            assertThat(offer.giver()).isEqualTo(holder);
            assertThat(offer.expiresAt()).isEqualTo(NOW.plus(KeyPolicy.OFFER_LIFE));
            assertThat(offer.odometerKm()).isNull();
        });
    }

    @Test
    void grants_are_shown_in_order_with_what_the_dashboard_showed() {
        KeyBody key = (KeyBody)
                Responses.of(() -> resource.ofReservation(trip.toString())).getEntity();

        assertThat(key.holder()).isEqualTo(holder);
        assertThat(key.grants()).extracting(grant -> grant.fromKm()).containsExactly(10, 20);
        assertThat(key.grants()).extracting(grant -> grant.untilKm()).containsExactly(20, null);
        assertThat(Responses.problem(() -> resource.ofReservation("trip"))).isEqualTo("404 not-found");
    }

    @Test
    void an_operation_is_read_and_may_have_a_reason() {
        var _ = Responses.of(() -> resource.operate(vehicle, new OperateBody("UNLOCK", null)));
        var _ = Responses.of(() -> resource.operate(
                vehicle, new OperateBody("IMMOBILISE", new ReasonBody("OPERATIONS", "reported stolen"))));

        assertThat(asked).containsExactly(vehicle + " UNLOCK ", vehicle + " IMMOBILISE OPERATIONS");
    }

    @Test
    void what_no_vehicle_does_is_said_to_be_wrong() {
        assertThat(Responses.wrongFields(
                        () -> resource.operate(vehicle, new OperateBody("HONK", new ReasonBody("WHY", " ")))))
                .containsExactly("operation", "reason.code", "reason.note");
        assertThat(Responses.wrongFields(() -> resource.operate(vehicle, null))).containsExactly("body");
        assertThat(asked).isEmpty();
    }

    @Test
    void silence_is_a_conflict() {
        answer = Decision.refuse(new KeyRefusal.VehicleNotReachable());

        assertThat(Responses.problem(() -> resource.operate(vehicle, new OperateBody("LOCK", null))))
                .isEqualTo("409 vehicle-not-reachable");
    }
}
