package io.motorpool.adapters.persistence.payment;

import static java.util.Objects.requireNonNull;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.payment.Cards;
import io.motorpool.domain.payment.Card;
import io.motorpool.domain.payment.CardOwner;
import io.motorpool.domain.payment.CardToken;
import io.motorpool.domain.payment.InstrumentId;
import io.motorpool.domain.payment.Payer;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The cards on file. */
@ApplicationScoped
public class PostgresCards implements Cards {

    private static final String CARDS =
            "SELECT c.id, c.owner, c.company_id, c.user_id, c.token, c.brand, c.last_four, c.expiry FROM card AS c ";

    @Override
    public Uni<List<Card>> of(Payer payer) {
        return switch (payer) {
            case Payer.Personal(var user) ->
                read("WHERE c.owner = 'PERSON' AND c.user_id = :user ORDER BY c.number", Map.of("user", user.value()));
            case Payer.Business business ->
                read(
                        """
                        WHERE (c.owner = 'PERSON' AND c.user_id = :user)
                           OR (c.owner = 'MEMBER' AND c.user_id = :user AND c.company_id = :company)
                           OR (c.owner = 'REPRESENTATIVE' AND c.company_id = :company)
                        ORDER BY c.number\
                        """,
                        Map.of(
                                "user", business.user().value(),
                                "company", business.company().value()));
        };
    }

    @Override
    public Uni<Optional<Card>> find(InstrumentId id) {
        return read("WHERE c.id = :id", Map.of("id", id.value()))
                .map(found -> found.stream().findFirst());
    }

    private static Uni<List<Card>> read(String condition, Map<String, ?> parameters) {
        return Sql.read(CARDS + condition, parameters, PostgresCards::card);
    }

    private static Card card(Columns columns) {
        return new Card(
                new InstrumentId(columns.uuid()),
                owner(columns.text(), columns.uuidOrNull(), columns.uuidOrNull()),
                new CardToken(columns.text()),
                columns.text(),
                columns.text(),
                YearMonth.from(columns.date()));
    }

    private static CardOwner owner(String kind, @Nullable UUID company, @Nullable UUID user) {
        return switch (kind) {
            case "PERSON" -> new CardOwner.Person(new UserId(requireNonNull(user)));
            case "REPRESENTATIVE" -> new CardOwner.Representative(new CompanyId(requireNonNull(company)));
            case "MEMBER" ->
                new CardOwner.OfMember(new CompanyId(requireNonNull(company)), new UserId(requireNonNull(user)));
            default -> throw new IllegalStateException("no such owner: " + kind);
        };
    }

    @Override
    public Uni<Void> add(Card card) {
        return (card.owner() instanceof CardOwner.Representative(var company)
                        ? Sql.change(
                                "DELETE FROM card WHERE owner = 'REPRESENTATIVE' AND company_id = :company",
                                Map.of("company", company.value()))
                        : Uni.createFrom().item(0))
                .chain(() -> insert(card))
                .replaceWithVoid();
    }

    private static Uni<Integer> insert(Card card) {
        Map<String, Object> parameters = owner(card.owner());
        parameters.put("id", card.id().value());
        parameters.put("token", card.token().value());
        parameters.put("brand", card.brand());
        parameters.put("lastFour", card.lastFour());
        parameters.put("expiry", card.expiry().atDay(1));
        return Sql.change("""
                        INSERT INTO card (id, owner, company_id, user_id, token, brand, last_four, expiry)
                        VALUES (:id, :owner, CAST(NULLIF(:company, '') AS uuid), CAST(NULLIF(:user, '') AS uuid), :token, :brand,
                                :lastFour, :expiry)\
                        """, parameters);
    }

    @Override
    public Uni<Boolean> remove(InstrumentId id, CardOwner owner) {
        Map<String, Object> parameters = owner(owner);
        parameters.put("id", id.value());
        return Sql.change("""
                           DELETE FROM card
                            WHERE id = :id AND owner = :owner
                              AND company_id IS NOT DISTINCT FROM CAST(NULLIF(:company, '') AS uuid)
                              AND user_id IS NOT DISTINCT FROM CAST(NULLIF(:user, '') AS uuid)\
                           """, parameters).map(removed -> removed > 0);
    }

    private static Map<String, Object> owner(CardOwner owner) {
        return new HashMap<>(
                switch (owner) {
                    case CardOwner.Person(var user) ->
                        Map.of("owner", "PERSON", "company", "", "user", user.toString());
                    case CardOwner.Representative(var company) ->
                        Map.of("owner", "REPRESENTATIVE", "company", company.toString(), "user", "");
                    case CardOwner.OfMember(var company, var user) ->
                        Map.of("owner", "MEMBER", "company", company.toString(), "user", user.toString());
                });
    }
}
