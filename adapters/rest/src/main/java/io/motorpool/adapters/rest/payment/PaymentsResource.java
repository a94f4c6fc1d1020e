package io.motorpool.adapters.rest.payment;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Cursors;
import io.motorpool.adapters.rest.Headers;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.OnceOnly;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Parse;
import io.motorpool.adapters.rest.ReasonBody;
import io.motorpool.adapters.rest.document.Refuses;
import io.motorpool.application.payment.AskGateway;
import io.motorpool.application.payment.ChargeFees;
import io.motorpool.application.payment.PaymentQueries;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.payment.FeeKind;
import io.motorpool.domain.payment.Instrument;
import io.motorpool.domain.payment.InstrumentChoice;
import io.motorpool.domain.payment.InstrumentId;
import io.motorpool.domain.payment.LedgerEntry;
import io.motorpool.domain.payment.PaymentId;
import io.motorpool.domain.payment.ReservationAccount;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.shared.Amount;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Money;
import io.motorpool.domain.shared.ReservationId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What reservations cost, what became of it, and what companies owe. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Payment")
class PaymentsResource {

    private final PaymentQueries queries;
    private final ChargeFees fees;
    private final AskGateway gateway;
    private final CallerSource callers;
    private final OnceOnly onceOnly;

    PaymentsResource(
            PaymentQueries queries, ChargeFees fees, AskGateway gateway, CallerSource callers, OnceOnly onceOnly) {
        this.queries = queries;
        this.fees = fees;
        this.gateway = gateway;
        this.callers = callers;
        this.onceOnly = onceOnly;
    }

    @Schema(name = "ReservationAccount")
    record AccountBody(
            @Schema(
                    description =
                            "The card that it was booked with and goes on with; absent when the company is billed later")
            @Nullable
            UUID card,

            @Schema(required = true, description = "In order; none when the reservation costs nothing")
            List<PaymentBody> payments) {

        static AccountBody of(Optional<ReservationAccount> account) {
            return account.map(it -> new AccountBody(
                            PaymentBody.card(it.booked().instrument()),
                            it.payments().stream().map(PaymentBody::of).toList()))
                    .orElseGet(() -> new AccountBody(null, List.of()));
        }
    }

    @Schema(name = "LedgerEntry")
    record EntryBody(
            @Schema(required = true) UUID payment,
            @Schema(required = true) UUID reservation,
            @Schema(required = true) UUID payer,
            @Schema(required = true) FeeKind kind,

            @Schema(
                    required = true,
                    description = "Whole won, tax included; below zero when it takes back what was owed")
            long won,

            @Schema(required = true) boolean reversal,
            @Schema(required = true) Instant at) {

        static EntryBody of(LedgerEntry entry) {
            return new EntryBody(
                    entry.payment().value(),
                    entry.reservation().value(),
                    entry.payer().value(),
                    entry.kind(),
                    entry.amount().won(),
                    entry.reversal(),
                    entry.at());
        }
    }

    /** Only the document reads this: what a page of them looks like. */
    @Schema(name = "LedgerPage")
    record LedgerPage(
            @Schema(required = true) List<EntryBody> items,
            @Nullable String nextCursor) {}

    @Schema(name = "LedgerBalance")
    record BalanceBody(
            @Schema(required = true, description = "What the entries add up to, in whole won")
            long won) {

        static BalanceBody of(Amount balance) {
            return new BalanceBody(balance.won());
        }
    }

    @Schema(name = "ChargeFee")
    record ChargeBody(
            @Schema(required = true, minimum = "1", maximum = "2147483647", examples = "20000") @Nullable
            Integer won,

            @Schema(
                    format = "uuid",
                    description = "The card to charge, which has to be the one that the reservation was booked with;"
                            + " that, or the company's ledger, when absent")
            @Nullable
            String card,

            @Schema(required = true) @Nullable ReasonBody reason) {}

    @Schema(name = "RetryPayment")
    record RetryBody(
            @Schema(required = true, format = "uuid", description = "One that was declined") @Nullable
            String payment,

            @Schema(required = true) @Nullable ReasonBody reason) {}

    @Schema(name = "PaymentsAsked")
    record AskedBody(
            @Schema(required = true, minimum = "0", description = "The others are asked about again")
            int answered) {}

    @GET
    @Path("/reservations/{id}/account")
    @Operation(operationId = "getReservationAccount", summary = "What the reservation costs and what became of it")
    @APIResponseSchema(value = AccountBody.class, responseCode = "200", responseDescription = "The account")
    public Uni<Response> account(@PathParam("id") String id) {
        return Answers.ok(queries.account(callers.caller(), reservation(id)), AccountBody::of);
    }

