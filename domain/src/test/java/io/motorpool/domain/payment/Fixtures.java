package io.motorpool.domain.payment;

import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.company.Fixtures.KIM;

import io.motorpool.domain.fleet.Ownership;
import io.motorpool.domain.shared.BusinessZone;
import io.motorpool.domain.shared.Money;
import io.motorpool.domain.shared.ReservationId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

/** Kim's reservation of two hours with a company vehicle, for tests. */
final class Fixtures {

    static final ReservationId RESERVATION = new ReservationId(new UUID(7, 1));
    static final Instant NOON =
            LocalDate.of(2026, 11, 2).atTime(12, 0).atZone(BusinessZone.SEOUL).toInstant();
    static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    static final Money STEP = Tariff.step(Ownership.COMPANY);
    static final Duration TWO_HOURS = Duration.ofHours(2);
    static final Instrument POSTPAID = new Instrument.Postpaid();

    private Fixtures() {}

    static Card aCard(int number, CardOwner owner, YearMonth expiry) {
        return new Card(
                new InstrumentId(new UUID(20, number)), owner, new CardToken("tok_" + number), "비씨", "4242", expiry);
    }

    static Instrument by(Card card) {
        return new Instrument.ByCard(card.id());
    }

    static PaymentId payment(int number) {
        return new PaymentId(new UUID(21, number));
    }

    static ReservationAccount.Changed openedByCard() {
        Card card = aCard(1, new CardOwner.Representative(HANBIT), NOVEMBER);
        return opened(new Booked(by(card), true));
    }

    static ReservationAccount.Changed openedPostpaid() {
        return opened(new Booked(POSTPAID, false));
    }

    private static ReservationAccount.Changed opened(Booked booked) {
        return ReservationAccount.open(RESERVATION, HANBIT, KIM, booked, STEP, TWO_HOURS, payment(1), NOON);
    }

    /** The gateway's answer to whatever is wanted of the payment. */
    static ReservationAccount.Changed answered(ReservationAccount account, int number, GatewayAnswer answer) {
        return account.find(payment(number))
                .filter(Payment.Open.class::isInstance)
                .map(Payment.Open.class::cast)
                .flatMap(Payment.Open::wanted)
                .map(request -> account.answered(request, answer, NOON))
                .orElseThrow();
    }
}
