package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import com.google.protobuf.UnknownFieldSet;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.RequestInfo;
import grpc.health.v1.HealthGrpc;
import grpc.health.v1.HealthOuterClass.HealthCheckRequest;
import grpc.health.v1.HealthOuterClass.HealthCheckResponse.ServingStatus;
import io.grpc.Status.Code;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.StreamObserver;
import io.motorpool.api.reservation.v1.CancelReservationRequest;
import io.motorpool.api.reservation.v1.ChangeVehicleRequest;
import io.motorpool.api.reservation.v1.CreateReservationRequest;
import io.motorpool.api.reservation.v1.GetNeighboursOfPeriodRequest;
import io.motorpool.api.reservation.v1.GetNeighboursRequest;
import io.motorpool.api.reservation.v1.GetReservationRequest;
import io.motorpool.api.reservation.v1.ListReservationsRequest;
import io.motorpool.api.reservation.v1.ListReservationsResponse;
import io.motorpool.api.reservation.v1.Reason;
import io.motorpool.api.reservation.v1.ReasonCode;
import io.motorpool.api.reservation.v1.RescheduleReservationRequest;
import io.motorpool.api.reservation.v1.Reservation;
import io.motorpool.api.reservation.v1.ReservationServiceGrpc;
import io.motorpool.api.reservation.v1.ReservationServiceGrpc.ReservationServiceBlockingStub;
import io.motorpool.api.reservation.v1.ReservationStatus;
import io.motorpool.api.reservation.v1.ReturnVehicleRequest;
import io.motorpool.api.reservation.v1.StartReservationRequest;
import io.motorpool.sandbox.api.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the app does with a vehicle over gRPC; what it sees is what others see over HTTP. */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrpcJourneyIT {

    private final RunningSystem system;
    private final GrpcWire wire;
    private final ClientCompany company;
    private final Person driver;
    private UUID vehicle;

    GrpcJourneyIT(RunningSystem system) {
        this.system = system;
        this.wire = GrpcWire.to(system.node());
        this.company = system.newCompany();
        this.driver = company.newMember();
        this.vehicle = company.newVehicle();
    }

    @BeforeEach
    void a_vehicle_of_its_own_for_each_test() {
        vehicle = company.newVehicle();
    }

    @AfterAll
    void hangUp() {
        wire.close();
    }

    @Test
    void a_reservation_lives_from_the_call_to_the_return() {
        Slot slot = Slot.hourIn(24);
        Reservation reserved = reserve(driver, slot);
        assertThat(reserved.getStatus()).isEqualTo(ReservationStatus.RESERVATION_STATUS_RESERVED);
        assertThat(reserved.getDriver()).isEqualTo(driver.user().toString());
        assertThat(reserved.getStart()).isEqualTo(GrpcWire.at(slot.start()));
        assertThat(reserved.hasStartedAt()).isFalse();
        Answer overHttp = driver.get("/reservations/" + reserved.getId()).expect(200);
        assertThat(overHttp.etag()).isEqualTo(reserved.getEtag());
        assertThat(as(driver)
                        .getReservation(GetReservationRequest.newBuilder()
                                .setId(reserved.getId())
                                .build())
                        .getReservation())
                .isEqualTo(reserved);

        system.hourglass().pass(vehicle, Duration.ofHours(24));
        Reservation started = as(driver)
                .startReservation(StartReservationRequest.newBuilder()
                        .setId(reserved.getId())
                        .setEtag(reserved.getEtag())
                        .setOdometerKm(10_012)
                        .build())
                .getReservation();
        Reservation returned = as(driver)
                .returnVehicle(ReturnVehicleRequest.newBuilder()
                        .setId(started.getId())
                        .setEtag(started.getEtag())
                        .setOdometerKm(10_058)
                        .build())
                .getReservation();

        assertThat(started.getStatus()).isEqualTo(ReservationStatus.RESERVATION_STATUS_IN_USE);
        assertThat(started.getStartOdometerKm()).isEqualTo(10_012);
        assertThat(returned.getStatus()).isEqualTo(ReservationStatus.RESERVATION_STATUS_RETURNED);
        assertThat(returned.getEndOdometerKm()).isEqualTo(10_058);
        assertThat(returned.hasReturnedAt()).isTrue();
        system.events()
                .mustTell(
                        UUID.fromString(reserved.getId()),
                        "vehicle-reserved",
                        "reservation-started",
                        "vehicle-returned");
    }

    @Test
    void it_is_moved_put_on_another_vehicle_and_called_off() {
        Reservation reserved = reserve(driver, Slot.hourIn(30));
        Slot later = Slot.hourIn(32);

        Reservation moved = as(driver)
                .rescheduleReservation(RescheduleReservationRequest.newBuilder()
                        .setId(reserved.getId())
                        .setEtag(reserved.getEtag())
                        .setStart(GrpcWire.at(later.start()))
                        .setEnd(GrpcWire.at(later.end()))
                        .build())
                .getReservation();
        UUID other = company.newVehicle();
        Reservation changed = as(driver)
                .changeVehicle(ChangeVehicleRequest.newBuilder()
                        .setId(moved.getId())
                        .setEtag(moved.getEtag())
                        .setVehicle(other.toString())
                        .build())
                .getReservation();
        GrpcWire.Refused stale = GrpcWire.refused(() -> as(driver).cancelReservation(cancellation(moved)));
        Reservation cancelled =
                as(driver).cancelReservation(cancellation(changed)).getReservation();

        assertThat(moved.getStart()).isEqualTo(GrpcWire.at(later.start()));
        assertThat(changed.getVehicle()).isEqualTo(other.toString());
        assertThat(stale.code()).isEqualTo(Code.ABORTED);
        assertThat(stale.reason()).isEqualTo("stale-version");
        assertThat(cancelled.getStatus()).isEqualTo(ReservationStatus.RESERVATION_STATUS_CANCELLED);
    }

    @Test
    void a_call_that_is_repeated_is_answered_the_same_and_does_nothing() {
        CreateReservationRequest request = creation(Slot.hourIn(40)).build();

        Reservation first = as(driver).createReservation(request).getReservation();
        Reservation again = as(driver).createReservation(request).getReservation();
        GrpcWire.Refused reused = GrpcWire.refused(() -> as(driver)
                .createReservation(request.toBuilder().setCorporate(false).build()));
        GrpcWire.Refused without = GrpcWire.refused(() -> as(driver)
                .createReservation(request.toBuilder().clearRequestId().build()));

        assertThat(again).isEqualTo(first);
        assertThat(reused.code()).isEqualTo(Code.FAILED_PRECONDITION);
        assertThat(reused.reason()).isEqualTo("idempotency-key-reused");
        assertThat(without.code()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(without.reason()).isEqualTo("idempotency-key-required");
        assertThat(driver.get("/reservations?vehicle=" + vehicle)
                        .expect(200)
                        .body()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void a_refusal_says_the_same_as_over_http_and_again_when_repeated() {
        Reservation first = reserve(driver, Slot.hourIn(44));
        Person other = company.newMember();
        CreateReservationRequest request = creation(Slot.hourIn(44)).build();

        GrpcWire.Refused refused = GrpcWire.refused(() -> as(other).createReservation(request));
        GrpcWire.Refused again = GrpcWire.refused(() -> as(other).createReservation(request));
        Answer overHttp = other.reserve(vehicle, Slot.hourIn(44)).expect(409);

        assertThat(refused.code()).isEqualTo(Code.FAILED_PRECONDITION);
        assertThat(refused.reason()).isEqualTo(overHttp.code()).isEqualTo("vehicle-taken");
        assertThat(refused.info().getDomain()).isEqualTo("motorpool.io");
        assertThat(refused.info().getMetadataMap())
                .containsEntry(
                        "inTheWay.start",
                        overHttp.body().path("inTheWay").path("start").asText());
        assertThat(refused.info().toString()).doesNotContain(first.getDriver());
        assertThat(again.info()).isEqualTo(refused.info());
        assertThat(again.detail(RequestInfo.class)).isNotEqualTo(refused.detail(RequestInfo.class));
    }

    @Test
    void everything_that_is_wrong_with_a_call_is_named_at_once() {
        GrpcWire.Refused refused = GrpcWire.refused(() -> as(driver)
                .createReservation(CreateReservationRequest.newBuilder()
                        .setRequestId("x")
                        .setVehicle("1-1-1-1-1")
                        .setStart(Timestamp.newBuilder().setSeconds(Long.MAX_VALUE))
                        .setReason(Reason.newBuilder().setCodeValue(99).setNote("new"))
                        .build()));

        assertThat(refused.code()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(refused.reason()).isEqualTo("invalid-request");
        assertThat(refused.detail(BadRequest.class).orElseThrow().getFieldViolationsList())
                .extracting(FieldViolation::getField)
                .containsExactlyInAnyOrder("vehicle", "start", "end", "corporate", "reason.code");
    }

    /** The caller's own number is the one to ask about. */
    @Test
    void a_refusal_names_the_trace_that_the_caller_sent() {
        GrpcWire.Refused refused = GrpcWire.refused(() -> as(driver)
                .withInterceptors(
                        GrpcWire.header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"))
                .getReservation(GetReservationRequest.newBuilder()
                        .setId(UUID.randomUUID().toString())
                        .build()));

        assertThat(refused.code()).isEqualTo(Code.NOT_FOUND);
        assertThat(refused.detail(RequestInfo.class).orElseThrow().getRequestId())
                .isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void one_finds_ones_own_page_by_page() {
        Person own = company.newMember();
        List<String> reserved = new ArrayList<>();
        for (int hour = 50; hour < 55; hour++) {
            reserved.add(reserve(own, Slot.hourIn(hour)).getId());
        }

        List<String> found = new ArrayList<>();
        String token = "";
        do {
            ListReservationsResponse page = as(own).listReservations(ListReservationsRequest.newBuilder()
                    .setPageSize(2)
                    .setPageToken(token)
                    .setStatus(ReservationStatus.RESERVATION_STATUS_RESERVED)
                    .build());
            page.getReservationsList().forEach(each -> found.add(each.getId()));
            token = page.getNextPageToken();
        } while (!token.isEmpty());

        assertThat(found).isEqualTo(reserved);
        assertThat(as(own).listReservations(ListReservationsRequest.newBuilder()
                                .setStatus(ReservationStatus.RESERVATION_STATUS_CANCELLED)
                                .build())
                        .getReservationsList())
                .isEmpty();
    }

    @Test
    void page_tokens_and_sizes_that_are_none_are_the_callers_mistake() {
        for (ListReservationsRequest request : List.of(
                ListReservationsRequest.newBuilder().setPageToken("§").build(),
                ListReservationsRequest.newBuilder().setPageToken("AAAA").build(),
                ListReservationsRequest.newBuilder().setPageSize(-1).build(),
                ListReservationsRequest.newBuilder().setPageSize(101).build(),
                ListReservationsRequest.newBuilder().setCompany("").build())) {
            assertThat(GrpcWire.refused(() -> as(driver).listReservations(request))
                            .reason())
                    .isEqualTo("invalid-request");
        }
    }

    @Test
    void neighbours_are_shown_as_far_as_colleagues_may_know() {
        Reservation _ = reserve(company.newMember("이하은"), Slot.hourIn(60));
        Reservation mine = reserve(driver, Slot.hourIn(61));

        var neighbours = as(driver)
                .getNeighbours(
                        GetNeighboursRequest.newBuilder().setId(mine.getId()).build())
                .getNeighbours();
        var ofPeriod = as(driver)
                .getNeighboursOfPeriod(GetNeighboursOfPeriodRequest.newBuilder()
                        .setVehicle(vehicle.toString())
                        .setStart(GrpcWire.at(Slot.hourIn(62).start()))
                        .setEnd(GrpcWire.at(Slot.hourIn(62).end()))
                        .build())
                .getNeighbours();

        assertThat(neighbours.getPrevious().getName()).isEqualTo("이*은");
        assertThat(neighbours.hasNext()).isFalse();
        assertThat(ofPeriod.getPrevious().getStart()).isEqualTo(mine.getStart());
    }

    @Test
    void support_acts_for_a_driver_with_a_reason() {
        Reservation reserved = reserve(driver, Slot.hourIn(66));
        Person support = system.support();

        GrpcWire.Refused without = GrpcWire.refused(() -> as(support).cancelReservation(cancellation(reserved)));
        Reservation cancelled = as(support)
                .cancelReservation(cancellation(reserved).toBuilder()
                        .setReason(Reason.newBuilder()
                                .setCode(ReasonCode.REASON_CODE_DRIVER_REQUEST)
                                .setNote("called the hotline"))
                        .build())
                .getReservation();

        assertThat(without.reason()).isEqualTo("reason-required");
        assertThat(cancelled.getStatus()).isEqualTo(ReservationStatus.RESERVATION_STATUS_CANCELLED);
    }

    @Test
    void what_a_newer_client_says_beside_what_is_known_does_no_harm() {
        Reservation reserved = reserve(driver, Slot.hourIn(70));
        UnknownFieldSet more = UnknownFieldSet.newBuilder()
                .addField(
                        777,
                        UnknownFieldSet.Field.newBuilder()
                                .addLengthDelimited(ByteString.copyFromUtf8("from the future"))
                                .build())
                .build();

        Reservation found = as(driver)
                .getReservation(GetReservationRequest.newBuilder()
                        .setId(reserved.getId())
                        .setUnknownFields(more)
                        .build())
                .getReservation();
        GrpcWire.Refused status = GrpcWire.refused(() -> as(driver)
                .listReservations(ListReservationsRequest.newBuilder()
                        .setStatusValue(4711)
                        .build()));

        assertThat(found).isEqualTo(reserved);
        assertThat(status.reason()).isEqualTo("invalid-request");
        assertThat(status.detail(BadRequest.class)
                        .orElseThrow()
                        .getFieldViolations(0)
                        .getField())
                .isEqualTo("status");
    }

    @Test
    void a_message_that_is_too_large_is_turned_away_and_the_connection_goes_on() {
        GrpcWire.Refused refused = GrpcWire.refused(() -> as(driver)
                .getReservation(GetReservationRequest.newBuilder()
                        .setId("x".repeat(300_000))
                        .build()));

        assertThat(refused.code()).isEqualTo(Code.RESOURCE_EXHAUSTED);
        Reservation _ = reserve(driver, Slot.hourIn(75));
    }

    @Test
    void health_is_what_the_probe_says_and_asks_nobody_who_they_are() {
        var health = HealthGrpc.newBlockingStub(wire.channel());

        for (String service : Stream.concat(Stream.of(""), GrpcServices.names()).toList()) {
            assertThat(health.check(HealthCheckRequest.newBuilder()
                                    .setService(service)
                                    .build())
                            .getStatus())
                    .isEqualTo(ServingStatus.SERVING);
            assertThat(health.watch(HealthCheckRequest.newBuilder()
                                    .setService(service)
                                    .build())
                            .next()
                            .getStatus())
                    .isEqualTo(ServingStatus.SERVING);
        }
        assertThat(GrpcWire.refused(() -> health.check(HealthCheckRequest.newBuilder()
                                .setService("nothing")
                                .build()))
                        .code())
                .isEqualTo(Code.NOT_FOUND);
    }

    @Test
    void the_services_describe_themselves() throws Exception {
        CompletableFuture<List<String>> names = new CompletableFuture<>();
        StreamObserver<ServerReflectionRequest> questions = ServerReflectionGrpc.newStub(wire.channel())
                .serverReflectionInfo(new StreamObserver<>() {
                    @Override
                    public void onNext(ServerReflectionResponse answer) {
                        boolean _ = names.complete(answer.getListServicesResponse().getServiceList().stream()
                                .map(ServiceResponse::getName)
                                .toList());
                    }

                    @Override
                    public void onError(Throwable failure) {
                        boolean _ = names.completeExceptionally(failure);
                    }

                    @Override
                    public void onCompleted() {}
                });
        questions.onNext(
                ServerReflectionRequest.newBuilder().setListServices("").build());

        assertThat(names.get(10, TimeUnit.SECONDS))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(GrpcServices.names(), Stream.of(HealthGrpc.SERVICE_NAME))
                                .toList());
        questions.onCompleted();
    }

    private ReservationServiceBlockingStub as(Person person) {
        return wire.as(person, ReservationServiceGrpc::newBlockingStub);
    }

    private Reservation reserve(Person person, Slot slot) {
        return as(person).createReservation(creation(slot).build()).getReservation();
    }

    private CreateReservationRequest.Builder creation(Slot slot) {
        return CreateReservationRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setVehicle(vehicle.toString())
                .setStart(GrpcWire.at(slot.start()))
                .setEnd(GrpcWire.at(slot.end()))
                .setCorporate(true);
    }

    private static CancelReservationRequest cancellation(Reservation seen) {
        return CancelReservationRequest.newBuilder()
                .setId(seen.getId())
                .setEtag(seen.getEtag())
                .build();
    }
}
