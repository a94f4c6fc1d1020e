package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import io.motorpool.api.payment.v1.AddCardRequest;
import io.motorpool.api.payment.v1.AddCardResponse;
import io.motorpool.api.payment.v1.BillingPolicy;
import io.motorpool.api.payment.v1.Card;
import io.motorpool.api.payment.v1.FeeKind;
import io.motorpool.api.payment.v1.GetPaymentOptionsRequest;
import io.motorpool.api.payment.v1.GetReservationAccountRequest;
import io.motorpool.api.payment.v1.Payment;
import io.motorpool.api.payment.v1.PaymentOptions;
import io.motorpool.api.payment.v1.PaymentServiceGrpc;
import io.motorpool.api.payment.v1.PaymentServiceGrpc.PaymentServiceBlockingStub;
import io.motorpool.api.payment.v1.PaymentStatus;
import io.motorpool.api.payment.v1.RemoveCardRequest;
import io.motorpool.api.payment.v1.ReservationAccount;
import io.motorpool.api.reservation.v1.CreateReservationRequest;
import io.motorpool.api.reservation.v1.Reservation;
import io.motorpool.api.reservation.v1.ReservationServiceGrpc;
import io.motorpool.sandbox.gateway.CardKind;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What {@link PayingIT} shows of HTTP, as far as it is the app's affair, over gRPC. */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrpcPaymentIT {

    private final RunningSystem system;
    private final GrpcWire wire;

    GrpcPaymentIT(RunningSystem system) {
        this.system = system;
        this.wire = GrpcWire.to(system.node());
    }

    @AfterAll
    void hangUp() {
        wire.close();
    }

    @Test
    void a_company_that_is_billed_later_is_and_its_people_see_what_their_trips_cost() {
        ClientCompany company = system.newCompany("POSTPAID");
        Person driver = company.newMember();
        UUID vehicle = company.newVehicle();
        PaymentOptions options = options(driver);
        assertThat(options.getPostpaid()).isTrue();
        assertThat(options.getCardsList()).isEmpty();
        assertThat(options.hasWhyNot()).isFalse();

        Reservation reserved = reserve(driver, creation(vehicle).setBillingPolicy(options.getBillingPolicy()));

        ReservationAccount account = account(driver, reserved);
        assertThat(account.hasCard()).isFalse();
        assertThat(account.getPaymentsList()).singleElement().satisfies(payment -> {
            assertThat(payment.getKind()).isEqualTo(FeeKind.FEE_KIND_RESERVATION);
            assertThat(payment.getWon()).isEqualTo(3_000);
            assertThat(payment.getStatus()).isEqualTo(PaymentStatus.PAYMENT_STATUS_ON_LEDGER);
            assertThat(payment.getPayer()).isEqualTo(driver.user().toString());
        });
        assertThat(reason(() -> account(company.newMember(), reserved))).isEqualTo("not-found");
    }

    @Test
    void without_its_card_a_company_that_pays_by_it_reserves_nothing_and_with_it_pays_with_nothing_else() {
        ClientCompany company = system.newCompany("REPRESENTATIVE_CARD");
        Person driver = company.newMember();
        UUID vehicle = company.newVehicle();
        assertThat(options(driver).getWhyNot().getReason()).isEqualTo("representative-card-unavailable");
        assertThat(options(driver).getBillingPolicy()).isEqualTo(BillingPolicy.BILLING_POLICY_REPRESENTATIVE_CARD);
        assertThat(reason(() -> reserve(driver, creation(vehicle)))).isEqualTo("representative-card-unavailable");
        company.admin()
                .api()
                .post("/companies/" + company.id() + "/cards", representative())
                .mustBe(201);

        Card card = options(driver).getCards(0);
        Card own = add(driver, "own").getCard();
        assertThat(options(driver).getCardsList())
                .as("one's own is no choice here")
                .containsExactly(card);
        assertThat(reason(() -> reserve(driver, creation(vehicle).setCard(own.getId()))))
                .isEqualTo("instrument-not-allowed");
        assertThat(reason(() -> reserve(
                        driver,
                        creation(vehicle)
                                .setCard(card.getId())
                                .setBillingPolicy(BillingPolicy.BILLING_POLICY_MEMBER_CARD))))
                .isEqualTo("payment-policy-changed");
        Reservation reserved = reserve(
                driver,
                creation(vehicle)
                        .setCard(card.getId())
                        .setBillingPolicy(BillingPolicy.BILLING_POLICY_REPRESENTATIVE_CARD));

        assertThat(account(driver, reserved).getCard()).isEqualTo(card.getId());
        assertThat(account(driver, reserved).getPaymentsList())
                .extracting(Payment::getCard)
                .containsExactly(card.getId());
    }

    @Test
    void a_card_is_put_on_file_once_however_often_it_is_sent_and_taken_off() {
        Person driver = system.newCompany().newMember();
        AddCardRequest request = own("twice");

        Card first = as(driver).addCard(request).getCard();
        Card again = as(driver).addCard(request).getCard();
        String other = reason(
                () -> as(driver).addCard(request.toBuilder().setLastFour("4343").build()));
        String without = reason(
                () -> as(driver).addCard(request.toBuilder().clearRequestId().build()));

        assertThat(again).isEqualTo(first);
        assertThat(first.getExpiry()).isEqualTo("2030-12");
        assertThat(first.toString()).doesNotContain(request.getToken());
        assertThat(other).isEqualTo("idempotency-key-reused");
        assertThat(without).isEqualTo("idempotency-key-required");
        RemoveCardRequest removal =
                RemoveCardRequest.newBuilder().setCard(first.getId()).build();
        assertThat(reason(() -> as(system.newCompany().newMember()).removeCard(removal)))
                .as("somebody else's")
                .isEqualTo("not-found");
        assertThat(as(driver).removeCard(removal)).isNotNull();
        assertThat(reason(() -> as(driver).removeCard(removal))).isEqualTo("not-found");
    }

    @Test
    void everything_that_is_wrong_is_named_at_once_and_what_is_newer_is_not_guessed_at() {
        ClientCompany company = system.newCompany();
        Person driver = company.newMember();

        GrpcWire.Refused card = GrpcWire.refused(() -> as(driver)
                .addCard(AddCardRequest.newBuilder()
                        .setRequestId("wrong")
                        .setToken("x".repeat(201))
                        .setLastFour("42x2")
                        .setExpiry("2030-13")
                        .build()));
        GrpcWire.Refused payment = GrpcWire.refused(() ->
                reserve(driver, creation(company.newVehicle()).setCard("x").setBillingPolicyValue(4711)));
        GrpcWire.Refused missing = GrpcWire.refused(() -> reserve(
                driver, creation(company.newVehicle()).setBillingPolicy(BillingPolicy.BILLING_POLICY_MEMBER_CARD)));

        assertThat(wrongFields(card)).containsExactly("token", "brand", "last_four", "expiry");
        assertThat(wrongFields(payment)).containsExactlyInAnyOrder("card", "billing_policy");
        assertThat(wrongFields(missing)).containsExactly("card");
    }

    private static Iterable<String> wrongFields(GrpcWire.Refused refused) {
        assertThat(refused.reason()).isEqualTo("invalid-request");
        return refused.detail(BadRequest.class).orElseThrow().getFieldViolationsList().stream()
                .map(FieldViolation::getField)
                .toList();
    }

    private static String reason(Callable<?> call) {
        return GrpcWire.refused(call).reason();
    }

    private PaymentOptions options(Person by) {
        return as(by).getPaymentOptions(GetPaymentOptionsRequest.getDefaultInstance())
                .getOptions();
    }

    private ReservationAccount account(Person by, Reservation reserved) {
        return as(by).getReservationAccount(GetReservationAccountRequest.newBuilder()
                        .setReservation(reserved.getId())
                        .build())
                .getAccount();
    }

    private AddCardResponse add(Person by, String requestId) {
        return as(by).addCard(own(requestId));
    }

    private AddCardRequest own(String requestId) {
        return AddCardRequest.newBuilder()
                .setRequestId(requestId)
                .setToken(system.parts().gateway().service().newCard(CardKind.GOOD))
                .setBrand("BC")
                .setLastFour("4242")
                .setExpiry("2030-12")
                .build();
    }

    private Map<String, Object> representative() {
        return Map.of(
                "token",
                system.parts().gateway().service().newCard(CardKind.GOOD),
                "brand",
                "BC",
                "lastFour",
                "4242",
                "expiry",
                "2030-12");
    }

    private static CreateReservationRequest.Builder creation(UUID vehicle) {
        Slot slot = Slot.hourIn(24);
        return CreateReservationRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setVehicle(vehicle.toString())
                .setStart(GrpcWire.at(slot.start()))
                .setEnd(GrpcWire.at(slot.end()))
                .setCorporate(true);
    }

    private Reservation reserve(Person by, CreateReservationRequest.Builder request) {
        return wire.as(by, ReservationServiceGrpc::newBlockingStub)
                .createReservation(request.build())
                .getReservation();
    }

    private PaymentServiceBlockingStub as(Person person) {
        return wire.as(person, PaymentServiceGrpc::newBlockingStub);
    }
}
