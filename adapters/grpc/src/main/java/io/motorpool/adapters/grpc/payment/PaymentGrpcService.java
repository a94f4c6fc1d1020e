package io.motorpool.adapters.grpc.payment;

import io.motorpool.adapters.grpc.Edge;
import io.motorpool.adapters.grpc.Input;
import io.motorpool.adapters.grpc.OnceOnly;
import io.motorpool.api.payment.v1.AddCardRequest;
import io.motorpool.api.payment.v1.AddCardResponse;
import io.motorpool.api.payment.v1.GetPaymentOptionsRequest;
import io.motorpool.api.payment.v1.GetPaymentOptionsResponse;
import io.motorpool.api.payment.v1.GetReservationAccountRequest;
import io.motorpool.api.payment.v1.GetReservationAccountResponse;
import io.motorpool.api.payment.v1.PaymentService;
import io.motorpool.api.payment.v1.RemoveCardRequest;
import io.motorpool.api.payment.v1.RemoveCardResponse;
import io.motorpool.application.payment.LookAfterCards;
import io.motorpool.application.payment.LookAfterCards.Described;
import io.motorpool.application.payment.PaymentQueries;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.payment.CardOwner;
import io.motorpool.domain.payment.InstrumentId;
import io.motorpool.domain.shared.ReservationId;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;

/** What somebody pays with, and what for (C5), as far as it is a member's affair. */
@GrpcService
class PaymentGrpcService implements PaymentService {

    private final LookAfterCards cards;
    private final PaymentQueries queries;
    private final Edge edge;
    private final OnceOnly onceOnly;

    PaymentGrpcService(LookAfterCards cards, PaymentQueries queries, Edge edge, OnceOnly onceOnly) {
        this.cards = cards;
        this.queries = queries;
        this.edge = edge;
        this.onceOnly = onceOnly;
    }

    @Override
    public Uni<GetPaymentOptionsResponse> getPaymentOptions(GetPaymentOptionsRequest request) {
        return edge.answer(
                queries::instruments,
                options -> GetPaymentOptionsResponse.newBuilder()
                        .setOptions(PaymentMessages.of(options))
                        .build());
    }

    @Override
    public Uni<AddCardResponse> addCard(AddCardRequest request) {
        return edge.answer(caller -> {
            Described card = PaymentMessages.described(request);
            return onceOnly.answer(
                    caller,
                    request.getRequestId(),
                    request,
                    AddCardResponse.parser(),
                    () -> cards.putOnFile(caller, own(caller), card),
                    added -> AddCardResponse.newBuilder()
                            .setCard(PaymentMessages.of(added))
                            .build());
        });
    }

    @Override
    public Uni<RemoveCardResponse> removeCard(RemoveCardRequest request) {
        return edge.answer(
                caller ->
                        cards.takeOff(caller, own(caller), Input.onlyId("card", request.getCard(), InstrumentId::new)),
                _ -> RemoveCardResponse.getDefaultInstance());
    }

    private static CardOwner own(Caller caller) {
        return new CardOwner.Person(caller.user());
    }

    @Override
    public Uni<GetReservationAccountResponse> getReservationAccount(GetReservationAccountRequest request) {
        return edge.answer(
                caller -> queries.account(
                        caller, Input.onlyId("reservation", request.getReservation(), ReservationId::new)),
                account -> GetReservationAccountResponse.newBuilder()
                        .setAccount(PaymentMessages.of(account))
                        .build());
    }
}
