package io.motorpool.bootstrap;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.rest.KindsInHttp;
import io.motorpool.application.shared.Explained;
import io.motorpool.application.shared.RefusalCatalogue;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.company.BillingPolicy;
import io.motorpool.domain.payment.Booked;
import io.motorpool.domain.payment.Card;
import io.motorpool.domain.payment.CardOwner;
import io.motorpool.domain.payment.CardToken;
import io.motorpool.domain.payment.FeeKind;
import io.motorpool.domain.payment.Instrument;
import io.motorpool.domain.payment.InstrumentChoice;
import io.motorpool.domain.payment.InstrumentChoice.Picked;
import io.motorpool.domain.payment.InstrumentChoice.TheUsual;
import io.motorpool.domain.payment.InstrumentId;
import io.motorpool.domain.payment.Payer;
import io.motorpool.domain.payment.Tariff;
import io.motorpool.domain.payment.Wallet;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Which instrument may be used is published, whole: every profile with every policy, every state of the company's card,
 * everything that somebody could name, at every operation.
 */
class PaymentTableTest {

    private static final String PUBLISHED = "docs/payment.md";

    private static final YearMonth NOW = YearMonth.of(2026, 11);
    private static final YearMonth BEFORE = NOW.minusMonths(1);
    private static final CompanyId COMPANY = new CompanyId(new UUID(1, 1));
    private static final UserId MEMBER = new UserId(new UUID(2, 1));
    private static final UserId COLLEAGUE = new UserId(new UUID(2, 2));

    /** The company's representative card. */
    private enum CompanyCard {
        GOOD,
        EXPIRED,
        MISSING
    }

    /** What somebody names. */
    private enum Named {
        OWN_CARD(new CardOwner.Person(MEMBER), NOW),
        OWN_CARD_EXPIRED(new CardOwner.Person(MEMBER), BEFORE),
        REPRESENTATIVE_CARD(new CardOwner.Representative(COMPANY), NOW),
        MEMBER_CARD(new CardOwner.OfMember(COMPANY, MEMBER), NOW),
        MEMBER_CARD_EXPIRED(new CardOwner.OfMember(COMPANY, MEMBER), BEFORE),
        CARD_OF_SOMEBODY_ELSE(new CardOwner.OfMember(COMPANY, COLLEAGUE), NOW),
        POSTPAID(null, NOW),
        NOTHING(null, NOW);

        private final Optional<Card> card;

        Named(@Nullable CardOwner owner, YearMonth expiry) {
            card = Optional.ofNullable(owner)
                    .map(it -> new Card(
                            new InstrumentId(new UUID(3, ordinal())),
                            it,
                            new CardToken("token"),
                            "brand",
                            "0000",
                            expiry));
        }

        InstrumentChoice choice(@Nullable BillingPolicy seen) {
            return switch (this) {
                case NOTHING -> new TheUsual();
                case POSTPAID -> new Picked(new Instrument.Postpaid(), seen);
                default -> new Picked(instrument(), seen);
            };
        }

        Instrument instrument() {
            return card.<Instrument>map(it -> new Instrument.ByCard(it.id())).orElseGet(Instrument.Postpaid::new);
        }
    }

    /** Under whose account somebody rides. */
    private enum Profile {
        PERSONAL,
        BUSINESS
    }

    @Test
    void the_published_table_is_the_one_that_the_code_keeps() throws IOException {
        String document = document();
        Path made = Files.writeString(Path.of("target", "payment.md"), document);

        assertThat(document)
                .as(
                        "%s is not what the code says. If the change is meant, run:%n  cp %s %s",
                        PUBLISHED, Repository.name(made.toAbsolutePath()), PUBLISHED)
                .isEqualTo(Repository.read(Repository.file(PUBLISHED)));
    }

    /** The table prints one line for what does not depend on the policy or on the company's card; that it does not is shown here. */
    @Test
    void what_the_table_leaves_out_makes_no_difference() {
        for (Named named : Named.values()) {
            String personal = cells(Profile.PERSONAL, BillingPolicy.POSTPAID, CompanyCard.MISSING, named);
            for (BillingPolicy policy : BillingPolicy.values()) {
                for (CompanyCard companyCard : CompanyCard.values()) {
                    assertThat(cells(Profile.PERSONAL, policy, companyCard, named))
                            .isEqualTo(personal);
                }
            }
            if (named == Named.REPRESENTATIVE_CARD) {
                continue;
            }
            for (BillingPolicy policy : List.of(BillingPolicy.POSTPAID, BillingPolicy.MEMBER_CARD)) {
                for (CompanyCard companyCard : CompanyCard.values()) {
                    assertThat(cells(Profile.BUSINESS, policy, companyCard, named))
                            .isEqualTo(cells(Profile.BUSINESS, policy, CompanyCard.GOOD, named));
                }
            }
        }
    }

