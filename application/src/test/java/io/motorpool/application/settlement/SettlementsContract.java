package io.motorpool.application.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.settlement.Attempt;
import io.motorpool.domain.settlement.Confirmation;
import io.motorpool.domain.settlement.ErpDocument;
import io.motorpool.domain.settlement.PostingFault;
import io.motorpool.domain.settlement.Purpose;
import io.motorpool.domain.settlement.Settlement;
import io.motorpool.domain.settlement.SettlementHead;
import io.motorpool.domain.settlement.SettlementId;
import io.motorpool.domain.settlement.SettlementStatus;
import io.motorpool.domain.settlement.Totals;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Money;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every keeper of settlements promises. */
public interface SettlementsContract extends SettlementGround {

    @Test
    default void a_settlement_is_found_in_each_of_its_states() {
        SettlementHead head = aHead(givenCompany(), new Purpose.Bill(1));
        Versioned<Settlement> stored = given(new Settlement.Draft(head, null));
        List<Settlement> life = List.of(
                new Settlement.Draft(head, new UserId(Ids.next())),
                new Settlement.Calculated(head, new UserId(Ids.next()), Totals.on(Money.won(90_000)), DECEMBER_5TH),
                new Settlement.Confirmed(head, SettlementGround.aConfirmation()),
                posting(head, DECEMBER_5TH),
                new Settlement.PostFailed(head, SettlementGround.aConfirmation(), PostingFault.DECLINED, DECEMBER_5TH),
                posting(head, DECEMBER_5TH.plusSeconds(60)),
                new Settlement.Posted(
                        head, SettlementGround.aConfirmation(), new ErpDocument("60000001"), DECEMBER_5TH));

        assertThat(find(head.id())).contains(stored);
        for (Settlement next : life) {
            stored = then(stored, next);
            assertThat(find(head.id())).contains(stored);
        }
        assertThat(find(new SettlementId(Ids.next()))).isEmpty();
    }

    @Test
    default void of_many_who_confirm_from_the_same_version_at_once_one_succeeds() {
        SettlementHead head = aHead(givenCompany(), new Purpose.Bill(1));
        Versioned<Settlement> stored = given(new Settlement.Draft(head, null));
        var confirmed = new Settlement.Confirmed(head, SettlementGround.aConfirmation());

        var answers = AtOnce.times(8, () -> {
            try {
                return inTransaction(() -> settlements().save(stored.with(confirmed)))
                        .toString();
            } catch (ContendedException lost) {
                return "lost";
            }
        });

        assertThat(answers).filteredOn(answer -> !answer.equals("lost")).hasSize(1);
    }

    @Test
    default void what_is_confirmed_does_not_become_a_draft_again() {
        SettlementHead head = aHead(givenCompany(), new Purpose.Bill(1));
        Versioned<Settlement> confirmed = givenConfirmed(head);

        assertThatThrownBy(() ->
                        inTransaction(() -> settlements().save(confirmed.with(new Settlement.Draft(head, null)))))
                .isInstanceOf(ContendedException.class);
        assertThat(find(head.id())).contains(confirmed);
    }

    /** From each of its states to each of them: what the life cycle does not have is not stored, whoever asks for it. */
    @Test
    default void only_the_steps_of_the_life_cycle_are_stored() {
        Map<SettlementStatus, Set<SettlementStatus>> legal = Map.of(
                SettlementStatus.CONFIRMED, Set.of(SettlementStatus.POSTING),
                SettlementStatus.POSTING,
                        Set.of(SettlementStatus.POSTING, SettlementStatus.POSTED, SettlementStatus.POST_FAILED),
                SettlementStatus.POSTED, Set.of(),
                SettlementStatus.POST_FAILED, Set.of(SettlementStatus.POSTING));

        legal.forEach((from, allowed) -> {
            for (SettlementStatus to : SettlementStatus.values()) {
                Versioned<Settlement> stored = givenAt(from);
                Settlement next = at(to, stored.value().head(), DECEMBER_5TH.plusSeconds(60));
                if (allowed.contains(to)) {
                    assertThat(find(stored.value().id())).contains(stored);
                    assertThat(find(then(stored, next).value().id()))
                            .map(it -> it.value().status())
                            .contains(to);
                } else {
                    assertThatThrownBy(() -> inTransaction(() -> settlements().save(stored.with(next))))
                            .as("%s to %s", from, to)
                            .isInstanceOf(ContendedException.class);
                    assertThat(find(stored.value().id())).contains(stored);
                }
            }
        });
    }

    private Versioned<Settlement> givenAt(SettlementStatus status) {
        SettlementHead head = aHead(givenCompany(), new Purpose.Bill(1));
        Versioned<Settlement> confirmed = givenConfirmed(head);
        if (status == SettlementStatus.CONFIRMED) {
            return confirmed;
        }
        Versioned<Settlement> posting = then(confirmed, at(SettlementStatus.POSTING, head, DECEMBER_5TH));
        return status == SettlementStatus.POSTING ? posting : then(posting, at(status, head, DECEMBER_5TH));
    }

