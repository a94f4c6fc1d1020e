package io.motorpool.application.settlement;

import static io.motorpool.application.route.RouteGround.NOVEMBER;
import static io.motorpool.application.route.RouteGround.day;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Answer.succeeds;
import static io.motorpool.application.shared.Callers.aSettlementApprover;
import static io.motorpool.application.shared.Callers.aSettlementClerk;
import static io.motorpool.application.shared.Callers.aTimer;
import static io.motorpool.application.shared.Callers.anAdminOf;
import static io.motorpool.application.shared.Callers.anAuditor;
import static io.motorpool.application.shared.Callers.anOperator;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.route.ARoad;
import io.motorpool.application.route.RouteGround;
import io.motorpool.application.settlement.EditExtraCosts.Imported;
import io.motorpool.application.settlement.EditExtraCosts.Sheet;
import io.motorpool.application.settlement.SettlementQueries.Verified;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.AccessRefusal.Stale;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.reservation.Reason;
import io.motorpool.domain.reservation.Reason.ReasonCode;
import io.motorpool.domain.route.RouteRefusal.MonthClosed;
import io.motorpool.domain.route.Run;
import io.motorpool.domain.route.Slot;
import io.motorpool.domain.settlement.Blocker;
import io.motorpool.domain.settlement.CellFault;
import io.motorpool.domain.settlement.ConfirmationPolicy;
import io.motorpool.domain.settlement.ErpAccount;
import io.motorpool.domain.settlement.ErpDocument;
import io.motorpool.domain.settlement.Explanation;
import io.motorpool.domain.settlement.ExtraCost;
import io.motorpool.domain.settlement.ExtraCostSheet.Row;
import io.motorpool.domain.settlement.Finding.ErpDiffers;
import io.motorpool.domain.settlement.Finding.Removed;
import io.motorpool.domain.settlement.Finding.SealBroken;
import io.motorpool.domain.settlement.Purpose;
import io.motorpool.domain.settlement.SettlementEvent.SettlementConfirmed;
import io.motorpool.domain.settlement.SettlementRefusal.AlreadyReversed;
import io.motorpool.domain.settlement.SettlementRefusal.CalculationOutdated;
import io.motorpool.domain.settlement.SettlementRefusal.CellsRefused;
import io.motorpool.domain.settlement.SettlementRefusal.MakerIsNotChecker;
import io.motorpool.domain.settlement.SettlementRefusal.MonthBilled;
import io.motorpool.domain.settlement.SettlementRefusal.MonthReversed;
import io.motorpool.domain.settlement.SettlementRefusal.NotPossibleForSettlement;
import io.motorpool.domain.settlement.SettlementRefusal.SettlementBlocked;
import io.motorpool.domain.settlement.SettlementRefusal.SettlementStep;
import io.motorpool.domain.settlement.SettlementStatus;
import io.motorpool.domain.settlement.Totals;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Money;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SettleMonthServiceTest {

    private static final Caller CLERK = aSettlementClerk();
    private static final Caller APPROVER = aSettlementApprover();

    /** Somebody with both roles, so that only the rule of four eyes is in the way. */
    private static final Caller BOTH = new Caller(
            new UserId(new UUID(2, 99)),
            new Profile.Division(),
            Set.of(Role.SETTLEMENT_CLERK, Role.SETTLEMENT_APPROVER));

    private static final Reason WRONG_RATE = new Reason(ReasonCode.DATA_CORRECTION, "the rate was agreed too late");

    private final AnOffice office = new AnOffice();
    private final ARoad road = office.road;
    private final CompanyId company = road.givenCompany();
    private final Slot slot = road.givenService(company, 45_000);
    private final SettleMonth service = office.settleMonth();

    @Test
    void a_month_is_calculated_and_confirmed_with_its_snapshot_and_its_traces() {
        Run.Completed _ = givenDrivenMonth();

        SettlementView calculated = accepted(service.calculate(CLERK, company, NOVEMBER));
        SettlementView confirmed = accepted(confirm(calculated));

        assertThat(calculated.totals()).isEqualTo(Totals.on(Money.won(45_000)));
        assertThat(confirmed.status()).isEqualTo(SettlementStatus.CONFIRMED);
        var confirmation = Objects.requireNonNull(confirmed.confirmation());
        var kept = road.result(() -> road.snapshots.find(confirmed.head().id())).orElseThrow();
        assertThat(kept.sealed()).isEqualTo(confirmation.seal());
        assertThat(kept.statement().totals()).contains(confirmation.totals());
        assertThat(road.traces.facts())
                .endsWith(new SettlementConfirmed(confirmed.head().id(), company, NOVEMBER, RouteGround.DECEMBER_5TH));
        assertThat(road.traces.deeds()).last().satisfies(deed -> {
            assertThat(deed.role()).isEqualTo(Role.SETTLEMENT_APPROVER);
            assertThat(deed.after()).containsEntry("seal", confirmation.seal().hex());
        });
    }

    @Test
    void calculating_again_opens_no_second_bill() {
        Run.Completed _ = givenDrivenMonth();

        SettlementView first = accepted(service.calculate(CLERK, company, NOVEMBER));
        SettlementView again = accepted(service.calculate(APPROVER, company, NOVEMBER));

        assertThat(again.head()).isEqualTo(first.head());
    }

    @Test
    void blockers_are_listed_and_keep_the_month_from_being_confirmed() {
        Run.Completed _ = road.givenCompleted(slot, day(2));
        var _ = road.givenScheduled(slot, day(3));

        List<Blocker> blockers = accepted(office.queries().blockers(CLERK, company, NOVEMBER));
        SettlementView calculated = accepted(service.calculate(CLERK, company, NOVEMBER));

        assertThat(blockers)
                .containsExactly(
                        new Blocker.RunsStillOpen(1),
                        new Blocker.PricesNotCaptured(1),
                        new Blocker.NoErpAccount(),
                        new Blocker.NothingToBill());
        assertThat(refused(confirm(calculated))).isEqualTo(new SettlementBlocked(blockers));
        assertThat(road.result(() -> road.snapshots.chain(company)).kept()).isEmpty();
    }

    @Test
    void what_was_driven_after_the_calculation_makes_it_outdated() {
        Run.Completed _ = givenDrivenMonth();
        SettlementView calculated = accepted(service.calculate(CLERK, company, NOVEMBER));
        Run.Completed _ = road.givenCompleted(slot, day(9));
        long _ = road.givenCaptured(company);

        assertThat(refused(confirm(calculated)))
                .isEqualTo(new CalculationOutdated(Money.won(45_000), Money.won(90_000)));
    }

    @Test
    void whoever_edited_last_does_not_confirm_unless_the_deployment_says_so() {
        Run.Completed _ = givenDrivenMonth();
        succeeds(importSheet(BOTH, "a1", aRow(3, "R-1", 2_400)));
        SettlementView calculated = accepted(service.calculate(BOTH, company, NOVEMBER));
        var head = calculated.head();

        assertThat(refused(service.confirm(BOTH, head.id(), calculated.version())))
                .isEqualTo(new MakerIsNotChecker());
        succeeds(office.settleMonth(ConfirmationPolicy.ANY_APPROVER).confirm(BOTH, head.id(), calculated.version()));
    }

    @Test
    void who_removed_a_line_has_edited_too() {
        Run.Completed _ = givenDrivenMonth();
        succeeds(importSheet(CLERK, "a1", aRow(3, "R-1", 2_400)));
        ExtraCost cost = accepted(office.editExtraCosts().export(CLERK, company, NOVEMBER))
                .getFirst();
        succeeds(office.editExtraCosts().remove(BOTH, company, NOVEMBER, cost.id()));
        SettlementView calculated = accepted(service.calculate(CLERK, company, NOVEMBER));

        assertThat(refused(service.confirm(BOTH, calculated.head().id(), calculated.version())))
                .isEqualTo(new MakerIsNotChecker());
    }

    @Test
    void only_what_was_read_last_is_confirmed_and_only_once() {
        Run.Completed _ = givenDrivenMonth();
        SettlementView calculated = accepted(service.calculate(CLERK, company, NOVEMBER));
        var id = calculated.head().id();

        assertThat(refused(service.confirm(APPROVER, id, new Version(9))))
                .isEqualTo(new Stale(new Version(9), calculated.version()));
        SettlementView confirmed = accepted(confirm(calculated));
        assertThat(refused(service.confirm(APPROVER, id, confirmed.version())))
                .isEqualTo(new NotPossibleForSettlement(SettlementStatus.CONFIRMED, SettlementStep.CONFIRM));
        assertThat(refused(service.calculate(CLERK, company, NOVEMBER)))
                .isEqualTo(new NotPossibleForSettlement(SettlementStatus.CONFIRMED, SettlementStep.CALCULATE));
    }

    @Test
    void who_comes_too_late_to_confirm_hears_that_it_is_done_whatever_they_saw() {
        Run.Completed _ = givenDrivenMonth();
        SettlementView calculated = accepted(service.calculate(CLERK, company, NOVEMBER));
        succeeds(confirm(calculated));

        assertThat(refused(confirm(calculated)))
                .isEqualTo(new NotPossibleForSettlement(SettlementStatus.CONFIRMED, SettlementStep.CONFIRM));
        assertThat(refused(service.confirm(CLERK, calculated.head().id(), calculated.version())))
                .isEqualTo(new NotPermitted(Permission.CONFIRM_SETTLEMENTS));
    }

    @Test
    void the_account_on_which_a_company_is_billed_is_shown_to_who_may_read_settlements() {
        assertThat(accepted(office.queries().erpAccount(anAuditor(), company))).isEmpty();
        succeeds(office.nameErpAccount().name(CLERK, company, new ErpAccount("42")));

        assertThat(accepted(office.queries().erpAccount(anAuditor(), company))).contains(new ErpAccount("42"));
        assertThat(refused(office.queries().erpAccount(anAdminOf(company), company)))
                .isEqualTo(new NotPermitted(Permission.READ_SETTLEMENTS));
        assertThat(refused(office.queries().erpAccount(anAdminOf(road.givenCompany()), company)))
                .isEqualTo(new NotFound(Thing.COMPANY));
    }

    @Test
    void a_reversal_is_exported_with_what_it_takes_back() {
        SettlementView posted = givenPosted();
        SettlementView reversal =
                accepted(service.reverse(APPROVER, posted.head().id(), posted.version(), WRONG_RATE));
        List<StatementWorkbooks.Document> written = new ArrayList<>();
        ExportStatement export = office.exportStatement(document -> {
            written.add(document);
            return Uni.createFrom().item(new byte[0]);
        });

        succeeds(export.export(anAuditor(), posted.head().id()));
        succeeds(export.export(anAuditor(), reversal.head().id()));

        assertThat(written.getFirst().reversed()).isNull();
        assertThat(written.getFirst().statement().sections()).hasSize(1);
        assertThat(written.getLast().reversed())
                .extracting(view -> view.head().number())
                .isEqualTo(posted.head().number());
        assertThat(refused(export.export(
                        anAdminOf(road.givenCompany()), posted.head().id())))
                .isEqualTo(new NotFound(Thing.SETTLEMENT));
    }

    @Test
    void who_may_not_is_refused_and_a_stranger_finds_nothing() {
        Run.Completed _ = givenDrivenMonth();
        SettlementView calculated = accepted(service.calculate(CLERK, company, NOVEMBER));
        var id = calculated.head().id();

        assertThat(refused(service.confirm(CLERK, id, calculated.version())))
                .isEqualTo(new NotPermitted(Permission.CONFIRM_SETTLEMENTS));
        assertThat(refused(service.calculate(anOperator(), company, NOVEMBER)))
                .isEqualTo(new NotPermitted(Permission.CALCULATE_SETTLEMENTS));
        Caller stranger = anAdminOf(road.givenCompany());
        assertThat(refused(service.confirm(stranger, id, calculated.version())))
                .isEqualTo(new NotFound(Thing.SETTLEMENT));
        assertThat(refused(office.queries().settlement(stranger, id))).isEqualTo(new NotFound(Thing.SETTLEMENT));
        assertThat(refused(office.queries().settlement(anAdminOf(company), id)))
                .isEqualTo(new NotPermitted(Permission.READ_SETTLEMENTS));
    }

    @Test
    void a_correction_is_a_reversal_and_a_reissue_and_the_month_is_open_in_between() {
        SettlementView posted = givenPosted();

        SettlementView reversal =
                accepted(service.reverse(APPROVER, posted.head().id(), posted.version(), WRONG_RATE));
        assertThat(refused(service.calculate(CLERK, company, NOVEMBER))).isEqualTo(new MonthReversed(NOVEMBER));
        Run.Completed _ = road.givenCompleted(slot, day(20));
        long captured = road.givenCaptured(company);
        SettlementView reissued = accepted(service.reissue(APPROVER, company, NOVEMBER));
        SettlementView calculated = accepted(service.calculate(CLERK, company, NOVEMBER));
        SettlementView confirmed = accepted(confirm(calculated));

        assertThat(captured).isEqualTo(1);
        assertThat(reversal.head().purpose())
                .isEqualTo(new Purpose.Reversal(posted.head().id()));
        assertThat(reversal.totals()).isEqualTo(posted.totals());
        assertThat(reissued.head().purpose()).isEqualTo(new Purpose.Bill(2));
        assertThat(confirmed.totals()).isEqualTo(Totals.on(Money.won(90_000)));
        assertThat(accepted(office.queries().verify(anAuditor(), company)))
                .isEqualTo(new Verified(3, Optional.of(1), Optional.empty()));
    }

    @Test
    void a_bill_is_reversed_once_and_nothing_is_reissued_while_it_stands() {
        SettlementView posted = givenPosted();
        assertThat(refused(service.reissue(APPROVER, company, NOVEMBER)))
                .isEqualTo(new MonthBilled(NOVEMBER, posted.head().number()));

        SettlementView reversal =
                accepted(service.reverse(APPROVER, posted.head().id(), posted.version(), WRONG_RATE));

        assertThat(refused(service.reverse(APPROVER, posted.head().id(), posted.version(), WRONG_RATE)))
                .isEqualTo(new AlreadyReversed(reversal.head().number()));
    }

    @Test
    void every_won_of_a_run_is_explained_from_what_was_frozen() {
        Run.Completed run = givenDrivenMonth();
        SettlementView confirmed = accepted(confirm(accepted(service.calculate(CLERK, company, NOVEMBER))));

        Explanation explained =
                accepted(office.queries().explain(anAuditor(), confirmed.head().id(), run.id()));

        assertThat(explained.line().run()).isEqualTo(run.id());
        assertThat(explained.rate().price()).isEqualTo(Money.won(45_000));
        assertThat(explained.agrees()).isTrue();
        assertThat(explained.seal())
                .isEqualTo(Objects.requireNonNull(confirmed.confirmation()).seal());
    }

    @Test
    void a_byte_that_somebody_changed_is_found_and_the_settlement_is_named() {
        Run.Completed _ = givenDrivenMonth();
        SettlementView confirmed = accepted(confirm(accepted(service.calculate(CLERK, company, NOVEMBER))));

        road.snapshots.tamper(confirmed.head().id(), "45000", "44000");

        assertThat(accepted(office.queries().verify(anAuditor(), company)).finding())
                .hasValueSatisfying(finding -> assertThat(finding)
                        .isInstanceOf(SealBroken.class)
                        .extracting(it -> it.settlement())
                        .isEqualTo(confirmed.head().number()));
    }

    @Test
    void a_settlement_that_somebody_removed_is_named() {
        Run.Completed _ = givenDrivenMonth();
        SettlementView confirmed = accepted(confirm(accepted(service.calculate(CLERK, company, NOVEMBER))));

        road.snapshots.remove(confirmed.head().id());

        assertThat(accepted(office.queries().verify(anAuditor(), company)).finding())
                .hasValueSatisfying(finding -> assertThat(finding)
                        .isInstanceOf(Removed.class)
                        .extracting(it -> it.settlement())
                        .isEqualTo(confirmed.head().number()));
    }

    @Test
    void what_was_posted_is_compared_with_what_the_erp_has_under_its_number() {
        SettlementView posted = givenPosted();
        String number = posted.head().number().value();
        ErpDocument document = Objects.requireNonNull(posted.document());
        assertThat(verified()).isEqualTo(new Verified(1, Optional.of(1), Optional.empty()));

        office.ledger.outOfReach(true);
        assertThat(verified()).isEqualTo(new Verified(1, Optional.empty(), Optional.empty()));
        office.ledger.outOfReach(false);

        office.ledger.forget(number);
        assertThat(verified().finding()).contains(new ErpDiffers(posted.head().number(), document, "absent"));
    }

    private Verified verified() {
        return accepted(office.queries().verify(anAuditor(), company));
    }

    @Test
    void a_confirmed_statement_says_for_ever_what_it_said() {
        Run.Completed _ = givenDrivenMonth();
        SettlementView calculated = accepted(service.calculate(CLERK, company, NOVEMBER));
        var before =
                accepted(office.queries().statement(CLERK, calculated.head().id()));
        succeeds(confirm(calculated));

        succeeds(road.lookAfterRoutes().rename(anOperator(), slot.route(), Version.FIRST, "새 이름"));

        assertThat(accepted(office.queries().statement(CLERK, calculated.head().id())))
                .isEqualTo(before);
        assertThat(accepted(office.queries().verify(anAuditor(), company)).finding())
                .isEmpty();
    }

    @Test
    void a_sheet_of_extra_costs_is_taken_once_exported_and_imported_again_without_effect() {
        Imported first = accepted(importSheet(CLERK, "a1", aRow(3, "R-1", 2_400), aRow(4, "R-2", -400)));
        Imported sameFile = accepted(importSheet(CLERK, "a1", aRow(3, "R-1", 2_400), aRow(4, "R-2", -400)));
        List<ExtraCost> exported = accepted(office.editExtraCosts().export(CLERK, company, NOVEMBER));
        int deeds = road.traces.deeds().size();
        Row[] rows = exported.stream()
                .map(cost -> new Row("추가비용", "A3", "B3", "D3", cost.line()))
                .toArray(Row[]::new);
        Imported again = accepted(importSheet(BOTH, "b2", rows));

        assertThat(first).isEqualTo(new Imported(2, 0, 0, false));
        assertThat(sameFile).isEqualTo(new Imported(0, 0, 2, true));
        assertThat(again).isEqualTo(new Imported(0, 0, 2, false));
        assertThat(road.traces.deeds()).hasSize(deeds);
        assertThat(accepted(office.editExtraCosts().export(CLERK, company, NOVEMBER)))
                .isEqualTo(exported);
    }

    @Test
    void a_sheet_with_a_route_of_somebody_else_is_refused_with_the_cell_and_nothing_is_stored() {
        Slot foreign = road.givenService(road.givenCompany(), 1);
        var cost = road.aCost(company, foreign.route(), "R-9", 1, CLERK.user());

        assertThat(refused(importSheet(CLERK, "a1", aRow(3, "R-1", 1), new Row("추가비용", "A4", "B4", "D4", cost.line()))))
                .isEqualTo(new CellsRefused(List.of(new CellFault("추가비용", "B4", CellFault.Fault.UNKNOWN_ROUTE))));
        assertThat(accepted(office.editExtraCosts().export(CLERK, company, NOVEMBER)))
                .isEmpty();
    }

    @Test
    void an_edit_sends_a_calculation_back_to_the_draft_and_a_confirmed_month_takes_none() {
        Run.Completed _ = givenDrivenMonth();
        SettlementView calculated = accepted(service.calculate(CLERK, company, NOVEMBER));

        succeeds(importSheet(CLERK, "a1", aRow(3, "R-1", 2_400)));
        SettlementView edited =
                accepted(office.queries().settlement(CLERK, calculated.head().id()));
        ExtraCost cost = accepted(office.editExtraCosts().export(CLERK, company, NOVEMBER))
                .getFirst();
        List<ExtraCost> left = accepted(office.editExtraCosts().remove(CLERK, company, NOVEMBER, cost.id()));
        succeeds(confirm(accepted(service.calculate(CLERK, company, NOVEMBER))));

        assertThat(edited.status()).isEqualTo(SettlementStatus.DRAFT);
        assertThat(left).isEmpty();
        assertThat(refused(office.editExtraCosts().remove(CLERK, company, NOVEMBER, cost.id())))
                .isEqualTo(new MonthClosed(NOVEMBER));
        assertThat(refused(importSheet(CLERK, "b2", aRow(3, "R-1", 1)))).isEqualTo(new MonthClosed(NOVEMBER));
    }

    @Test
    void the_account_is_named_once_and_written_down() {
        succeeds(office.nameErpAccount().name(CLERK, company, new ErpAccount("42")));
        succeeds(office.nameErpAccount().name(CLERK, company, new ErpAccount("42")));

        assertThat(road.traces.deeds())
                .singleElement()
                .satisfies(deed -> assertThat(deed.after()).containsEntry("erpAccount", "42"));
        assertThat(refused(office.nameErpAccount().name(aTimer(), company, new ErpAccount("43"))))
                .isEqualTo(new NotPermitted(Permission.EDIT_SETTLEMENTS));
    }

    /** One run, captured; and an account. */
    private Run.Completed givenDrivenMonth() {
        road.givenAccount(company);
        Run.Completed run = road.givenCompleted(slot, day(2));
        long _ = road.givenCaptured(company);
        return run;
    }

    private SettlementView givenPosted() {
        Run.Completed _ = givenDrivenMonth();
        SettlementView confirmed = accepted(confirm(accepted(service.calculate(CLERK, company, NOVEMBER))));
        return accepted(office.postSettlements().post(APPROVER, confirmed.head().id(), confirmed.version()));
    }

    private Uni<Decision<SettlementView, Refusal>> confirm(SettlementView calculated) {
        return service.confirm(APPROVER, calculated.head().id(), calculated.version());
    }

    private Uni<Decision<Imported, Refusal>> importSheet(Caller caller, String digest, Row... rows) {
        return office.editExtraCosts()
                .importSheet(new Sheet(caller, company, NOVEMBER, digest.repeat(32), List.of(rows), List.of()));
    }

    private Row aRow(int row, String reference, long won) {
        var cost = road.aCost(company, slot.route(), reference, won, CLERK.user());
        return new Row("추가비용", "A" + row, "B" + row, "D" + row, cost.line());
    }
}