    /** C5 in one expression: whatever succeeds is listed there. */
    @Test
    void nothing_succeeds_that_is_not_listed() {
        for (Profile profile : Profile.values()) {
            for (BillingPolicy policy : BillingPolicy.values()) {
                for (CompanyCard companyCard : CompanyCard.values()) {
                    for (Named named : Named.values()) {
                        boolean listed =
                                switch (profile) {
                                    case PERSONAL -> named == Named.OWN_CARD;
                                    case BUSINESS ->
                                        switch (policy) {
                                            case REPRESENTATIVE_CARD ->
                                                named == Named.REPRESENTATIVE_CARD && companyCard == CompanyCard.GOOD;
                                            case POSTPAID -> named == Named.POSTPAID;
                                            case MEMBER_CARD -> named == Named.MEMBER_CARD;
                                        };
                                };
                        boolean succeeds = named != Named.NOTHING
                                && outcome(wallet(profile, policy, companyCard).choose(named.choice(null), NOW))
                                        .equals("✓");
                        assertThat(succeeds)
                                .as("%s %s %s %s", profile, policy, companyCard, named)
                                .isEqualTo(listed);
                    }
                }
            }
        }
    }

    @Test
    void a_running_reservation_keeps_its_instrument_whatever_the_policy_becomes() {
        for (Named booked : List.of(Named.REPRESENTATIVE_CARD, Named.MEMBER_CARD, Named.POSTPAID)) {
            for (CompanyCard state : CompanyCard.values()) {
                for (Named named : Named.values()) {
                    String now = kept(BillingPolicy.POSTPAID, booked, state, named);
                    assertThat(Stream.of(BillingPolicy.values()).map(policy -> kept(policy, booked, state, named)))
                            .containsOnly(now);
                }
            }
        }
    }

    private static String document() {
        StringBuilder text = new StringBuilder("""
                # Payment

                With what a reservation may be paid, and what it costs. These tables are made from the code by `PaymentTableTest`; what
                they do not mark with ✓ does not succeed. Somebody names an instrument, or names none and gets the first in the list.

                ## Listing and booking

                *list*: whether it is in the list of what may be picked. *create*: the answer when a reservation is made with it.
                *create, policy changed*: the answer when the company's policy is another one than the caller saw.

                """);
        text.append(head("profile", "policy", "company's card", "named", "list", "create", "create, policy changed"));
        for (Named named : Named.values()) {
            text.append(row("`PERSONAL`", "any", "any", "`" + named + "`"))
                    .append(cells(Profile.PERSONAL, BillingPolicy.POSTPAID, CompanyCard.MISSING, named))
                    .append('\n');
        }
        for (BillingPolicy policy : BillingPolicy.values()) {
            for (CompanyCard companyCard : CompanyCard.values()) {
                if (policy != BillingPolicy.REPRESENTATIVE_CARD && companyCard != CompanyCard.GOOD) {
                    continue;
                }
                for (Named named : Named.values()) {
                    text.append(row(
                                    "`BUSINESS`",
                                    "`" + policy + "`",
                                    policy == BillingPolicy.REPRESENTATIVE_CARD ? "`" + companyCard + "`" : "any",
                                    "`" + named + "`"))
                            .append(cells(Profile.BUSINESS, policy, companyCard, named))
                            .append('\n');
                }
            }
        }
        text.append("""

                A company's own card that is not on file any more is answered like a card of somebody else.

                ## Extending, late fee, support charge

                A running reservation goes on with what it was booked with, whatever the company's policy has become. The three
                operations answer alike; a late fee that is refused here is not forgotten but stays outstanding, because nobody is kept
                from returning a vehicle.

                """);
        text.append(head("booked with", "which is now", "named", "extend, late fee, support charge"));
        for (Named booked : List.of(Named.REPRESENTATIVE_CARD, Named.MEMBER_CARD, Named.POSTPAID)) {
            for (CompanyCard state : CompanyCard.values()) {
                if (booked == Named.POSTPAID && state != CompanyCard.GOOD) {
                    continue;
                }
                for (Named named : Named.values()) {
                    text.append(row(
                                    "`" + booked + "`",
                                    booked == Named.POSTPAID ? "any" : "`" + state + "`",
                                    "`" + named + "`"))
                            .append(" ")
                            .append(kept(BillingPolicy.POSTPAID, booked, state, named))
                            .append(" |\n");
                }
            }
        }
        text.append("""

                ## What it costs

                Tax included. Time is charged by the step that was begun.

                | what | how much |
                |---|---|
                """);
        tariff().forEach((what, howMuch) ->
                text.append(row(what)).append(' ').append(howMuch).append(" |\n"));
        text.append("""

                Time that is given back is not refunded; a reservation that is called off before it begins costs nothing, and one that
                nobody came to costs what was reserved. Kinds of fee: %s.
                """.formatted(
                Stream.of(FeeKind.values()).map(kind -> "`" + kind + "`").collect(joining(", "))));
        return text.toString();
    }

