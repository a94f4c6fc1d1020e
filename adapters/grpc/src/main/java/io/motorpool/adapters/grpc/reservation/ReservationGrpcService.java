package io.motorpool.adapters.grpc.reservation;

import io.motorpool.adapters.grpc.Edge;
import io.motorpool.adapters.grpc.Input;
import io.motorpool.adapters.grpc.Input.Field;
import io.motorpool.adapters.grpc.OnceOnly;
import io.motorpool.adapters.grpc.Pages;
import io.motorpool.adapters.grpc.ReasonMessages;
import io.motorpool.api.reservation.v1.CancelReservationRequest;
import io.motorpool.api.reservation.v1.CancelReservationResponse;
import io.motorpool.api.reservation.v1.ChangeVehicleRequest;
import io.motorpool.api.reservation.v1.ChangeVehicleResponse;
import io.motorpool.api.reservation.v1.CreateReservationRequest;
import io.motorpool.api.reservation.v1.CreateReservationResponse;
import io.motorpool.api.reservation.v1.GetNeighboursOfPeriodRequest;
import io.motorpool.api.reservation.v1.GetNeighboursOfPeriodResponse;
import io.motorpool.api.reservation.v1.GetNeighboursRequest;
import io.motorpool.api.reservation.v1.GetNeighboursResponse;
import io.motorpool.api.reservation.v1.GetReservationRequest;
import io.motorpool.api.reservation.v1.GetReservationResponse;
import io.motorpool.api.reservation.v1.ListReservationsRequest;
import io.motorpool.api.reservation.v1.ListReservationsResponse;
import io.motorpool.api.reservation.v1.RescheduleReservationRequest;
import io.motorpool.api.reservation.v1.RescheduleReservationResponse;
import io.motorpool.api.reservation.v1.ReservationService;
import io.motorpool.api.reservation.v1.ReservationStatus;
import io.motorpool.api.reservation.v1.ReturnVehicleRequest;
import io.motorpool.api.reservation.v1.ReturnVehicleResponse;
import io.motorpool.api.reservation.v1.StartReservationRequest;
import io.motorpool.api.reservation.v1.StartReservationResponse;
import io.motorpool.application.reservation.CancelReservation;
import io.motorpool.application.reservation.ChangeVehicle;
import io.motorpool.application.reservation.RescheduleReservation;
import io.motorpool.application.reservation.ReservationChange;
import io.motorpool.application.reservation.ReservationQueries;
import io.motorpool.application.reservation.ReservationReader.Filter;
import io.motorpool.application.reservation.ReservationView;
import io.motorpool.application.reservation.ReserveVehicle;
import io.motorpool.application.reservation.ReserveVehicle.Command;
import io.motorpool.application.reservation.ReturnVehicle;
import io.motorpool.application.reservation.StartReservation;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.payment.InstrumentChoice;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.Version;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.function.Function;

/** Reservations: made, found, and used. */
@GrpcService
class ReservationGrpcService implements ReservationService {

    private final ReserveVehicle reserveVehicle;
    private final RescheduleReservation reschedule;
    private final ChangeVehicle changeVehicle;
    private final CancelReservation cancel;
    private final StartReservation start;
    private final ReturnVehicle bringBack;
    private final ReservationQueries queries;
    private final Edge edge;
    private final OnceOnly onceOnly;

    ReservationGrpcService(
            ReserveVehicle reserveVehicle,
            RescheduleReservation reschedule,
            ChangeVehicle changeVehicle,
            CancelReservation cancel,
            StartReservation start,
            ReturnVehicle bringBack,
            ReservationQueries queries,
            Edge edge,
            OnceOnly onceOnly) {
        this.reserveVehicle = reserveVehicle;
        this.reschedule = reschedule;
        this.changeVehicle = changeVehicle;
        this.cancel = cancel;
        this.start = start;
        this.bringBack = bringBack;
        this.queries = queries;
        this.edge = edge;
        this.onceOnly = onceOnly;
    }

