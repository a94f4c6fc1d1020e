package io.motorpool.application.payment;

import static io.motorpool.application.company.CompanyFixtures.aCompany;
import static io.motorpool.application.payment.PaymentFixtures.aCard;
import static io.motorpool.application.reservation.ReservationFixtures.A_REASON;
import static io.motorpool.application.reservation.ReservationFixtures.ODOMETER;
import static io.motorpool.application.reservation.ReservationFixtures.at;
import static io.motorpool.application.reservation.ReservationFixtures.hours;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.motorpool.application.audit.Journal;
import io.motorpool.application.reservation.AMotorpool;
import io.motorpool.application.reservation.ReservationView;
import io.motorpool.application.reservation.ReserveVehicle.Command;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.company.BillingPolicy;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.payment.Card;
import io.motorpool.domain.payment.CardOwner;
import io.motorpool.domain.payment.FeeKind;
import io.motorpool.domain.payment.Instrument;
import io.motorpool.domain.payment.InstrumentChoice;
import io.motorpool.domain.payment.InstrumentChoice.Picked;
import io.motorpool.domain.payment.InstrumentChoice.TheUsual;
import io.motorpool.domain.payment.InstrumentId;
import io.motorpool.domain.payment.LedgerEntry;
import io.motorpool.domain.payment.Payment;
import io.motorpool.domain.payment.PaymentEvent;
import io.motorpool.domain.payment.PaymentRefusal;
import io.motorpool.domain.payment.PaymentRefusal.CardLack;
import io.motorpool.domain.payment.PaymentStatus;
import io.motorpool.domain.payment.ReservationAccount;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.shared.Amount;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Money;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Reservations that cost something, from booking to the last answer of the gateway. */
class PayingForReservationsTest {

    private static final Period NINE_TO_ELEVEN = hours(9, 11);
    private static final Money TWO_HOURS = Money.won(12 * 500);

    private final InMemoryCards cards = new InMemoryCards();
    private final InMemoryReservationAccounts accounts = new InMemoryReservationAccounts();
    private final InMemoryCompanyLedger ledger = new InMemoryCompanyLedger();
    private final InMemoryPaymentGateway gateway = new InMemoryPaymentGateway();
    private final AMotorpool motorpool = new AMotorpool(
            it -> List.of(new PaymentCompanion(new WalletReader(it.companies, cards), accounts, desk(it), Ids::next)));
    private final WalletReader wallets = new WalletReader(motorpool.companies, cards);
    private final AskGateway ask =
            new AskGatewayService(motorpool.unitOfWork, accounts, cards, gateway, desk(motorpool), motorpool.clock);
    private final ChargeFees charge = new ChargeFeesService(
            motorpool.unitOfWork,
            motorpool.reservations,
            accounts,
            wallets,
            desk(motorpool),
            motorpool.clock,
            Ids::next);
    private final PaymentQueries queries = new PaymentQueriesService(
            motorpool.unitOfWork,
            motorpool.companies,
            motorpool.reservations,
            wallets,
            accounts,
            ledger,
            motorpool.clock);
    private final LookAfterCards lookAfter = new LookAfterCardsService(
            motorpool.unitOfWork, motorpool.companies, motorpool.members, cards, motorpool.traces.journal(), Ids::next);

    private final CompanyId company = givenCompany(BillingPolicy.REPRESENTATIVE_CARD);
    private final Vehicle vehicle = motorpool.givenVehicle(company);
    private final UserId driver = motorpool.givenDriver(company);
    private final Caller caller = Callers.ofCompany(driver, company, Role.MEMBER);
    private final Card card = put(aCard(new CardOwner.Representative(company)));

    private PaymentDesk desk(AMotorpool it) {
        Journal journal = it.traces.journal();
        return new PaymentDesk(accounts, ledger, events -> journal.write(NO_DEED, List.of(), events), journal);
    }

    private static final Journal.Deed NO_DEED =
            new Journal.Deed(Callers.aTimer(), Permission.RUN_SWEEPS, "no deed", Optional.empty());

