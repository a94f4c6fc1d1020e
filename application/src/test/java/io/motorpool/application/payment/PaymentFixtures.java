package io.motorpool.application.payment;

import static io.motorpool.application.reservation.ReservationFixtures.MONDAY_8AM;

import io.motorpool.application.shared.Ids;
import io.motorpool.domain.fleet.Ownership;
import io.motorpool.domain.payment.Booked;
import io.motorpool.domain.payment.Card;
import io.motorpool.domain.payment.CardOwner;
import io.motorpool.domain.payment.CardToken;
import io.motorpool.domain.payment.Instrument;
import io.motorpool.domain.payment.InstrumentId;
import io.motorpool.domain.payment.PaymentId;
import io.motorpool.domain.payment.ReservationAccount;
import io.motorpool.domain.payment.Tariff;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import java.time.Duration;
import java.time.YearMonth;

/** Cards and accounts that no other test knows. */
public final class PaymentFixtures {

    private PaymentFixtures() {}

    public static Card aCard(CardOwner owner) {
        return aCard(owner, YearMonth.of(2030, 12));
    }

    public static Card aCard(CardOwner owner, YearMonth expiry) {
        InstrumentId id = new InstrumentId(Ids.next());
        return new Card(id, owner, new CardToken("tok_" + id), "비씨", "1234", expiry);
    }

    /** Two hours, to be paid by card. */
    public static ReservationAccount.Changed byCard(ReservationId reservation, CompanyId company, Card card) {
        return opened(reservation, company, new Booked(new Instrument.ByCard(card.id()), true));
    }

    public static ReservationAccount.Changed postpaid(ReservationId reservation, CompanyId company) {
        return opened(reservation, company, new Booked(new Instrument.Postpaid(), false));
    }

    private static ReservationAccount.Changed opened(ReservationId reservation, CompanyId company, Booked booked) {
        return ReservationAccount.open(
                reservation,
                company,
                new UserId(Ids.next()),
                booked,
                Tariff.step(Ownership.COMPANY),
                Duration.ofHours(2),
                new PaymentId(Ids.next()),
                MONDAY_8AM);
    }
}