    @Override
    public Uni<CreateReservationResponse> createReservation(CreateReservationRequest request) {
        return edge.answer(caller -> {
            Command command = command(caller, request);
            return onceOnly.answer(
                    caller,
                    request.getRequestId(),
                    request,
                    CreateReservationResponse.parser(),
                    () -> reserveVehicle.reserve(command),
                    view -> CreateReservationResponse.newBuilder()
                            .setReservation(ReservationMessages.of(view))
                            .build());
        });
    }

    private static Command command(Caller caller, CreateReservationRequest request) {
        Input in = new Input();
        Field<VehicleId> vehicle = in.id("vehicle", request.getVehicle(), VehicleId::new);
        Field<UserId> driver = in.idIfSaid("driver", request.hasDriver(), request.getDriver(), UserId::new);
        Field<Period> period = in.period(request.hasStart(), request.getStart(), request.hasEnd(), request.getEnd());
        Field<Boolean> corporate =
                in.required("corporate", request.hasCorporate(), request.getCorporate(), Function.identity());
        Field<Reason> reason = ReasonMessages.read(in, request.hasReason(), request.getReason());
        Field<InstrumentChoice> payWith = ReservationMessages.payWith(in, request);
        return in.build(() -> new Command(
                caller,
                vehicle.get(),
                driver.optional().orElse(caller.user()),
                period.get(),
                corporate.get(),
                reason.orNull(),
                payWith.get()));
    }

    @Override
    public Uni<GetReservationResponse> getReservation(GetReservationRequest request) {
        return edge.answer(
                caller -> queries.one(caller, id(request.getId())),
                view -> GetReservationResponse.newBuilder()
                        .setReservation(ReservationMessages.of(view))
                        .build());
    }

    @Override
    public Uni<ListReservationsResponse> listReservations(ListReservationsRequest request) {
        return edge.answer(caller -> search(caller, request), ReservationGrpcService::page);
    }

    private Uni<Decision<Page<ReservationView>, Refusal>> search(Caller caller, ListReservationsRequest request) {
        Input in = new Input();
        Field<CompanyId> company = in.idIfSaid("company", request.hasCompany(), request.getCompany(), CompanyId::new);
        Field<Filter> filter = filter(in, request);
        Field<Page.Request> page = Pages.read(in, request.getPageSize(), request.getPageToken(), Pages.Order.BY_TIME);
        Filter asked = in.build(filter::get);
        return queries.search(caller, company.optional(), asked, page.get());
    }

    private static Field<Filter> filter(Input in, ListReservationsRequest request) {
        Field<VehicleId> on = in.idIfSaid("vehicle", request.hasVehicle(), request.getVehicle(), VehicleId::new);
        Field<UserId> by = in.idIfSaid("driver", request.hasDriver(), request.getDriver(), UserId::new);
        var being = in.optional(
                "status",
                request.getStatus() != ReservationStatus.RESERVATION_STATUS_UNSPECIFIED,
                request.getStatus(),
                ReservationMessages::status);
        Field<Instant> after = in.optional("from", request.hasFrom(), request.getFrom(), Input::instant);
        Field<Instant> before = in.optional("until", request.hasUntil(), request.getUntil(), Input::instant);
        return in.made(
                "until", () -> new Filter(on.orNull(), by.orNull(), being.orNull(), after.orNull(), before.orNull()));
    }

    private static ListReservationsResponse page(Page<ReservationView> found) {
        return ListReservationsResponse.newBuilder()
                .addAllReservations(
                        found.items().stream().map(ReservationMessages::of).toList())
                .setNextPageToken(Pages.next(found))
                .build();
    }

    @Override
    public Uni<RescheduleReservationResponse> rescheduleReservation(RescheduleReservationRequest request) {
        return edge.answer(
                caller -> {
                    Input in = new Input();
                    Field<Period> period =
                            in.period(request.hasStart(), request.getStart(), request.hasEnd(), request.getEnd());
                    Field<Reason> reason = ReasonMessages.read(in, request.hasReason(), request.getReason());
                    ReservationChange change = change(in, caller, request.getId(), request.getEtag(), reason);
                    return reschedule.reschedule(change, period.get());
                },
                view -> RescheduleReservationResponse.newBuilder()
                        .setReservation(ReservationMessages.of(view))
                        .build());
    }