    private static Settlement at(SettlementStatus status, SettlementHead head, Instant now) {
        Confirmation confirmation = SettlementGround.aConfirmation();
        return switch (status) {
            case DRAFT -> new Settlement.Draft(head, null);
            case CALCULATED -> new Settlement.Calculated(head, null, confirmation.totals(), now);
            case CONFIRMED -> new Settlement.Confirmed(head, SettlementGround.anotherConfirmation());
            case POSTING -> posting(head, now);
            case POSTED -> new Settlement.Posted(head, confirmation, new ErpDocument("60000001"), now);
            case POST_FAILED -> new Settlement.PostFailed(head, confirmation, PostingFault.DECLINED, now);
        };
    }

    @Test
    default void a_number_is_never_reused() {
        CompanyId company = givenCompany();
        SettlementHead head = aHead(company, new Purpose.Bill(1));
        var _ = given(new Settlement.Draft(head, null));
        var twin = new SettlementHead(
                new SettlementId(Ids.next()), head.number(), givenCompany(), NOVEMBER, new Purpose.Bill(1));

        assertThatThrownBy(() -> inTransaction(() -> settlements().add(new Settlement.Draft(twin, null))))
                .isInstanceOf(ContendedException.class);
    }

    @Test
    default void all_documents_of_a_month_are_found_together() {
        CompanyId company = givenCompany();
        Settlement posted = givenPosted(aHead(company, new Purpose.Bill(1))).value();
        Settlement reversal = given(new Settlement.Confirmed(
                        aHead(company, new Purpose.Reversal(posted.id())), SettlementGround.aConfirmation()))
                .value();
        var _ = givenPosted(aHead(givenCompany(), new Purpose.Bill(1)));

        assertThat(inTransaction(() -> settlements().of(company, NOVEMBER)).documents())
                .containsExactlyInAnyOrder(posted, reversal);
        assertThat(inTransaction(() -> settlements().of(company, NOVEMBER.plusMonths(1)))
                        .documents())
                .isEmpty();
    }

    /** Other tests' settlements may wait in the same store: only ours are looked for. */
    @Test
    default void confirmed_settlements_are_due_and_those_that_are_posting_once_their_time_has_come() {
        Versioned<Settlement> confirmed = givenConfirmed(aHead(givenCompany(), new Purpose.Bill(1)));
        SettlementHead head = confirmed.value().head();

        assertThat(isDue(head, DECEMBER_5TH)).isTrue();
        Versioned<Settlement> posting = then(confirmed, posting(head, DECEMBER_5TH));
        assertThat(isDue(head, DECEMBER_5TH)).isFalse();
        assertThat(isDue(head, DECEMBER_5TH.plus(Attempt.LEASE))).isTrue();
        var _ = posted(posting);
        assertThat(isDue(head, DECEMBER_5TH.plus(Attempt.LEASE))).isFalse();
    }

    /** Takes those that are due before it out of the way. */
    private boolean isDue(SettlementHead head, Instant now) {
        for (int i = 0; i < 5_000; i++) {
            Optional<Versioned<Settlement>> due =
                    inTransaction(() -> settlements().due(now));
            if (due.isEmpty()) {
                return false;
            }
            Settlement found = due.get().value();
            if (found.id().equals(head.id())) {
                return true;
            }
            var _ = posted(due.get());
        }
        throw new AssertionError("the due ones do not end");
    }

    @Test
    default void settlements_are_listed_page_by_page_for_their_company_and_month_only() {
        CompanyId company = givenCompany();
        Versioned<Settlement> first = givenPosted(aHead(company, new Purpose.Bill(1)));
        Versioned<Settlement> second = given(new Settlement.Draft(aHead(company, new Purpose.Bill(2)), null));
        CompanyScope own = new CompanyScope.Only(company);

        Page<Versioned<Settlement>> begin = inTransaction(
                () -> settlements().list(own, Optional.of(NOVEMBER), new Page.Request(1, Optional.empty())));
        Page<Versioned<Settlement>> rest =
                inTransaction(() -> settlements().list(own, Optional.empty(), new Page.Request(1, begin.next())));

        assertThat(begin.items()).containsExactly(first);
        assertThat(rest.items()).containsExactly(second);
        assertThat(inTransaction(() ->
                                settlements().list(own, Optional.of(NOVEMBER.plusMonths(1)), Page.Request.first()))
                        .items())
                .isEmpty();
    }

    private static Settlement posting(SettlementHead head, Instant now) {
        return new Settlement.Posting(head, SettlementGround.aConfirmation(), Attempt.begun(now));
    }

    private Optional<Versioned<Settlement>> find(SettlementId id) {
        return inTransaction(() -> settlements().find(id));
    }
}