    @Test
    void a_reservation_is_booked_with_the_companys_card_and_taken_when_the_use_is_over() {
        ReservationView reserved = reserve();
        assertThat(payments(reserved)).extracting(Payment::status).containsExactly(PaymentStatus.DUE);

        assertThat(askAll()).isEqualTo(1);
        assertThat(payments(reserved)).extracting(Payment::status).containsExactly(PaymentStatus.AUTHORISED);
        assertThat(askAll()).isZero();

        start(reserved);
        bringBack(reserved, 10);
        assertThat(askAll()).isEqualTo(1);

        assertThat(payments(reserved)).extracting(Payment::status).containsExactly(PaymentStatus.CAPTURED);
        assertThat(gateway.taken().values()).containsExactly(TWO_HOURS);
        assertThat(motorpool.traces.facts())
                .filteredOn(PaymentEvent.class::isInstance)
                .extracting(Object::getClass)
                .containsExactly(
                        PaymentEvent.FeeCharged.class,
                        PaymentEvent.PaymentAuthorised.class,
                        PaymentEvent.PaymentCaptured.class);
    }

    @Test
    void without_the_companys_card_nothing_is_reserved() {
        var _ = cards.remove(card.id(), card.owner()).await().indefinitely();
        var _ = put(aCard(new CardOwner.Person(driver)));

        assertThat(refuse(new TheUsual()))
                .isEqualTo(new PaymentRefusal.RepresentativeCardUnavailable(CardLack.MISSING));
        assertThat(motorpool.held(vehicle)).isEmpty();
        assertThat(motorpool.traces.facts()).isEmpty();
    }

    @Test
    void somebody_elses_card_is_not_there() {
        assertThat(refuse(new Picked(new Instrument.ByCard(new InstrumentId(Ids.next())), null)))
                .isEqualTo(new NotFound(Thing.PAYMENT_INSTRUMENT));
    }

    @Test
    void a_policy_that_changed_since_the_list_is_told() {
        assertThat(refuse(new Picked(new Instrument.ByCard(card.id()), BillingPolicy.POSTPAID)))
                .isEqualTo(new PaymentRefusal.PaymentPolicyChanged(BillingPolicy.REPRESENTATIVE_CARD));
    }

    @Test
    void a_longer_time_costs_more_and_a_shorter_one_is_not_refunded() {
        ReservationView reserved = reserve();

        ReservationView longer = reschedule(reserved, hours(9, 12));
        assertThat(amounts(reserved)).containsExactly(TWO_HOURS, Money.won(6 * 500));

        ReservationView shorter = reschedule(longer, hours(9, 10));
        var _ = reschedule(shorter, hours(9, 12));

        assertThat(amounts(reserved)).containsExactly(TWO_HOURS, Money.won(6 * 500));
    }

    @Test
    void an_extension_is_refused_when_the_card_has_expired_meanwhile() {
        Card ending = put(aCard(new CardOwner.Representative(company), YearMonth.of(2027, 3)));
        ReservationView reserved = reserve(new Picked(new Instrument.ByCard(ending.id()), null));
        motorpool.clock.move(Duration.ofDays(31));
        Period later = hours(24 * 32, 24 * 32 + 12);

        assertThat(refused(motorpool.desk.reschedule.reschedule(motorpool.byDriver(stored(reserved)), later)))
                .isEqualTo(new PaymentRefusal.RepresentativeCardUnavailable(CardLack.EXPIRED));
    }

    @Test
    void what_was_booked_keeps_its_instrument_whatever_the_policy_becomes() {
        ReservationView reserved = reserve();
        changePolicy(BillingPolicy.POSTPAID);

        var _ = reschedule(reserved, hours(9, 12));

        assertThat(payments(reserved))
                .extracting(payment -> payment.terms().instrument())
                .containsOnly(new Instrument.ByCard(card.id()));
    }

    @Test
    void what_is_called_off_is_let_go() {
        ReservationView reserved = reserve();
        var _ = askAll();

        var _ = accepted(motorpool.desk.cancel.cancel(motorpool.byDriver(stored(reserved))));
        var _ = askAll();

        assertThat(payments(reserved)).extracting(Payment::status).containsExactly(PaymentStatus.VOIDED);
        assertThat(gateway.taken()).isEmpty();
        assertThat(gateway.held()).isZero();
    }

