package io.motorpool.application.settlement;

import static io.motorpool.application.route.RouteGround.NOVEMBER;
import static io.motorpool.application.route.RouteGround.day;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Callers.aSettlementApprover;
import static io.motorpool.application.shared.Callers.aSettlementClerk;
import static io.motorpool.application.shared.Callers.aTimer;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.route.ARoad;
import io.motorpool.application.settlement.ErpLedgerContract.Booked;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.reservation.Reason.ReasonCode;
import io.motorpool.domain.route.Slot;
import io.motorpool.domain.settlement.PostingFault;
import io.motorpool.domain.settlement.SettlementEvent.PostingFailed;
import io.motorpool.domain.settlement.SettlementEvent.SettlementPosted;
import io.motorpool.domain.settlement.SettlementRefusal.NotPossibleForSettlement;
import io.motorpool.domain.settlement.SettlementRefusal.PostingUnderWay;
import io.motorpool.domain.settlement.SettlementRefusal.SettlementStep;
import io.motorpool.domain.settlement.SettlementStatus;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PostSettlementsServiceTest {

    private static final Caller APPROVER = aSettlementApprover();

    private final AnOffice office = new AnOffice();
    private final ARoad road = office.road;
    private final CompanyId company = road.givenCompany();
    private final PostSettlements service = office.postSettlements();

    @Test
    void a_confirmed_settlement_is_posted_as_exactly_one_document() {
        SettlementView confirmed = givenConfirmed();

        SettlementView posted = accepted(service.postNext(aTimer())).orElseThrow();

        assertThat(posted.status()).isEqualTo(SettlementStatus.POSTED);
        assertThat(booked(confirmed)).singleElement().satisfies(document -> {
            assertThat(document.won()).isEqualTo(45_000);
            assertThat(document.document()).isEqualTo(String.valueOf(posted.document()));
        });
        assertThat(road.traces.facts())
                .endsWith(new SettlementPosted(confirmed.head().id(), company, road.clock.instant()));
        assertThat(accepted(service.postNext(aTimer()))).isEmpty();
    }

    @Test
    void after_a_lost_answer_the_document_is_found_and_not_booked_again() {
        SettlementView confirmed = givenConfirmed();
        office.ledger.loseNextAnswer();

        SettlementView unclear = accepted(service.postNext(aTimer())).orElseThrow();
        assertThat(unclear.status()).isEqualTo(SettlementStatus.POSTING);
        assertThat(accepted(service.postNext(aTimer()))).isEmpty();
        road.clock.move(Duration.ofMinutes(11));
        SettlementView posted = accepted(service.postNext(aTimer())).orElseThrow();

        assertThat(posted.status()).isEqualTo(SettlementStatus.POSTED);
        assertThat(booked(confirmed)).hasSize(1);
    }

    @Test
    void what_the_erp_stores_late_is_waited_for_and_not_booked_again() {
        SettlementView confirmed = givenConfirmed();
        office.ledger.storeNextLate();

        Optional<SettlementView> _ = accepted(service.postNext(aTimer()));
        road.clock.move(Duration.ofMinutes(11));
        SettlementView posted = accepted(service.postNext(aTimer())).orElseThrow();

        assertThat(posted.status()).isEqualTo(SettlementStatus.POSTED);
        assertThat(booked(confirmed)).hasSize(1);
    }

    @Test
    void an_erp_that_is_down_fails_nothing_and_is_asked_again() {
        SettlementView _ = givenConfirmed();
        office.ledger.outOfReach(true);

        assertThat(accepted(service.postNext(aTimer())).orElseThrow().status()).isEqualTo(SettlementStatus.POSTING);
        office.ledger.outOfReach(false);
        road.clock.move(Duration.ofMinutes(11));

        assertThat(accepted(service.postNext(aTimer())).orElseThrow().status()).isEqualTo(SettlementStatus.POSTED);
    }

    @Test
    void an_erp_that_was_down_is_asked_for_the_document_as_soon_as_it_is_back() {
        SettlementView confirmed = givenConfirmed();
        office.ledger.outOfReach(true);
        SettlementView posting = accepted(service.postNext(aTimer())).orElseThrow();
        assertThat(posting.status()).isEqualTo(SettlementStatus.POSTING);

        office.ledger.outOfReach(false);
        road.clock.move(Duration.ofSeconds(31));

        assertThat(accepted(service.postNext(aTimer())).orElseThrow().status()).isEqualTo(SettlementStatus.POSTED);
        assertThat(booked(confirmed)).hasSize(1);
    }

    @Test
    void what_may_be_under_way_stays_so_through_an_outage() {
        SettlementView confirmed = givenConfirmed();
        office.ledger.storeNextLate();
        SettlementView _ = accepted(service.postNext(aTimer())).orElseThrow();
        road.clock.move(Duration.ofMinutes(11));
        Instant late = road.clock.instant();
        List<@Nullable Instant> told = new ArrayList<>();
        ErpLedger listening = asked(before -> {
            told.add(before);
            return Uni.createFrom()
                    .item(new Posting.Unclear(ErpTrouble.noAnswer(late.minusSeconds(7), late.plusSeconds(60))));
        });
        PostSettlements other = office.postSettlements(listening);

        SettlementView _ = accepted(other.postNext(aTimer())).orElseThrow();
        road.clock.move(Duration.ofSeconds(61));
        SettlementView _ = accepted(other.postNext(aTimer())).orElseThrow();

        assertThat(told).containsExactly(late.minus(Duration.ofMinutes(11)), late.minusSeconds(7));
        assertThat(booked(confirmed)).isEmpty();
    }

    @Test
    void whoever_died_before_asking_is_followed_once_the_lease_is_over() {
        SettlementView confirmed = givenConfirmed();
        var stored =
                road.result(() -> road.settlements.find(confirmed.head().id())).orElseThrow();
        var begun = stored.value().post(road.clock.instant()).fold(it -> it.settlement(), refusal -> {
            throw new AssertionError(refusal);
        });
        var _ = road.then(stored, begun);

        assertThat(accepted(service.postNext(aTimer()))).isEmpty();
        road.clock.move(Duration.ofMinutes(15));

        assertThat(accepted(service.postNext(aTimer())).orElseThrow().status()).isEqualTo(SettlementStatus.POSTED);
        assertThat(booked(confirmed)).hasSize(1);
    }

    @Test
    void an_answer_that_comes_after_its_lease_is_dropped() {
        SettlementView confirmed = givenConfirmed();
        ErpLedger slow = asked(_ -> Uni.createFrom().item(() -> {
            road.clock.move(Duration.ofMinutes(15));
            assertThat(accepted(service.postNext(aTimer()))).isPresent();
            return new Posting.Rejected(new Posting.Reason.Declined("VP/211", "too late"));
        }));

        SettlementView seen =
                accepted(office.postSettlements(slow).postNext(aTimer())).orElseThrow();

        assertThat(seen.status()).isEqualTo(SettlementStatus.POSTED);
        assertThat(booked(confirmed)).hasSize(1);
    }

    @Test
    void an_amount_that_comes_back_a_hundredfold_is_told_and_tried_again_by_hand() {
        SettlementView confirmed = givenConfirmed();
        office.ledger.wonWithDecimals();

        SettlementView failed = accepted(service.postNext(aTimer())).orElseThrow();

        assertThat(failed.status()).isEqualTo(SettlementStatus.POST_FAILED);
        assertThat(failed.fault()).isEqualTo(PostingFault.SCALE_DIFFERS);
        assertThat(road.traces.facts())
                .endsWith(new PostingFailed(
                        confirmed.head().id(), company, PostingFault.SCALE_DIFFERS, road.clock.instant()));
        assertThat(accepted(service.postNext(aTimer()))).isEmpty();
        assertThat(accepted(service.post(APPROVER, failed.head().id(), failed.version()))
                        .fault())
                .isEqualTo(PostingFault.SCALE_DIFFERS);
    }

    @Test
    void nobody_asks_while_somebody_is_asking_and_what_is_posted_is_not_posted_again() {
        SettlementView _ = givenConfirmed();
        office.ledger.outOfReach(true);
        SettlementView posting = accepted(service.postNext(aTimer())).orElseThrow();

        assertThat(refused(service.post(APPROVER, posting.head().id(), posting.version())))
                .isInstanceOf(PostingUnderWay.class);
        office.ledger.outOfReach(false);
        road.clock.move(Duration.ofMinutes(11));
        SettlementView posted = accepted(service.post(APPROVER, posting.head().id(), posting.version()));
        assertThat(refused(service.post(APPROVER, posted.head().id(), posted.version())))
                .isEqualTo(new NotPossibleForSettlement(SettlementStatus.POSTED, SettlementStep.POST));
    }

    @Test
    void a_reversal_is_posted_as_a_document_of_the_same_amount_the_other_way() {
        SettlementView _ = givenConfirmed();
        SettlementView posted = accepted(service.postNext(aTimer())).orElseThrow();
        SettlementView reversal = accepted(office.settleMonth()
                .reverse(
                        APPROVER,
                        posted.head().id(),
                        posted.version(),
                        new Reason(ReasonCode.DATA_CORRECTION, "wrong rate")));

        SettlementView booked = accepted(service.postNext(aTimer())).orElseThrow();

        assertThat(booked.head()).isEqualTo(reversal.head());
        assertThat(booked.status()).isEqualTo(SettlementStatus.POSTED);
        assertThat(booked(reversal)).singleElement().satisfies(document -> {
            assertThat(document.reversal()).isTrue();
            assertThat(document.won()).isEqualTo(45_000);
        });
    }

    @Test
    void who_may_not_post_is_refused() {
        assertThat(refused(service.postNext(aSettlementClerk())))
                .isEqualTo(new NotPermitted(Permission.POST_SETTLEMENTS));
    }

    private SettlementView givenConfirmed() {
        Slot slot = road.givenService(company, 45_000);
        road.givenAccount(company);
        var _ = road.givenCompleted(slot, day(2));
        long _ = road.givenCaptured(company);
        SettlementView calculated = accepted(office.settleMonth().calculate(APPROVER, company, NOVEMBER));
        return accepted(office.settleMonth().confirm(APPROVER, calculated.head().id(), calculated.version()));
    }

    private List<Booked> booked(SettlementView settlement) {
        return office.ledger.booked(settlement.head().number().value());
    }

    /** What it answers, from what it is told of an earlier attempt. */
    private interface Told {
        Uni<Posting> to(@Nullable Instant askedBefore);
    }

    private static ErpLedger asked(Told answer) {
        return new ErpLedger() {
            @Override
            public Uni<Posting> post(BillingRequest request, @Nullable Instant askedBefore) {
                return answer.to(askedBefore);
            }

            @Override
            public Uni<Optional<Posting>> lookUp(BillingRequest request) {
                throw new AssertionError("nobody looks up " + request.number());
            }
        };
    }
}
