package io.motorpool.domain.payment;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.company.BillingPolicy;
import io.motorpool.domain.payment.InstrumentChoice.Picked;
import io.motorpool.domain.payment.InstrumentChoice.TheUsual;
import io.motorpool.domain.payment.PaymentRefusal.CardLack;
import io.motorpool.domain.payment.PaymentRefusal.InstrumentNotAllowed;
import io.motorpool.domain.payment.PaymentRefusal.PaymentPolicyChanged;
import io.motorpool.domain.payment.PaymentRefusal.PersonalCardNotAllowed;
import io.motorpool.domain.payment.PaymentRefusal.RepresentativeCardUnavailable;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cards that are there for somebody, and the one decision table of which instrument they may use (C5). What the table
 * does not list does not succeed; {@code docs/payment.md} shows it whole, made from this class.
 *
 * @param cards in the order in which their owner wants to see them; of others not a single one, because a card of somebody
 *     else is not there at all
 */
public record Wallet(Payer payer, List<Card> cards) {

    public Wallet {
        cards = List.copyOf(cards);
        if (!cards.stream().allMatch(card -> isThereFor(payer, card.owner()))) {
            throw new IllegalArgumentException("a card of somebody else is not in a wallet");
        }
    }

    private static boolean isThereFor(Payer payer, CardOwner owner) {
        return switch (owner) {
            case CardOwner.Person(var user) -> user.equals(payer.user());
            case CardOwner.Representative(var company) ->
                payer instanceof Payer.Business business && company.equals(business.company());
            case CardOwner.OfMember(var company, var user) ->
                payer instanceof Payer.Business business
                        && company.equals(business.company())
                        && user.equals(business.user());
        };
    }

    /**
     * What may be picked.
     *
     * @param why nothing can be; absent when something can
     */
    public record Selectable(
            List<Instrument> instruments, @Nullable PaymentRefusal why) {

        public Selectable {
            instruments = List.copyOf(instruments);
        }
    }

    /** What there is to pick from. */
    public Selectable selectable(YearMonth month) {
        return switch (payer) {
            case Payer.Personal _ -> those(goodCards(month, CardOwner.Person.class::isInstance));
            case Payer.Business business -> selectable(business.policy(), month);
        };
    }

    private Selectable selectable(BillingPolicy policy, YearMonth month) {
        return switch (policy) {
            case REPRESENTATIVE_CARD ->
                representative(month)
                        .fold(
                                card -> new Selectable(List.of(new Instrument.ByCard(card.id())), null),
                                lack -> new Selectable(List.of(), lack));
            case POSTPAID -> new Selectable(List.of(new Instrument.Postpaid()), null);
            case MEMBER_CARD -> those(goodCards(month, CardOwner.OfMember.class::isInstance));
        };
    }

    private static Selectable those(List<Instrument> instruments) {
        return new Selectable(instruments, instruments.isEmpty() ? new InstrumentNotAllowed() : null);
    }

    /** What a new reservation is booked with. */
    public Decision<Instrument, Refusal> choose(InstrumentChoice choice, YearMonth month) {
        Selectable selectable = selectable(month);
        return switch (choice) {
            case TheUsual _ ->
                selectable.instruments().stream()
                        .findFirst()
                        .<Decision<Instrument, Refusal>>map(Decision::accept)
                        .orElseGet(() -> refuse(whyNot(selectable)));
            case Picked(var instrument, var seen) ->
                known(instrument)
                        .then(it -> unchangedSince(seen).map(_ -> it))
                        .then(it -> selectable.instruments().contains(it) ? accept(it) : refuse(whyNot(selectable)));
        };
    }

    private PaymentRefusal whyNot(Selectable selectable) {
        if (selectable.why() != null) {
            return selectable.why();
        }
        return payer instanceof Payer.Business business && business.policy() == BillingPolicy.POSTPAID
                ? new PersonalCardNotAllowed()
                : new InstrumentNotAllowed();
    }

    /**
     * What a running reservation goes on with: what it was booked with and nothing else, whatever the company's policy has
     * become since.
     */
    public Decision<Instrument, Refusal> keep(Booked booked, InstrumentChoice choice, YearMonth month) {
        return switch (choice) {
            case TheUsual _ -> usable(booked, month);
            case Picked picked when picked.instrument().equals(booked.instrument()) -> usable(booked, month);
            case Picked picked ->
                known(picked.instrument())
                        .then(_ -> refuse(
                                booked.instrument() instanceof Instrument.Postpaid
                                        ? new PersonalCardNotAllowed()
                                        : new InstrumentNotAllowed()));
        };
    }

    private Decision<Instrument, Refusal> usable(Booked booked, YearMonth month) {
        if (!(booked.instrument() instanceof Instrument.ByCard(var id))) {
            return accept(booked.instrument());
        }
        Optional<Card> card = find(id);
        if (card.filter(it -> it.isGoodIn(month)).isPresent()) {
            return accept(booked.instrument());
        }
        return refuse(
                booked.byRepresentativeCard()
                        ? new RepresentativeCardUnavailable(card.isEmpty() ? CardLack.MISSING : CardLack.EXPIRED)
                        : new InstrumentNotAllowed());
    }

    /** What is remembered of the instrument when a reservation is booked with it. */
    public Booked booking(Instrument instrument) {
        boolean representative = instrument instanceof Instrument.ByCard(var id)
                && find(id).map(Card::owner)
                        .filter(CardOwner.Representative.class::isInstance)
                        .isPresent();
        return new Booked(instrument, representative);
    }

    public Optional<Card> find(InstrumentId id) {
        return cards.stream().filter(card -> card.id().equals(id)).findFirst();
    }

    /** A card that somebody guessed is not there (C1). */
    private Decision<Instrument, Refusal> known(Instrument instrument) {
        return instrument instanceof Instrument.ByCard(var id) && find(id).isEmpty()
                ? refuse(new NotFound(Thing.PAYMENT_INSTRUMENT))
                : accept(instrument);
    }

    private Decision<Payer, Refusal> unchangedSince(@Nullable BillingPolicy seen) {
        return payer instanceof Payer.Business business && seen != null && seen != business.policy()
                ? refuse(new PaymentPolicyChanged(business.policy()))
                : accept(payer);
    }

    private Decision<Card, RepresentativeCardUnavailable> representative(YearMonth month) {
        Optional<Card> card = of(CardOwner.Representative.class::isInstance).findFirst();
        if (card.isEmpty()) {
            return refuse(new RepresentativeCardUnavailable(CardLack.MISSING));
        }
        return card.get().isGoodIn(month)
                ? accept(card.get())
                : refuse(new RepresentativeCardUnavailable(CardLack.EXPIRED));
    }

    private List<Instrument> goodCards(YearMonth month, Predicate<CardOwner> owner) {
        return of(owner)
                .filter(card -> card.isGoodIn(month))
                .<Instrument>map(card -> new Instrument.ByCard(card.id()))
                .toList();
    }

    private Stream<Card> of(Predicate<CardOwner> owner) {
        return cards.stream().filter(card -> owner.test(card.owner()));
    }
}