    @Override
    public Uni<ChangeVehicleResponse> changeVehicle(ChangeVehicleRequest request) {
        return edge.answer(
                caller -> {
                    Input in = new Input();
                    Field<VehicleId> other = in.id("vehicle", request.getVehicle(), VehicleId::new);
                    Field<Reason> reason = ReasonMessages.read(in, request.hasReason(), request.getReason());
                    ReservationChange change = change(in, caller, request.getId(), request.getEtag(), reason);
                    return changeVehicle.change(change, other.get());
                },
                view -> ChangeVehicleResponse.newBuilder()
                        .setReservation(ReservationMessages.of(view))
                        .build());
    }

    @Override
    public Uni<CancelReservationResponse> cancelReservation(CancelReservationRequest request) {
        return edge.answer(
                caller -> {
                    Input in = new Input();
                    Field<Reason> reason = ReasonMessages.read(in, request.hasReason(), request.getReason());
                    return cancel.cancel(change(in, caller, request.getId(), request.getEtag(), reason));
                },
                view -> CancelReservationResponse.newBuilder()
                        .setReservation(ReservationMessages.of(view))
                        .build());
    }

    @Override
    public Uni<StartReservationResponse> startReservation(StartReservationRequest request) {
        return edge.answer(
                caller -> {
                    Input in = new Input();
                    Field<Odometer> reading =
                            ReservationMessages.odometer(in, request.hasOdometerKm(), request.getOdometerKm());
                    Field<Reason> reason = ReasonMessages.read(in, request.hasReason(), request.getReason());
                    ReservationChange change = change(in, caller, request.getId(), request.getEtag(), reason);
                    return start.start(change, reading.get());
                },
                view -> StartReservationResponse.newBuilder()
                        .setReservation(ReservationMessages.of(view))
                        .build());
    }

    @Override
    public Uni<ReturnVehicleResponse> returnVehicle(ReturnVehicleRequest request) {
        return edge.answer(
                caller -> {
                    Input in = new Input();
                    Field<Odometer> reading =
                            ReservationMessages.odometer(in, request.hasOdometerKm(), request.getOdometerKm());
                    Field<Reason> reason = ReasonMessages.read(in, request.hasReason(), request.getReason());
                    ReservationChange change = change(in, caller, request.getId(), request.getEtag(), reason);
                    return bringBack.bringBack(change, reading.get());
                },
                view -> ReturnVehicleResponse.newBuilder()
                        .setReservation(ReservationMessages.of(view))
                        .build());
    }

    /** What every step says first. */
    private static ReservationChange change(Input in, Caller caller, String id, String etag, Field<Reason> reason) {
        Field<ReservationId> reservation = in.id("id", id, ReservationId::new);
        Field<Version> seen = in.etag(etag);
        return in.build(() -> new ReservationChange(caller, reservation.get(), seen.get(), reason.orNull()));
    }

    @Override
    public Uni<GetNeighboursResponse> getNeighbours(GetNeighboursRequest request) {
        return edge.answer(
                caller -> queries.neighbours(caller, id(request.getId())),
                neighbours -> GetNeighboursResponse.newBuilder()
                        .setNeighbours(ReservationMessages.of(neighbours))
                        .build());
    }

    @Override
    public Uni<GetNeighboursOfPeriodResponse> getNeighboursOfPeriod(GetNeighboursOfPeriodRequest request) {
        return edge.answer(
                caller -> {
                    Input in = new Input();
                    Field<VehicleId> vehicle = in.id("vehicle", request.getVehicle(), VehicleId::new);
                    Field<Period> period =
                            in.period(request.hasStart(), request.getStart(), request.hasEnd(), request.getEnd());
                    Period asked = in.build(period::get);
                    return queries.neighbours(caller, vehicle.get(), asked);
                },
                neighbours -> GetNeighboursOfPeriodResponse.newBuilder()
                        .setNeighbours(ReservationMessages.of(neighbours))
                        .build());
    }

    private static ReservationId id(String raw) {
        return Input.onlyId("id", raw, ReservationId::new);
    }
}