    @Test
    void an_authorisation_whose_answer_was_lost_is_found_and_let_go_after_a_cancellation() {
        ReservationView reserved = reserve();
        gateway.loseAnswers(true);
        var _ = askAll();
        var _ = accepted(motorpool.desk.cancel.cancel(motorpool.byDriver(stored(reserved))));
        gateway.loseAnswers(false);

        askUntilQuiet();

        assertThat(payments(reserved)).extracting(Payment::status).containsExactly(PaymentStatus.VOIDED);
        assertThat(gateway.held()).isZero();
    }

    @Test
    void lost_answers_take_nothing_twice() {
        ReservationView reserved = reserve();
        gateway.loseAnswers(true);
        var _ = askAll();
        motorpool.clock.move(Duration.ofMinutes(10));
        var _ = askAll();
        gateway.loseAnswers(false);
        askUntilQuiet();
        motorpool.clock.moveTo(at(9, 30));
        start(reserved);
        bringBack(reserved, 10);
        gateway.loseAnswers(true);
        var _ = askAll();
        gateway.loseAnswers(false);
        askUntilQuiet();

        assertThat(gateway.timesAsked()).isGreaterThan(3);
        assertThat(gateway.taken().values()).containsExactly(TWO_HOURS);
        assertThat(payments(reserved)).extracting(Payment::status).containsExactly(PaymentStatus.CAPTURED);
    }

    @Test
    void a_vehicle_is_not_handed_out_while_what_it_costs_is_declined() {
        gateway.goesBad(card.token());
        ReservationView reserved = reserve();
        var _ = askAll();
        motorpool.clock.moveTo(at(9, 0));

        assertThat(refused(motorpool.desk.start.start(motorpool.byDriver(stored(reserved)), ODOMETER)))
                .isEqualTo(new PaymentRefusal.PaymentOutstanding());
        assertThat(motorpool.stored(vehicle.id()).odometer()).isEqualTo(vehicle.odometer());
    }

    @Test
    void support_tries_again_what_was_declined() {
        gateway.goesBad(card.token());
        ReservationView reserved = reserve();
        var _ = askAll();
        Payment declined = payments(reserved).getFirst();

        var _ = accepted(charge.retry(Callers.aSupportAgent(), reserved.id(), declined.id(), A_REASON));

        assertThat(payments(reserved))
                .extracting(Payment::status)
                .containsExactly(PaymentStatus.DECLINED, PaymentStatus.DUE);
        assertThat(refused(charge.retry(Callers.aSupportAgent(), reserved.id(), declined.id(), A_REASON)))
                .isEqualTo(new PaymentRefusal.NotPossibleForPayment(PaymentStatus.DECLINED));
        motorpool.clock.moveTo(at(9, 0));
        start(reserved);
    }

    @Test
    void a_late_return_costs_twice_as_much_and_is_charged_even_if_it_cannot_be_had() {
        ReservationView reserved = reserve();
        var _ = askAll();
        start(reserved);
        var _ = cards.remove(card.id(), card.owner()).await().indefinitely();

        bringBack(reserved, 12);

        assertThat(payments(reserved))
                .extracting(
                        payment -> payment.terms().kind(),
                        Payment::status,
                        payment -> payment.terms().amount())
                .contains(tuple(FeeKind.LATE_RETURN, PaymentStatus.DECLINED, Money.won(6 * 2 * 500)));
    }

    @Test
    void the_payer_stays_the_same_when_a_colleague_drives_on() {
        ReservationView reserved = reserve();
        start(reserved);
        UserId colleague = motorpool.givenDriver(company);
        var running = (Reservation.InUse) stored(reserved);
        Versioned<Reservation> before = motorpool.stored(reserved.id());
        var around = motorpool
                .surroundings
                .around(vehicle.id(), colleague, NINE_TO_ELEVEN)
                .await()
                .indefinitely()
                .orElseThrow();
        var changed = running.handTo(colleague, around, motorpool.clock.instant())
                .fold(it -> it, refusal -> {
                    throw new AssertionError(refusal);
                });
        motorpool.desk.steps.changeDriver(NO_DEED, before, changed).await().indefinitely();

        bringBack(reserved, 12);

        assertThat(account(reserved).payer()).isEqualTo(driver);
        assertThat(payments(reserved))
                .extracting(payment -> payment.terms().payer())
                .containsOnly(driver);
    }

