package io.motorpool.adapters.grpc.key;

import io.motorpool.adapters.grpc.Edge;
import io.motorpool.adapters.grpc.Input;
import io.motorpool.adapters.grpc.Input.Field;
import io.motorpool.adapters.grpc.ReasonMessages;
import io.motorpool.api.key.v1.AcceptKeyRequest;
import io.motorpool.api.key.v1.AcceptKeyResponse;
import io.motorpool.api.key.v1.DeclineKeyRequest;
import io.motorpool.api.key.v1.DeclineKeyResponse;
import io.motorpool.api.key.v1.GetReservationKeyRequest;
import io.motorpool.api.key.v1.GetReservationKeyResponse;
import io.motorpool.api.key.v1.KeyService;
import io.motorpool.api.key.v1.ListKeyOffersRequest;
import io.motorpool.api.key.v1.ListKeyOffersResponse;
import io.motorpool.api.key.v1.OfferKeyRequest;
import io.motorpool.api.key.v1.OfferKeyResponse;
import io.motorpool.api.key.v1.OperateVehicleRequest;
import io.motorpool.api.key.v1.OperateVehicleResponse;
import io.motorpool.api.key.v1.WithdrawKeyRequest;
import io.motorpool.api.key.v1.WithdrawKeyResponse;
import io.motorpool.application.key.HandOverKey;
import io.motorpool.application.key.KeyQueries;
import io.motorpool.application.key.OperateVehicle;
import io.motorpool.domain.key.HandOverId;
import io.motorpool.domain.key.Operation;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

/** Opening a vehicle, and handing its key over (C3), as far as it is a member's affair. */
@GrpcService
class KeyGrpcService implements KeyService {

    private final KeyQueries queries;
    private final OperateVehicle vehicles;
    private final HandOverKey handOvers;
    private final Edge edge;

    KeyGrpcService(KeyQueries queries, OperateVehicle vehicles, HandOverKey handOvers, Edge edge) {
        this.queries = queries;
        this.vehicles = vehicles;
        this.handOvers = handOvers;
        this.edge = edge;
    }

    @Override
    public Uni<GetReservationKeyResponse> getReservationKey(GetReservationKeyRequest request) {
        return edge.answer(
                caller -> queries.ofReservation(
                        caller, Input.onlyId("reservation", request.getReservation(), ReservationId::new)),
                view -> GetReservationKeyResponse.newBuilder()
                        .setKey(KeyMessages.of(view))
                        .build());
    }

    @Override
    public Uni<OperateVehicleResponse> operateVehicle(OperateVehicleRequest request) {
        return edge.answer(
                caller -> {
                    Input in = new Input();
                    Field<VehicleId> vehicle = in.id("vehicle", request.getVehicle(), VehicleId::new);
                    Field<Operation> operation =
                            in.required("operation", true, request.getOperation(), KeyMessages::operation);
                    Field<Reason> reason = ReasonMessages.read(in, request.hasReason(), request.getReason());
                    Operation wanted = in.build(operation::get);
                    return vehicles.operate(caller, vehicle.get(), wanted, reason.orNull());
                },
                _ -> OperateVehicleResponse.newBuilder()
                        .setOperation(request.getOperation())
                        .build());
    }

    @Override
    public Uni<OfferKeyResponse> offerKey(OfferKeyRequest request) {
        return edge.answer(
                caller -> {
                    Input in = new Input();
                    Field<ReservationId> reservation =
                            in.id("reservation", request.getReservation(), ReservationId::new);
                    Field<UserId> recipient = in.id("recipient", request.getRecipient(), UserId::new);
                    UserId colleague = in.build(recipient::get);
                    return handOvers.offer(caller, reservation.get(), colleague);
                },
                offered -> OfferKeyResponse.newBuilder()
                        .setHandOver(KeyMessages.of(offered))
                        .build());
    }

    @Override
    public Uni<AcceptKeyResponse> acceptKey(AcceptKeyRequest request) {
        return edge.answer(
                caller -> handOvers.accept(caller, id(request.getHandOver())),
                accepted -> AcceptKeyResponse.newBuilder()
                        .setHandOver(KeyMessages.of(accepted))
                        .build());
    }

    @Override
    public Uni<DeclineKeyResponse> declineKey(DeclineKeyRequest request) {
        return edge.answer(
                caller -> handOvers.decline(caller, id(request.getHandOver())),
                declined -> DeclineKeyResponse.newBuilder()
                        .setHandOver(KeyMessages.of(declined))
                        .build());
    }

    @Override
    public Uni<WithdrawKeyResponse> withdrawKey(WithdrawKeyRequest request) {
        return edge.answer(
                caller -> handOvers.withdraw(caller, id(request.getHandOver())),
                withdrawn -> WithdrawKeyResponse.newBuilder()
                        .setHandOver(KeyMessages.of(withdrawn))
                        .build());
    }

    @Override
    public Uni<ListKeyOffersResponse> listKeyOffers(ListKeyOffersRequest request) {
        return edge.answer(
                queries::offers,
                offers -> ListKeyOffersResponse.newBuilder()
                        .addAllHandOvers(offers.stream().map(KeyMessages::of).toList())
                        .build());
    }

    private static HandOverId id(String raw) {
        return Input.onlyId("hand_over", raw, HandOverId::new);
    }
}
