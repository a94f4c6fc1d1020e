package io.motorpool.domain.settlement;

import static io.motorpool.domain.Answers.accepted;
import static io.motorpool.domain.Answers.refused;
import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.route.Fixtures.COMMUTE;
import static io.motorpool.domain.route.Fixtures.DECEMBER_1ST;
import static io.motorpool.domain.route.Fixtures.NOVEMBER;
import static io.motorpool.domain.route.Fixtures.seoul;
import static io.motorpool.domain.settlement.Fixtures.APPROVER;
import static io.motorpool.domain.settlement.Fixtures.CLERK;
import static io.motorpool.domain.settlement.Fixtures.REVERSAL;
import static io.motorpool.domain.settlement.Fixtures.SETTLEMENT;
import static io.motorpool.domain.settlement.Fixtures.aCalculated;
import static io.motorpool.domain.settlement.Fixtures.aConfirmation;
import static io.motorpool.domain.settlement.Fixtures.aHead;
import static io.motorpool.domain.settlement.Fixtures.aLine;
import static io.motorpool.domain.settlement.Fixtures.aPosted;
import static io.motorpool.domain.settlement.Fixtures.aReversalHead;
import static io.motorpool.domain.settlement.Fixtures.aSnapshot;
import static io.motorpool.domain.settlement.Fixtures.aStanding;
import static io.motorpool.domain.settlement.Fixtures.aStatement;
import static io.motorpool.domain.settlement.Fixtures.sumsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.domain.Decision;
import io.motorpool.domain.settlement.Blocker.MonthNotOver;
import io.motorpool.domain.settlement.Blocker.NothingToBill;
import io.motorpool.domain.settlement.Blocker.PricesNotCaptured;
import io.motorpool.domain.settlement.Blocker.Remedy;
import io.motorpool.domain.settlement.Blocker.RunsStillOpen;
import io.motorpool.domain.settlement.Blocker.RunsUndispatched;
import io.motorpool.domain.settlement.Blocker.RunsUnpriced;
import io.motorpool.domain.settlement.Settlement.Calculated;
import io.motorpool.domain.settlement.Settlement.Changed;
import io.motorpool.domain.settlement.Settlement.Confirmed;
import io.motorpool.domain.settlement.Settlement.Draft;
import io.motorpool.domain.settlement.Settlement.PostFailed;
import io.motorpool.domain.settlement.Settlement.Posted;
import io.motorpool.domain.settlement.Settlement.Posting;
import io.motorpool.domain.settlement.SettlementEvent.SettlementConfirmed;
import io.motorpool.domain.settlement.SettlementEvent.SettlementReversed;
import io.motorpool.domain.settlement.SettlementRefusal.AlreadyReversed;
import io.motorpool.domain.settlement.SettlementRefusal.CalculationOutdated;
import io.motorpool.domain.settlement.SettlementRefusal.LinesDoNotAddUp;
import io.motorpool.domain.settlement.SettlementRefusal.MakerIsNotChecker;
import io.motorpool.domain.settlement.SettlementRefusal.MonthBilled;
import io.motorpool.domain.settlement.SettlementRefusal.MonthReversed;
import io.motorpool.domain.settlement.SettlementRefusal.NotPossibleForSettlement;
import io.motorpool.domain.settlement.SettlementRefusal.PostingUnderWay;
import io.motorpool.domain.settlement.SettlementRefusal.ReversalStands;
import io.motorpool.domain.settlement.SettlementRefusal.SettlementBlocked;
import io.motorpool.domain.settlement.SettlementRefusal.SettlementStep;
import io.motorpool.domain.settlement.SettlementRefusal.TotalBelowZero;
import io.motorpool.domain.shared.Amount;
import io.motorpool.domain.shared.Money;
import io.motorpool.domain.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SettlementTest {

    private static final Totals TOTALS = Totals.on(Money.won(92_400));

    @Test
    void a_settlement_is_drafted_calculated_confirmed_and_posted() {
        Draft draft = Settlement.open(aHead(), DECEMBER_1ST).settlement();
        Calculated calculated =
                accepted(draft.calculate(aStanding(), DECEMBER_1ST)).settlement();
        Confirmed confirmed =
                accepted(confirm(calculated, APPROVER, aStanding())).settlement();
        Posting posting = accepted(confirmed.post(DECEMBER_1ST)).settlement();
        Posted posted =
                posting.proven(new ErpDocument("60000001"), DECEMBER_1ST).settlement();

        assertThat(calculated.totals()).isEqualTo(TOTALS);
        assertThat(confirmed.confirmation())
                .isEqualTo(new Confirmation(
                        APPROVER, DECEMBER_1ST, TOTALS, aSnapshot().seal()));
        assertThat(posted).isEqualTo(aPosted());
    }

    @Test
    void each_state_offers_its_own_steps_and_no_others() {
        assertThat(stepsOf(new Draft(aHead(), null))).containsExactly(SettlementStep.EDIT, SettlementStep.CALCULATE);
        assertThat(stepsOf(aCalculated()))
                .containsExactly(SettlementStep.EDIT, SettlementStep.CALCULATE, SettlementStep.CONFIRM);
        assertThat(stepsOf(new Confirmed(aHead(), aConfirmation()))).containsExactly(SettlementStep.POST);
        assertThat(stepsOf(new Posting(aHead(), aConfirmation(), Attempt.begun(DECEMBER_1ST))))
                .isEmpty();
        assertThat(stepsOf(new PostFailed(aHead(), aConfirmation(), PostingFault.DECLINED, DECEMBER_1ST)))
                .containsExactly(SettlementStep.POST);
        assertThat(stepsOf(aPosted())).containsExactly(SettlementStep.REVERSE);
    }

    @Test
    void a_step_that_is_not_offered_says_where_the_settlement_stands() {
        assertThat(refused(aPosted().edit(CLERK, DECEMBER_1ST)))
                .isEqualTo(new NotPossibleForSettlement(SettlementStatus.POSTED, SettlementStep.EDIT));
    }

    @Test
    void what_was_calculated_is_calculated_again_after_an_edit() {
        assertThat(accepted(aCalculated().edit(APPROVER, DECEMBER_1ST)).settlement())
                .isEqualTo(new Draft(aHead(), APPROVER));
    }

    @Test
    void whoever_edited_last_does_not_confirm_unless_the_deployment_says_so() {
        assertThat(refused(confirm(aCalculated(), CLERK, aStanding()))).isEqualTo(new MakerIsNotChecker());
        assertThat(accepted(aCalculated()
                        .confirm(CLERK, ConfirmationPolicy.ANY_APPROVER, aStanding(), aSnapshot(), DECEMBER_1ST)))
                .isNotNull();
    }

    @Test
    void what_nobody_edited_may_be_confirmed_by_any_approver() {
        Calculated unedited = new Calculated(aHead(), null, TOTALS, DECEMBER_1ST);

        assertThat(accepted(confirm(unedited, CLERK, aStanding())).fact())
                .isEqualTo(new SettlementConfirmed(SETTLEMENT, HANBIT, NOVEMBER, DECEMBER_1ST));
    }

    @Test
    void calculating_again_does_not_forget_who_edited() {
        Calculated again =
                accepted(aCalculated().calculate(aStanding(), DECEMBER_1ST)).settlement();

        assertThat(again.editor()).isEqualTo(CLERK);
    }

    @Test
    void blockers_are_listed_each_with_what_to_do_about_it() {
        Standing blocked = aStanding(4, 3, 2, 1, List.of());

        List<Blocker> blockers = Blocker.of(NOVEMBER, blocked, LocalDate.of(2026, 11, 30));

        assertThat(blockers)
                .containsExactly(
                        new MonthNotOver(NOVEMBER),
                        new RunsStillOpen(4),
                        new RunsUndispatched(1),
                        new RunsUnpriced(2),
                        new PricesNotCaptured(3),
                        new NothingToBill());
        assertThat(blockers.stream().map(Blocker::remedy))
                .containsExactly(
                        Remedy.WAIT_FOR_THE_MONTH_TO_END,
                        Remedy.REPORT_OR_CANCEL_THE_RUNS,
                        Remedy.DISPATCH_A_VEHICLE_BACK_DATED,
                        Remedy.AGREE_A_RATE,
                        Remedy.CAPTURE_PRICES,
                        Remedy.LEAVE_THE_MONTH_UNBILLED);
    }

    @Test
    void an_unpriced_run_blocks_confirmation() {
        Standing unpriced = aStanding(0, 0, 1, 0, sumsOf(aStatement()));

        assertThat(refused(confirm(aCalculated(), APPROVER, unpriced)))
                .isEqualTo(new SettlementBlocked(List.of(new RunsUnpriced(1))));
    }

    @Test
    void a_month_is_not_confirmed_before_it_is_over_in_seoul() {
        Decision<Changed<Confirmed>, SettlementRefusal> onItsLastDay = aCalculated()
                .confirm(
                        APPROVER,
                        ConfirmationPolicy.MAKER_IS_NOT_CHECKER,
                        aStanding(),
                        aSnapshot(),
                        seoul("2026-11-30T23:59:59"));

        assertThat(refused(onItsLastDay)).isEqualTo(new SettlementBlocked(List.of(new MonthNotOver(NOVEMBER))));
        assertThat(accepted(aCalculated()
                        .confirm(
                                APPROVER,
                                ConfirmationPolicy.MAKER_IS_NOT_CHECKER,
                                aStanding(),
                                aSnapshot(),
                                seoul("2026-12-01T00:00:00"))))
                .isNotNull();
    }

    @Test
    void a_settlement_whose_total_would_be_below_zero_is_refused() {
        Standing below =
                aStanding(0, 0, 0, 0, List.of(new RouteSum(COMMUTE, 1, new Amount(45_000), 1, new Amount(-45_001))));

        assertThat(refused(new Draft(aHead(), null).calculate(below, DECEMBER_1ST)))
                .isEqualTo(new TotalBelowZero(-1));
        assertThat(Blocker.of(NOVEMBER, below, LocalDate.of(2026, 12, 1))).containsExactly(new Blocker.BelowZero(-1));
        assertThat(new Blocker.BelowZero(-1).remedy()).isEqualTo(Remedy.MOVE_ADJUSTMENTS_TO_ANOTHER_MONTH);
    }

    @Test
    void what_has_changed_since_it_was_calculated_is_not_confirmed() {
        Standing more = aStanding(0, 0, 0, 0, List.of(new RouteSum(COMMUTE, 3, new Amount(135_000), 0, Amount.NONE)));

        assertThat(refused(confirm(aCalculated(), APPROVER, more)))
                .isEqualTo(new CalculationOutdated(Money.won(92_400), Money.won(135_000)));
    }

    @Test
    void lines_that_do_not_add_up_to_the_total_are_not_confirmed() {
        Snapshot oneLineShort = aSnapshot(aStatement(List.of(aLine(1, 45_000)), List.of()));

        assertThat(refused(aCalculated()
                        .confirm(
                                APPROVER,
                                ConfirmationPolicy.MAKER_IS_NOT_CHECKER,
                                aStanding(),
                                oneLineShort,
                                DECEMBER_1ST)))
                .isEqualTo(new LinesDoNotAddUp(Money.won(45_000), Money.won(92_400)));
    }

    @Test
    void a_failed_posting_is_tried_again() {
        Posting posting = new Posting(aHead(), aConfirmation(), Attempt.begun(DECEMBER_1ST));

        PostFailed failed = posting.failed(PostingFault.DECLINED, DECEMBER_1ST).settlement();

        assertThat(failed.status()).isEqualTo(SettlementStatus.POST_FAILED);
        assertThat(accepted(failed.post(DECEMBER_1ST)).settlement()).isEqualTo(posting);
    }

    @Test
    void one_caller_at_a_time_asks_the_erp_and_after_an_unclear_answer_it_is_asked_again_in_time() {
        Posting posting = new Posting(aHead(), aConfirmation(), Attempt.begun(DECEMBER_1ST));
        Instant leaseOver = DECEMBER_1ST.plus(Attempt.LEASE);

        assertThat(refused(posting.post(leaseOver.minusNanos(1)))).isEqualTo(new PostingUnderWay(leaseOver));
        assertThat(accepted(posting.post(leaseOver)).settlement().last().at()).isEqualTo(leaseOver);
        Posting unclear = posting.unclear(DECEMBER_1ST.plusSeconds(10), DECEMBER_1ST.plusSeconds(1));
        assertThat(unclear.last())
                .isEqualTo(new Attempt(DECEMBER_1ST, DECEMBER_1ST.plusSeconds(10), DECEMBER_1ST.plusSeconds(1)));
        assertThat(accepted(unclear.post(DECEMBER_1ST.plusSeconds(10)))).isNotNull();
    }

    @Test
    void a_company_without_an_account_in_the_erp_is_not_billed() {
        Standing nowhere = new Standing(sumsOf(aStatement()), 0, 0, 0, 0, null);

        assertThat(Blocker.of(NOVEMBER, nowhere, LocalDate.of(2026, 12, 1)))
                .containsExactly(new Blocker.NoErpAccount());
        assertThat(new Blocker.NoErpAccount().remedy()).isEqualTo(Remedy.NAME_THE_ERP_ACCOUNT);
        assertThatThrownBy(() -> new ErpAccount("12345678901")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_settlement_number_has_one_form_and_at_most_twenty_characters() {
        assertThat(SettlementNumber.issue(NOVEMBER, 42)).hasToString("ST202611-000042");
        assertThat(SettlementNumber.issue(NOVEMBER, 99_999_999_999L).value())
                .hasSizeLessThanOrEqualTo(SettlementNumber.LONGEST);
        assertThatThrownBy(() -> SettlementNumber.issue(NOVEMBER, 100_000_000_000L))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_correction_is_a_linked_reversal_of_the_same_totals() {
        var reversed = accepted(aPosted().reverse(aReversalHead(), CLERK, aSnapshot(), seoul("2026-12-05T10:00:00")));

        assertThat(reversed.reversal().confirmation().totals()).isEqualTo(TOTALS);
        assertThat(reversed.reversal().head().purpose()).isEqualTo(new Purpose.Reversal(SETTLEMENT));
        assertThat(reversed.facts())
                .containsExactly(
                        new SettlementReversed(SETTLEMENT, HANBIT, NOVEMBER, REVERSAL, seoul("2026-12-05T10:00:00")),
                        new SettlementConfirmed(REVERSAL, HANBIT, NOVEMBER, seoul("2026-12-05T10:00:00")));
        assertThatThrownBy(() -> aPosted().reverse(aHead(), CLERK, aSnapshot(), DECEMBER_1ST))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_reversal_is_not_reversed() {
        Posted reversal = new Posted(aReversalHead(), aConfirmation(), new ErpDocument("70000001"), DECEMBER_1ST);

        assertThat(refused(reversal.reverse(
                        aHead(new SettlementId(new UUID(20, 3)), 3, new Purpose.Reversal(REVERSAL)),
                        CLERK,
                        aSnapshot(),
                        DECEMBER_1ST)))
                .isEqualTo(new ReversalStands());
    }

    @Test
    void a_month_has_one_bill_that_stands_and_a_further_one_only_after_a_reversal() {
        Confirmed reversal = new Confirmed(aReversalHead(), aConfirmation());

        assertThat(accepted(new Billing(List.of()).first())).isEqualTo(new Purpose.Bill(1));
        assertThat(refused(new Billing(List.of(aPosted())).first()))
                .isEqualTo(new MonthBilled(NOVEMBER, aHead().number()));
        assertThat(refused(new Billing(List.of(aPosted())).reissue()))
                .isEqualTo(new MonthBilled(NOVEMBER, aHead().number()));
        assertThat(refused(new Billing(List.of(aPosted(), reversal)).first())).isEqualTo(new MonthReversed(NOVEMBER));
        assertThat(accepted(new Billing(List.of(aPosted(), reversal)).reissue()))
                .isEqualTo(new Purpose.Bill(2));
    }

    @Test
    void a_bill_is_reversed_once() {
        Confirmed reversal = new Confirmed(aReversalHead(), aConfirmation());

        assertThat(accepted(new Billing(List.of(aPosted())).reversible(aPosted())))
                .isEqualTo(aPosted());
        assertThat(refused(new Billing(List.of(aPosted(), reversal)).reversible(aPosted())))
                .isEqualTo(new AlreadyReversed(aReversalHead().number()));
    }

    @Test
    void a_month_is_closed_from_the_confirmation_of_its_bill_until_its_reversal() {
        Settlement reissue = new Draft(aHead(new SettlementId(new UUID(20, 3)), 3, new Purpose.Bill(2)), null);

        assertThat(new Billing(List.of(aCalculated())).closesTheMonth()).isFalse();
        assertThat(new Billing(List.of(new Confirmed(aHead(), aConfirmation()))).closesTheMonth())
                .isTrue();
        assertThat(new Billing(List.of(aPosted())).closesTheMonth()).isTrue();
        Confirmed reversal = new Confirmed(aReversalHead(), aConfirmation());
        assertThat(new Billing(List.of(aPosted(), reversal)).closesTheMonth()).isFalse();
        assertThat(new Billing(List.of(aPosted(), reversal, reissue)).closesTheMonth())
                .isFalse();
        assertThat(new Billing(List.of(aPosted(), reversal, reissue)).standing())
                .contains(reissue);
    }

    private static Decision<Changed<Confirmed>, SettlementRefusal> confirm(
            Calculated calculated, UserId by, Standing standing) {
        return calculated.confirm(by, ConfirmationPolicy.MAKER_IS_NOT_CHECKER, standing, aSnapshot(), DECEMBER_1ST);
    }

    private static List<SettlementStep> stepsOf(Settlement settlement) {
        return List.of(SettlementStep.values()).stream()
                .filter(step -> attempt(settlement, step) instanceof Decision.Accepted)
                .toList();
    }

    private static Decision<?, SettlementRefusal> attempt(Settlement settlement, SettlementStep step) {
        return switch (step) {
            case EDIT -> settlement.edit(CLERK, DECEMBER_1ST);
            case CALCULATE -> settlement.calculate(aStanding(), DECEMBER_1ST);
            case CONFIRM ->
                settlement.confirm(
                        APPROVER, ConfirmationPolicy.MAKER_IS_NOT_CHECKER, aStanding(), aSnapshot(), DECEMBER_1ST);
            case POST -> settlement.post(DECEMBER_1ST);
            case REVERSE -> settlement.reverse(aReversalHead(), APPROVER, aSnapshot(), DECEMBER_1ST);
        };
    }
}
