package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import io.motorpool.api.key.v1.AcceptKeyRequest;
import io.motorpool.api.key.v1.DeclineKeyRequest;
import io.motorpool.api.key.v1.GetReservationKeyRequest;
import io.motorpool.api.key.v1.HandOver;
import io.motorpool.api.key.v1.HandOverStatus;
import io.motorpool.api.key.v1.KeyServiceGrpc;
import io.motorpool.api.key.v1.KeyServiceGrpc.KeyServiceBlockingStub;
import io.motorpool.api.key.v1.ListKeyOffersRequest;
import io.motorpool.api.key.v1.OfferKeyRequest;
import io.motorpool.api.key.v1.OperateVehicleRequest;
import io.motorpool.api.key.v1.Operation;
import io.motorpool.api.key.v1.ReservationKey;
import io.motorpool.api.key.v1.WithdrawKeyRequest;
import io.motorpool.api.reservation.v1.Reason;
import io.motorpool.api.reservation.v1.ReasonCode;
import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.telematics.Device;
import io.motorpool.sandbox.telematics.Mood;
import io.motorpool.sandbox.telematics.Telematics;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What {@link HandingOverIT} shows of HTTP, as the app does it over gRPC. */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrpcKeyIT {

    private final RunningSystem system;
    private final GrpcWire wire;
    private final ClientCompany company;
    private UUID vehicle = new UUID(0, 0);
    private String trip = "";

    GrpcKeyIT(RunningSystem system) {
        this.system = system;
        this.wire = GrpcWire.to(system.node());
        this.company = system.newCompany();
    }

    @BeforeEach
    void a_vehicle_of_its_own_for_each_test() {
        vehicle = company.newVehicle();
        telematics().drive(vehicle, false, 10_000);
    }

    @AfterAll
    void hangUp() {
        wire.close();
    }

    @Test
    void a_key_is_used_offered_found_accepted_and_passes_on_with_the_odometer() {
        Person from = company.newMember();
        Person to = company.newMember();
        givenUsedBy(from);
        operate(from, Operation.OPERATION_UNLOCK);
        assertThat(device().doorsLocked()).isFalse();
        operate(from, Operation.OPERATION_LOCK);
        telematics().drive(vehicle, false, 10_044);

        HandOver offered = offer(from, to);
        assertThat(offered.getStatus()).isEqualTo(HandOverStatus.HAND_OVER_STATUS_OFFERED);
        assertThat(offered.getExpiresAt().getSeconds() - offered.getOfferedAt().getSeconds())
                .isEqualTo(600);
        assertThat(offers(to)).containsExactly(offered);
        assertThat(offers(from)).isEmpty();
        assertThat(to.get("/key-offers").expect(200).body().at("/offers/0/id").asText())
                .as("over HTTP it is the same")
                .isEqualTo(offered.getId());

        HandOver accepted = as(to).acceptKey(AcceptKeyRequest.newBuilder()
                        .setHandOver(offered.getId())
                        .build())
                .getHandOver();
        assertThat(accepted.getStatus()).isEqualTo(HandOverStatus.HAND_OVER_STATUS_ACCEPTED);
        assertThat(accepted.hasExpiresAt()).isFalse();
        assertThat(offers(to)).isEmpty();
        assertThat(reason(() -> operated(from, Operation.OPERATION_UNLOCK))).isEqualTo("key-in-transit");
        tell();
        tell();

        ReservationKey key = key(to);
        assertThat(key.getHolder()).isEqualTo(to.user().toString());
        assertThat(key.getHandOvers(0).getStatus()).isEqualTo(HandOverStatus.HAND_OVER_STATUS_KEY_GRANTED);
        assertThat(key.getHandOvers(0).getOdometerKm()).isEqualTo(10_044);
        assertThat(key.getGrants(0).getUntilKm()).isEqualTo(10_044);
        assertThat(key.getGrants(1).getFromKm()).isEqualTo(10_044);
        assertThat(key.getGrants(1).hasUntilKm()).isFalse();
        assertThat(device().people()).containsExactly(to.user());
        operate(to, Operation.OPERATION_UNLOCK);
        assertThat(reason(() -> operated(from, Operation.OPERATION_LOCK))).isEqualTo("key-not-held");
    }

    @Test
    void an_offer_is_answered_once_and_by_whom_it_concerns() {
        Person from = company.newMember();
        Person to = company.newMember();
        Person colleague = company.newMember();
        givenUsedBy(from);
        HandOver offered = offer(from, to);
        DeclineKeyRequest decline =
                DeclineKeyRequest.newBuilder().setHandOver(offered.getId()).build();

        assertThat(reason(() -> as(colleague).declineKey(decline))).isEqualTo("not-found");
        assertThat(reason(() -> offer(from, colleague))).isEqualTo("offer-already-open");
        assertThat(as(to).declineKey(decline).getHandOver().getStatus())
                .isEqualTo(HandOverStatus.HAND_OVER_STATUS_DECLINED);
        assertThat(reason(() -> as(to).declineKey(decline))).isEqualTo("offer-not-open");

        HandOver second = offer(from, to);
        assertThat(as(from).withdrawKey(WithdrawKeyRequest.newBuilder()
                                .setHandOver(second.getId())
                                .build())
                        .getHandOver()
                        .getStatus())
                .isEqualTo(HandOverStatus.HAND_OVER_STATUS_WITHDRAWN);
        assertThat(offers(to)).isEmpty();
    }

    @Test
    void a_vehicle_that_is_silent_is_a_refusal_as_over_http() {
        Person driver = company.newMember();
        givenUsedBy(driver);
        telematics().mood(vehicle, Mood.OFFLINE);

        assertThat(reason(() -> operated(driver, Operation.OPERATION_UNLOCK))).isEqualTo("vehicle-not-reachable");
        assertThat(reason(() -> offer(driver, company.newMember()))).isEqualTo("vehicle-not-reachable");
    }

    @Test
    void support_opens_a_vehicle_with_a_reason() {
        givenUsedBy(company.newMember());
        Person support = system.support();
        OperateVehicleRequest unlock = OperateVehicleRequest.newBuilder()
                .setVehicle(vehicle.toString())
                .setOperation(Operation.OPERATION_UNLOCK)
                .build();

        assertThat(reason(() -> as(support).operateVehicle(unlock))).isEqualTo("reason-required");
        assertThat(as(support)
                        .operateVehicle(unlock.toBuilder()
                                .setReason(Reason.newBuilder()
                                        .setCode(ReasonCode.REASON_CODE_DRIVER_REQUEST)
                                        .setNote("called the hotline"))
                                .build())
                        .getOperation())
                .isEqualTo(Operation.OPERATION_UNLOCK);
        assertThat(device().doorsLocked()).isFalse();
    }

    @Test
    void what_is_no_id_and_no_operation_is_named_and_nothing_is_done() {
        Person driver = company.newMember();
        givenUsedBy(driver);

        GrpcWire.Refused wrong = GrpcWire.refused(() -> as(driver)
                .operateVehicle(OperateVehicleRequest.newBuilder()
                        .setVehicle("1-1-1-1-1")
                        .setOperationValue(4711)
                        .setReason(Reason.newBuilder().setCodeValue(99))
                        .build()));

        assertThat(wrong.detail(BadRequest.class).orElseThrow().getFieldViolationsList())
                .extracting(FieldViolation::getField)
                .containsExactlyInAnyOrder("vehicle", "operation", "reason.code");
        assertThat(reason(() -> operated(driver, Operation.OPERATION_UNSPECIFIED)))
                .isEqualTo("invalid-request");
        assertThat(reason(() -> as(driver).acceptKey(AcceptKeyRequest.getDefaultInstance())))
                .isEqualTo("invalid-request");
        assertThat(reason(() -> as(driver).offerKey(OfferKeyRequest.getDefaultInstance())))
                .isEqualTo("invalid-request");
        assertThat(reason(() -> as(driver).getReservationKey(GetReservationKeyRequest.getDefaultInstance())))
                .isEqualTo("invalid-request");
        assertThat(device().doorsLocked()).isTrue();
    }

    private static String reason(Callable<?> call) {
        return GrpcWire.refused(call).reason();
    }

    private Telematics telematics() {
        return system.parts().telematics().service();
    }

    private Device device() {
        return telematics().look(vehicle);
    }

    private void givenUsedBy(Person driver) {
        Answer reserved = driver.reserve(vehicle, Slot.hourIn(0)).expect(201);
        trip = reserved.id().toString();
        driver.step(reserved, "start", Map.of("odometerKm", 10_000)).mustBe(200);
        tell();
    }

    /** What a timer does elsewhere. */
    private void tell() {
        system.operator().api().post("/sweeps/vehicle-keys", null).mustBe(200);
    }

    private HandOver offer(Person from, Person to) {
        return as(from).offerKey(OfferKeyRequest.newBuilder()
                        .setReservation(trip)
                        .setRecipient(to.user().toString())
                        .build())
                .getHandOver();
    }

    private List<HandOver> offers(Person to) {
        return as(to).listKeyOffers(ListKeyOffersRequest.getDefaultInstance()).getHandOversList();
    }

    private ReservationKey key(Person by) {
        return as(by).getReservationKey(GetReservationKeyRequest.newBuilder()
                        .setReservation(trip)
                        .build())
                .getKey();
    }

    private void operate(Person by, Operation operation) {
        assertThat(operated(by, operation)).isEqualTo(operation);
    }

    private Operation operated(Person by, Operation operation) {
        return as(by).operateVehicle(OperateVehicleRequest.newBuilder()
                        .setVehicle(vehicle.toString())
                        .setOperation(operation)
                        .build())
                .getOperation();
    }

    private KeyServiceBlockingStub as(Person person) {
        return wire.as(person, KeyServiceGrpc::newBlockingStub);
    }
}
