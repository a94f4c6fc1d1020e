package io.motorpool.application.payment;

import io.motorpool.application.audit.Journal;
import io.motorpool.application.audit.Journal.Deed;
import io.motorpool.application.audit.Journal.Effect;
import io.motorpool.application.company.Companies;
import io.motorpool.application.company.Members;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.payment.Card;
import io.motorpool.domain.payment.CardOwner;
import io.motorpool.domain.payment.InstrumentId;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Whose card it is decides who may: one's own is one's own affair, a company's takes a permission and leaves a trace. */
public final class LookAfterCardsService implements LookAfterCards {

    private final UnitOfWork unitOfWork;
    private final Companies companies;
    private final Members members;
    private final Cards cards;
    private final Journal journal;
    private final Supplier<UUID> nextId;

    public LookAfterCardsService(
            UnitOfWork unitOfWork,
            Companies companies,
            Members members,
            Cards cards,
            Journal journal,
            Supplier<UUID> nextId) {
        this.unitOfWork = unitOfWork;
        this.companies = companies;
        this.members = members;
        this.cards = cards;
        this.journal = journal;
        this.nextId = nextId;
    }

    @Override
    public Uni<Decision<Card, Refusal>> putOnFile(Caller caller, CardOwner owner, Described described) {
        Card card = new Card(
                new InstrumentId(nextId.get()),
                owner,
                described.token(),
                described.brand(),
                described.lastFour(),
                described.expiry());
        return unitOfWork.inTransaction(() -> Proceed.with(
                permitted(caller, owner),
                _ -> cards.add(card)
                        .chain(() -> trace(caller, owner, "put-card-on-file", card.id(), Map.of(), facts(owner)))
                        .replaceWith(() -> Decision.accept(card))));
    }

    @Override
    public Uni<Decision<InstrumentId, Refusal>> takeOff(Caller caller, CardOwner owner, InstrumentId card) {
        return unitOfWork.inTransaction(() -> Proceed.with(
                permitted(caller, owner),
                _ -> cards.remove(card, owner)
                        .chain(there -> there
                                ? trace(caller, owner, "take-card-off-file", card, facts(owner), Map.of())
                                        .replaceWith(() -> Decision.accept(card))
                                : Proceed.refused(new NotFound(Thing.PAYMENT_INSTRUMENT)))));
    }

    private Uni<Decision<CardOwner, Refusal>> permitted(Caller caller, CardOwner owner) {
        return switch (owner) {
            case CardOwner.Person(var user) ->
                user.equals(caller.user())
                        ? Proceed.done(owner)
                        : Proceed.refused(new NotFound(Thing.PAYMENT_INSTRUMENT));
            case CardOwner.Representative(var company) -> ofCompany(caller, company, owner);
            case CardOwner.OfMember(var company, var user) ->
                Proceed.with(ofCompany(caller, company, owner), it -> ofMember(company, user, it));
        };
    }

    private Uni<Decision<CardOwner, Refusal>> ofCompany(Caller caller, CompanyId company, CardOwner owner) {
        return companies
                .find(company)
                .map(found -> Permit.to(
                                caller,
                                Permission.MANAGE_CARDS,
                                Thing.COMPANY,
                                found,
                                it -> it.value().id())
                        .widened()
                        .map(_ -> owner));
    }

    private Uni<Decision<CardOwner, Refusal>> ofMember(CompanyId company, UserId user, CardOwner owner) {
        return members.of(company, user)
                .map(found -> found.filter(member -> member.value().isActive()).isPresent()
                        ? Decision.accept(owner)
                        : Decision.refuse(new NotFound(Thing.MEMBER)));
    }

    /** Of the card itself the trace says nothing (P19); a private person's leaves none. */
    private Uni<Void> trace(
            Caller caller,
            CardOwner owner,
            String action,
            InstrumentId card,
            Map<String, String> before,
            Map<String, String> after) {
        return companyOf(owner)
                .map(company -> journal.write(
                        new Deed(caller, Permission.MANAGE_CARDS, action, Optional.empty()),
                        List.of(new Effect(company, card.value(), before, after)),
                        List.of()))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static Optional<CompanyId> companyOf(CardOwner owner) {
        return switch (owner) {
            case CardOwner.Person _ -> Optional.empty();
            case CardOwner.Representative(var company) -> Optional.of(company);
            case CardOwner.OfMember member -> Optional.of(member.company());
        };
    }

    private static Map<String, String> facts(CardOwner owner) {
        return switch (owner) {
            case CardOwner.Person _ -> Map.of();
            case CardOwner.Representative _ -> Map.of("owner", "REPRESENTATIVE");
            case CardOwner.OfMember member ->
                Map.of("owner", "MEMBER", "member", member.user().toString());
        };
    }
}