    @Test
    void a_company_that_is_billed_later_owes_on_its_ledger_and_owes_less_when_something_is_called_off() {
        changePolicy(BillingPolicy.POSTPAID);
        ReservationView one = reserve();
        ReservationView two = accepted(motorpool.desk.reserve.reserve(
                new Command(caller, vehicle.id(), driver, hours(12, 13), true, null, new TheUsual())));
        var _ = accepted(motorpool.desk.cancel.cancel(motorpool.byDriver(stored(two))));
        Caller admin = Callers.anAdminOf(company);

        assertThat(accepted(queries.ledger(admin, company, Page.Request.first()))
                        .items())
                .extracting(LedgerEntry::reservation, LedgerEntry::amount)
                .containsExactlyInAnyOrder(
                        tuple(one.id(), Amount.of(TWO_HOURS)),
                        tuple(two.id(), new Amount(3_000)),
                        tuple(two.id(), new Amount(-3_000)));
        assertThat(accepted(queries.balance(admin, company))).isEqualTo(Amount.of(TWO_HOURS));
        assertThat(gateway.timesAsked()).isZero();
        assertThat(refused(queries.ledger(caller, company, Page.Request.first())))
                .isEqualTo(new NotPermitted(Permission.READ_LEDGER));
        assertThat(refused(queries.ledger(Callers.anAdminOf(motorpool.givenCompany()), company, Page.Request.first())))
                .isEqualTo(new NotFound(Thing.COMPANY));
    }

    @Test
    void support_charges_with_the_instrument_that_was_booked_and_no_other() {
        ReservationView reserved = reserve();
        Card own = put(aCard(new CardOwner.Person(driver)));

        assertThat(refused(charge.charge(
                        Callers.aSupportAgent(),
                        reserved.id(),
                        Money.won(50_000),
                        new Picked(new Instrument.ByCard(own.id()), null),
                        A_REASON)))
                .isEqualTo(new PaymentRefusal.InstrumentNotAllowed());
        assertThat(refused(charge.charge(
                        Callers.aSupportAgent(), reserved.id(), Money.won(500_001), new TheUsual(), A_REASON)))
                .isEqualTo(new PaymentRefusal.ChargeTooHigh(Money.won(500_000)));
        assertThat(accepted(charge.charge(
                                Callers.aSupportAgent(), reserved.id(), Money.won(50_000), new TheUsual(), A_REASON))
                        .terms()
                        .kind())
                .isEqualTo(FeeKind.SUPPORT_CHARGE);
        assertThat(refused(charge.charge(caller, reserved.id(), Money.won(1), new TheUsual(), A_REASON)))
                .isEqualTo(new NotPermitted(Permission.CHARGE_FEES));
    }

    @Test
    void people_see_what_they_may_pay_with_under_the_profile_that_they_act_under() {
        Card own = put(aCard(new CardOwner.Person(driver)));
        Caller privately = new Caller(driver, new Profile.Personal(), Set.of());

        assertThat(accepted(queries.instruments(caller)))
                .isEqualTo(
                        new PaymentQueries.Instruments(List.of(card), false, BillingPolicy.REPRESENTATIVE_CARD, null));
        assertThat(accepted(queries.instruments(privately)).cards()).containsExactly(own);
        assertThat(refused(queries.instruments(Callers.anOperator()))).isEqualTo(new NotPermitted(Permission.RESERVE));
        assertThat(refused(
                        queries.instruments(Callers.ofCompany(driver, new CompanyId(UUID.randomUUID()), Role.MEMBER))))
                .isEqualTo(new NotPermitted(Permission.RESERVE));
    }

    @Test
    void what_a_reservation_costs_is_its_payers_to_see_and_theirs_who_may_read_payments() {
        ReservationView reserved = reserve();
        Caller colleague = Callers.aMemberOf(company);

        assertThat(accepted(queries.account(caller, reserved.id()))).isPresent();
        assertThat(accepted(queries.account(Callers.aSupportAgent(), reserved.id())))
                .isPresent();
        assertThat(refused(queries.account(colleague, reserved.id()))).isEqualTo(new NotFound(Thing.RESERVATION));
        assertThat(refused(queries.account(Callers.anAdminOf(motorpool.givenCompany()), reserved.id())))
                .isEqualTo(new NotFound(Thing.RESERVATION));
    }

