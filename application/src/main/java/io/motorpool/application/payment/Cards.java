package io.motorpool.application.payment;

import io.motorpool.domain.payment.Card;
import io.motorpool.domain.payment.CardOwner;
import io.motorpool.domain.payment.InstrumentId;
import io.motorpool.domain.payment.Payer;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** The cards on file: references, never a number. */
public interface Cards {

    /** Those that are there for the payer, each owner's in the order in which they were put on file. */
    Uni<List<Card>> of(Payer payer);

    Uni<Optional<Card>> find(InstrumentId id);

    /** Puts a card on file. A company's representative card takes the place of the one before. */
    Uni<Void> add(Card card);

    /** @return whether it was there and that owner's */
    Uni<Boolean> remove(InstrumentId id, CardOwner owner);
}
