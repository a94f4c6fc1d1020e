package io.motorpool.application.payment;

import io.motorpool.domain.payment.Card;
import io.motorpool.domain.payment.CardOwner;
import io.motorpool.domain.payment.InstrumentId;
import io.motorpool.domain.payment.Payer;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Cards in memory. */
public final class InMemoryCards implements Cards {

    private final List<Card> cards = new CopyOnWriteArrayList<>();

    @Override
    public Uni<List<Card>> of(Payer payer) {
        return Uni.createFrom()
                .item(() -> cards.stream()
                        .filter(card -> isFor(payer, card.owner()))
                        .toList());
    }

    private static boolean isFor(Payer payer, CardOwner owner) {
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

    @Override
    public Uni<Optional<Card>> find(InstrumentId id) {
        return Uni.createFrom()
                .item(() -> cards.stream().filter(card -> card.id().equals(id)).findFirst());
    }

    @Override
    public Uni<Void> add(Card card) {
        return Uni.createFrom().item(() -> put(card)).replaceWithVoid();
    }

    private boolean put(Card card) {
        if (card.owner() instanceof CardOwner.Representative) {
            cards.removeIf(other -> other.owner().equals(card.owner()));
        }
        return cards.add(card);
    }

    @Override
    public Uni<Boolean> remove(InstrumentId id, CardOwner owner) {
        return Uni.createFrom()
                .item(() -> cards.removeIf(
                        card -> card.id().equals(id) && card.owner().equals(owner)));
    }
}