    @GET
    @Path("/companies/{id}/ledger")
    @Operation(operationId = "listLedger", summary = "What a company that is billed later owes, in order of time")
    @APIResponseSchema(value = LedgerPage.class, responseCode = "200", responseDescription = "One page")
    public Uni<Response> ledger(@PathParam("id") String id, @BeanParam Paging paging) {
        CompanyId company = new CompanyId(Input.pathId(id));
        Input in = new Input();
        Field<Page.Request> page = paging.read(in, Cursors.Order.BY_TIME);
        Page.Request asked = in.build(page::get);
        return Answers.page(queries.ledger(callers.caller(), company, asked), EntryBody::of);
    }

    @GET
    @Path("/companies/{id}/ledger-balance")
    @Operation(operationId = "getLedgerBalance", summary = "What a company that is billed later owes in all")
    @APIResponseSchema(value = BalanceBody.class, responseCode = "200", responseDescription = "The sum")
    public Uni<Response> balance(@PathParam("id") String id) {
        return Answers.ok(queries.balance(callers.caller(), new CompanyId(Input.pathId(id))), BalanceBody::of);
    }

    @POST
    @Path("/reservations/{id}/charges")
    @Operation(operationId = "chargeFee", summary = "Charge for something, with what the reservation was booked with")
    @APIResponseSchema(value = PaymentBody.class, responseCode = "201", responseDescription = "Charged")
    @Refuses(
            conflicts = {"representative-card-unavailable", "request-in-flight"},
            rules = {"charge-too-high", "instrument-not-allowed", "personal-card-not-allowed", "idempotency-key-reused"
            })
    public Uni<Response> charge(
            @PathParam("id") String id,
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String key,
            @Nullable ChargeBody body) {
        Caller caller = callers.caller();
        ReservationId reservation = reservation(id);
        String idempotencyKey = Headers.idempotencyKey(key);
        ChargeBody said = Input.body(body);
        Input in = new Input();
        Field<Money> amount = in.given("won", said.won(), PaymentsResource::something);
        Field<InstrumentId> card = in.optional("card", said.card(), Parse::uuid).map(InstrumentId::new);
        Field<Reason> reason = ReasonBody.required(in, said.reason());
        Money money = in.build(amount::get);
        return onceOnly.answer(
                caller,
                "POST /api/v1/reservations/%s/charges".formatted(reservation),
                idempotencyKey,
                said,
                () -> Answers.added(
                        fees.charge(caller, reservation, money, choice(card), reason.get()), PaymentBody::of));
    }

    private static Money something(Integer won) {
        if (won < 1) {
            throw new IllegalArgumentException("must be at least one won");
        }
        return Money.won(won);
    }

    private static InstrumentChoice choice(Field<InstrumentId> card) {
        return card.optional()
                .<InstrumentChoice>map(id -> new InstrumentChoice.Picked(new Instrument.ByCard(id), null))
                .orElseGet(InstrumentChoice.TheUsual::new);
    }

    @POST
    @Path("/reservations/{id}/payment-retries")
    @Operation(operationId = "retryPayment", summary = "Try a payment that was declined once more")
    @APIResponseSchema(
            value = PaymentBody.class,
            responseCode = "201",
            responseDescription = "The payment that tries again")
    @Refuses(
            conflicts = {"not-possible-for-payment", "representative-card-unavailable", "request-in-flight"},
            rules = {"instrument-not-allowed", "idempotency-key-reused"})
    public Uni<Response> retry(
            @PathParam("id") String id,
            @HeaderParam(Headers.IDEMPOTENCY_KEY) @Nullable String key,
            @Nullable RetryBody body) {
        Caller caller = callers.caller();
        ReservationId reservation = reservation(id);
        String idempotencyKey = Headers.idempotencyKey(key);
        RetryBody said = Input.body(body);
        Input in = new Input();
        Field<PaymentId> payment = in.id("payment", said.payment()).map(PaymentId::new);
        Field<Reason> reason = ReasonBody.required(in, said.reason());
        PaymentId declined = in.build(payment::get);
        return onceOnly.answer(
                caller,
                "POST /api/v1/reservations/%s/payment-retries".formatted(reservation),
                idempotencyKey,
                said,
                () -> Answers.added(fees.retry(caller, reservation, declined, reason.get()), PaymentBody::of));
    }

    @POST
    @Path("/sweeps/payments")
    @Operation(operationId = "askGateway", summary = "Ask the payment gateway about every payment that waits for it")
    @Tag(name = "Support")
    @APIResponseSchema(value = AskedBody.class, responseCode = "200", responseDescription = "What was answered clearly")
    public Uni<Response> ask() {
        return Answers.ok(gateway.ask(callers.caller()), AskedBody::new);
    }

    private static ReservationId reservation(String raw) {
        return new ReservationId(Input.pathId(raw));
    }
}
