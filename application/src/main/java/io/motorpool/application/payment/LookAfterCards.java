package io.motorpool.application.payment;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.payment.Card;
import io.motorpool.domain.payment.CardOwner;
import io.motorpool.domain.payment.CardToken;
import io.motorpool.domain.payment.InstrumentId;
import io.smallrye.mutiny.Uni;
import java.time.YearMonth;

/** Cards are put on file, by the reference that the gateway gave for them, and taken off it. */
public interface LookAfterCards {

    Uni<Decision<Card, Refusal>> putOnFile(Caller caller, CardOwner owner, Described card);

    /** What is known of a card. */
    record Described(CardToken token, String brand, String lastFour, YearMonth expiry) {}

    /** Payments that need it are declined from then on. */
    Uni<Decision<InstrumentId, Refusal>> takeOff(Caller caller, CardOwner owner, InstrumentId card);
}