    private static Map<String, String> tariff() {
        Map<String, String> tariff = new LinkedHashMap<>();
        tariff.put("a step", Tariff.STEP.toMinutes() + " minutes");
        tariff.put("a step with the client's own vehicle", Tariff.STEP_WITH_COMPANY_VEHICLE.toString());
        tariff.put("a step with a vehicle of the mobility company", Tariff.STEP_WITH_OPERATOR_VEHICLE.toString());
        tariff.put("a step of delay", Tariff.LATE_FACTOR + " times as much");
        tariff.put("a delay that costs nothing", "at most " + Tariff.LATE_GRACE.toMinutes() + " minutes");
        tariff.put("the longest delay that is charged", Tariff.LATE_LONGEST.toHours() + " hours");
        tariff.put("the most that support charges at once", Tariff.SUPPORT_LARGEST.toString());
        return tariff;
    }

    private static String head(String... columns) {
        return row(columns) + "\n|" + "---|".repeat(columns.length) + "\n";
    }

    private static String row(String... cells) {
        return Stream.of(cells).map(cell -> " " + cell + " |").collect(joining("", "|", ""));
    }

    private static String cells(Profile profile, BillingPolicy policy, CompanyCard companyCard, Named named) {
        Wallet wallet = wallet(profile, policy, companyCard);
        return " %s | %s | %s |"
                .formatted(
                        listed(wallet, named),
                        outcome(wallet.choose(named.choice(policy), NOW)),
                        outcome(wallet.choose(named.choice(another(policy)), NOW)));
    }

    private static String listed(Wallet wallet, Named named) {
        Wallet.Selectable selectable = wallet.selectable(NOW);
        if (named == Named.NOTHING) {
            return selectable.why() == null ? "✓" : "empty: " + code(selectable.why());
        }
        return selectable.instruments().contains(named.instrument()) ? "✓" : "–";
    }

    private static String kept(BillingPolicy policy, Named booked, CompanyCard state, Named named) {
        YearMonth expiry = state == CompanyCard.EXPIRED ? BEFORE : NOW;
        List<Card> cards = new ArrayList<>();
        Stream.of(Named.values())
                .filter(it -> it != Named.CARD_OF_SOMEBODY_ELSE)
                .filter(it -> it != booked || state != CompanyCard.MISSING)
                .flatMap(it -> it.card.stream())
                .map(it -> booked.card.filter(it::equals).isPresent()
                        ? new Card(it.id(), it.owner(), it.token(), it.brand(), it.lastFour(), expiry)
                        : it)
                .forEach(cards::add);
        Wallet wallet = new Wallet(new Payer.Business(COMPANY, MEMBER, policy), cards);
        return outcome(wallet.keep(
                new Booked(booked.instrument(), booked == Named.REPRESENTATIVE_CARD), named.choice(null), NOW));
    }

    /** All that is there for somebody in this situation. */
    private static Wallet wallet(Profile profile, BillingPolicy policy, CompanyCard companyCard) {
        return switch (profile) {
            case PERSONAL ->
                new Wallet(
                        new Payer.Personal(MEMBER), cards(it -> it == Named.OWN_CARD || it == Named.OWN_CARD_EXPIRED));
            case BUSINESS -> {
                List<Card> cards = new ArrayList<>(
                        cards(it -> it != Named.REPRESENTATIVE_CARD && it != Named.CARD_OF_SOMEBODY_ELSE));
                Card card = Named.REPRESENTATIVE_CARD.card.orElseThrow();
                switch (companyCard) {
                    case GOOD -> cards.add(card);
                    case EXPIRED ->
                        cards.add(
                                new Card(card.id(), card.owner(), card.token(), card.brand(), card.lastFour(), BEFORE));
                    case MISSING -> {}
                }
                yield new Wallet(new Payer.Business(COMPANY, MEMBER, policy), cards);
            }
        };
    }

    private static List<Card> cards(Predicate<Named> there) {
        return Stream.of(Named.values())
                .filter(there)
                .flatMap(named -> named.card.stream())
                .toList();
    }

    private static BillingPolicy another(BillingPolicy policy) {
        return policy == BillingPolicy.POSTPAID ? BillingPolicy.MEMBER_CARD : BillingPolicy.POSTPAID;
    }

    private static String outcome(Decision<Instrument, Refusal> decision) {
        Function<Refusal, String> said = refusal -> {
            Explained explained = RefusalCatalogue.explain(refusal);
            return "%d `%s`".formatted(KindsInHttp.statusOf(explained.kind()), explained.code());
        };
        return decision.fold(_ -> "✓", said);
    }

    private static String code(Refusal refusal) {
        return "`" + RefusalCatalogue.explain(refusal).code() + "`";
    }
}