    @Test
    void a_companys_cards_take_a_permission_and_a_persons_own_are_nobody_elses() {
        var described = new LookAfterCards.Described(card.token(), "비씨", "1234", card.expiry());
        Caller admin = Callers.anAdminOf(company);

        assertThat(accepted(lookAfter.putOnFile(admin, new CardOwner.Representative(company), described))
                        .owner())
                .isEqualTo(new CardOwner.Representative(company));
        assertThat(accepted(lookAfter.putOnFile(caller, new CardOwner.Person(driver), described))
                        .owner())
                .isEqualTo(new CardOwner.Person(driver));
        assertThat(refused(lookAfter.putOnFile(caller, new CardOwner.Representative(company), described)))
                .isEqualTo(new NotPermitted(Permission.MANAGE_CARDS));
        assertThat(refused(lookAfter.putOnFile(admin, new CardOwner.Person(driver), described)))
                .isEqualTo(new NotFound(Thing.PAYMENT_INSTRUMENT));
        assertThat(refused(
                        lookAfter.putOnFile(admin, new CardOwner.OfMember(company, new UserId(Ids.next())), described)))
                .isEqualTo(new NotFound(Thing.MEMBER));
        assertThat(refused(
                        lookAfter.takeOff(admin, new CardOwner.Representative(company), new InstrumentId(Ids.next()))))
                .isEqualTo(new NotFound(Thing.PAYMENT_INSTRUMENT));
    }

    private CompanyId givenCompany(BillingPolicy policy) {
        Company like = aCompany();
        return motorpool.given(Company.register(like.id(), like.name(), like.businessNumber(), policy));
    }

    private void changePolicy(BillingPolicy policy) {
        Versioned<Company> stored =
                motorpool.companies.find(company).await().indefinitely().orElseThrow();
        Company changed = stored.value().change(stored.value().name(), policy).fold(it -> it, refusal -> {
            throw new AssertionError(refusal);
        });
        var _ = motorpool.companies.save(stored.with(changed)).await().indefinitely();
    }

    private Card put(Card another) {
        return cards.add(another).replaceWith(another).await().indefinitely();
    }

    private ReservationView reserve() {
        return reserve(new TheUsual());
    }

    private ReservationView reserve(InstrumentChoice payWith) {
        return accepted(motorpool.desk.reserve.reserve(command(payWith)));
    }

    private Refusal refuse(InstrumentChoice payWith) {
        return refused(motorpool.desk.reserve.reserve(command(payWith)));
    }

    private Command command(InstrumentChoice payWith) {
        return new Command(caller, vehicle.id(), driver, NINE_TO_ELEVEN, true, null, payWith);
    }

    private ReservationView reschedule(ReservationView reserved, Period period) {
        return accepted(motorpool.desk.reschedule.reschedule(motorpool.byDriver(stored(reserved)), period));
    }

    private void start(ReservationView reserved) {
        motorpool.clock.moveTo(at(9, 30));
        var _ = accepted(motorpool.desk.start.start(motorpool.byDriver(stored(reserved)), ODOMETER));
    }

    private void bringBack(ReservationView reserved, int hour) {
        motorpool.clock.moveTo(at(hour, 0));
        var _ = accepted(motorpool.desk.bringBack.bringBack(
                motorpool.byDriver(stored(reserved)), new Odometer(ODOMETER.km() + 10)));
    }

    private Reservation stored(ReservationView reserved) {
        return motorpool.stored(reserved.id()).value();
    }

    private ReservationAccount account(ReservationView reserved) {
        return accounts.find(reserved.id()).await().indefinitely().orElseThrow().value();
    }

    private List<Payment> payments(ReservationView reserved) {
        return account(reserved).payments();
    }

    private List<Money> amounts(ReservationView reserved) {
        return payments(reserved).stream()
                .map(payment -> payment.terms().amount())
                .toList();
    }

    private int askAll() {
        return accepted(ask.ask(Callers.aTimer()));
    }

    /** Until a day has passed in which nothing was left to ask. */
    private void askUntilQuiet() {
        Supplier<Uni<List<ReservationId>>> due = () -> accounts.due(motorpool.clock.instant(), 10);
        for (int i = 0; i < 10; i++) {
            motorpool.clock.move(Duration.ofMinutes(1));
            var _ = askAll();
        }
        assertThat(due.get().await().indefinitely()).isEmpty();
    }
}
