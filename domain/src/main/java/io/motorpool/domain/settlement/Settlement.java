package io.motorpool.domain.settlement;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;

import io.motorpool.domain.Decision;
import io.motorpool.domain.settlement.SettlementEvent.ExtraCostsChanged;
import io.motorpool.domain.settlement.SettlementEvent.PostingFailed;
import io.motorpool.domain.settlement.SettlementEvent.PostingStarted;
import io.motorpool.domain.settlement.SettlementEvent.SettlementCalculated;
import io.motorpool.domain.settlement.SettlementEvent.SettlementConfirmed;
import io.motorpool.domain.settlement.SettlementEvent.SettlementOpened;
import io.motorpool.domain.settlement.SettlementEvent.SettlementPosted;
import io.motorpool.domain.settlement.SettlementEvent.SettlementReversed;
import io.motorpool.domain.settlement.SettlementRefusal.CalculationOutdated;
import io.motorpool.domain.settlement.SettlementRefusal.LinesDoNotAddUp;
import io.motorpool.domain.settlement.SettlementRefusal.MakerIsNotChecker;
import io.motorpool.domain.settlement.SettlementRefusal.NotPossibleForSettlement;
import io.motorpool.domain.settlement.SettlementRefusal.PostingUnderWay;
import io.motorpool.domain.settlement.SettlementRefusal.ReversalStands;
import io.motorpool.domain.settlement.SettlementRefusal.SettlementBlocked;
import io.motorpool.domain.settlement.SettlementRefusal.SettlementStep;
import io.motorpool.domain.settlement.SettlementRefusal.TotalBelowZero;
import io.motorpool.domain.shared.BusinessZone;
import io.motorpool.domain.shared.Money;
import io.motorpool.domain.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one company owes for one month. It is drafted, calculated as often as one likes, and confirmed once: from then on it
 * says for ever what it said, and what is left is to bill it. It is posted only when the ERP's document has been read back
 * and is ours to the won. What turns out to be wrong is reversed by a document of its own and issued again.
 *
 * <p>The settlement protects this life: that nothing is confirmed that is not proven to add up, that whoever edited last does
 * not confirm (P16), that nothing below zero is billed (P3), that nothing moves after confirmation. It does not hold its
 * lines: a month of a large company has tens of thousands, and no rule looks at one of them alone.
 */
public sealed interface Settlement {

    SettlementHead head();

    SettlementStatus status();

    default SettlementId id() {
        return head().id();
    }

    /** What a settlement became, and the fact to tell. */
    record Changed<S extends Settlement>(S settlement, SettlementEvent fact) {}

    /** The first of a month, or the next after a reversal. */
    static Changed<Draft> open(SettlementHead head, Instant now) {
        return new Changed<>(new Draft(head, null), new SettlementOpened(head.id(), head.company(), head.month(), now));
    }

    /** Somebody changed what goes into it: what was calculated is calculated again, and confirmed by somebody else. */
    default Decision<Changed<Draft>, SettlementRefusal> edit(UserId by, Instant now) {
        return switch (this) {
            case Draft _, Calculated _ ->
                accept(new Changed<>(
                        new Draft(head(), by), new ExtraCostsChanged(id(), head().company(), head().month(), now)));
            case Confirmed _, Posting _, Posted _, PostFailed _ -> notPossible(SettlementStep.EDIT);
        };
    }

    /**
     * Adds up how the month stands. It can be calculated while something still is in the way of confirming it, but not to
     * a total below zero: nobody should get used to the sight of one.
     */
    default Decision<Changed<Calculated>, SettlementRefusal> calculate(Standing standing, Instant now) {
        return switch (this) {
            case Draft draft -> calculated(draft.editor(), standing, now);
            case Calculated before -> calculated(before.editor(), standing, now);
            case Confirmed _, Posting _, Posted _, PostFailed _ -> notPossible(SettlementStep.CALCULATE);
        };
    }

    private Decision<Changed<Calculated>, SettlementRefusal> calculated(
            @Nullable UserId editor, Standing standing, Instant now) {
        return standing.totals()
                .<Decision<Changed<Calculated>, SettlementRefusal>>map(totals -> accept(new Changed<>(
                        new Calculated(head(), editor, totals, now),
                        new SettlementCalculated(id(), head().company(), head().month(), now))))
                .orElseGet(() -> refuse(new TotalBelowZero(belowZero(standing))));
    }

    private static long belowZero(Standing standing) {
        return standing.sums().stream().mapToLong(sum -> sum.supply().won()).sum();
    }

    /** Confirms what was calculated, if that is what this settlement is at. */
    default Decision<Changed<Confirmed>, SettlementRefusal> confirm(
            UserId by, ConfirmationPolicy policy, Standing standing, Snapshot snapshot, Instant now) {
        return switch (this) {
            case Calculated calculated -> calculated.proven(by, policy, standing, snapshot, now);
            case Draft _, Confirmed _, Posting _, Posted _, PostFailed _ -> notPossible(SettlementStep.CONFIRM);
        };
    }

    /**
     * The ERP is about to be asked, by one caller at a time. From here on an unclear answer is possible, so this is stored
     * before anything is sent.
     */
    default Decision<Changed<Posting>, SettlementRefusal> post(Instant now) {
        return switch (this) {
            case Confirmed confirmed -> accept(confirmed.posting(now));
            case Posting posting -> posting.again(now);
            case PostFailed failed -> accept(failed.retry(now));
            case Draft _, Calculated _, Posted _ -> notPossible(SettlementStep.POST);
        };
    }

    /**
     * Gives back what a posted bill asked for, by a document of the same totals: confirmed at once, because there is nothing
     * in it to decide, and with a snapshot of its own.
     */
    default Decision<Reversed, SettlementRefusal> reverse(
            SettlementHead reversal, UserId by, Snapshot snapshot, Instant now) {
        return switch (this) {
            case Posted posted -> posted.takenBackBy(reversal, by, snapshot, now);
            case Draft _, Calculated _, Confirmed _, Posting _, PostFailed _ -> notPossible(SettlementStep.REVERSE);
        };
    }

    /** A reversal, and the facts about both documents. */
    record Reversed(Confirmed reversal, List<SettlementEvent> facts) {
        public Reversed {
            facts = List.copyOf(facts);
        }
    }

    /**
     * Facts still come in.
     *
     * @param editor who last changed what a person can change; absent when nobody has
     */
    record Draft(SettlementHead head, @Nullable UserId editor) implements Settlement {

        @Override
        public SettlementStatus status() {
            return SettlementStatus.DRAFT;
        }
    }

    /** Added up, for somebody to look at. */
    record Calculated(SettlementHead head, @Nullable UserId editor, Totals totals, Instant at) implements Settlement {

        @Override
        public SettlementStatus status() {
            return SettlementStatus.CALCULATED;
        }

        /**
         * The month is added up again, set-wise and line by line. Both must come to what was calculated: the first tells
         * whether anything has changed since, the second whether the lines that are about to be frozen say the same.
         */
        private Decision<Changed<Confirmed>, SettlementRefusal> proven(
                UserId by, ConfirmationPolicy policy, Standing standing, Snapshot snapshot, Instant now) {
            if (policy == ConfirmationPolicy.MAKER_IS_NOT_CHECKER && by.equals(editor)) {
                return refuse(new MakerIsNotChecker());
            }
            List<Blocker> blockers = Blocker.of(head.month(), standing, LocalDate.ofInstant(now, BusinessZone.SEOUL));
            if (!blockers.isEmpty()) {
                return refuse(new SettlementBlocked(blockers));
            }
            Money supply = standing.totals().map(Totals::supply).orElseThrow();
            if (!supply.equals(totals.supply())) {
                return refuse(new CalculationOutdated(totals.supply(), supply));
            }
            if (!snapshot.totals().supply().equals(supply)) {
                return refuse(new LinesDoNotAddUp(snapshot.totals().supply(), supply));
            }
            return accept(new Changed<>(
                    new Confirmed(head, new Confirmation(by, now, totals, snapshot.seal())),
                    new SettlementConfirmed(head.id(), head.company(), head.month(), now)));
        }
    }

    /** Said for good. */
    record Confirmed(SettlementHead head, Confirmation confirmation) implements Settlement {

        @Override
        public SettlementStatus status() {
            return SettlementStatus.CONFIRMED;
        }

        private Changed<Posting> posting(Instant now) {
            return new Changed<>(
                    new Posting(head, confirmation, Attempt.begun(now)),
                    new PostingStarted(head.id(), head.company(), now));
        }
    }

    /** The ERP was asked, and nobody knows yet what it did. */
    record Posting(SettlementHead head, Confirmation confirmation, Attempt last) implements Settlement {

        @Override
        public SettlementStatus status() {
            return SettlementStatus.POSTING;
        }

        private Decision<Changed<Posting>, SettlementRefusal> again(Instant now) {
            return now.isBefore(last.next())
                    ? refuse(new PostingUnderWay(last.next()))
                    : accept(new Changed<>(
                            new Posting(head, confirmation, Attempt.begun(now)),
                            new PostingStarted(head.id(), head.company(), now)));
        }

        /**
         * No clear answer: it stays open, and is asked again from then on.
         *
         * @param underWaySince what the ERP's side says of it, which the next attempt is told
         */
        public Posting unclear(Instant notBefore, @Nullable Instant underWaySince) {
            return new Posting(head, confirmation, last.unclear(notBefore, underWaySince));
        }

        /** The ERP's document has been read back and is ours to the won. */
        public Changed<Posted> proven(ErpDocument document, Instant now) {
            return new Changed<>(
                    new Posted(head, confirmation, document, now),
                    new SettlementPosted(head.id(), head.company(), now));
        }

        public Changed<PostFailed> failed(PostingFault fault, Instant now) {
            return new Changed<>(
                    new PostFailed(head, confirmation, fault, now),
                    new PostingFailed(head.id(), head.company(), fault, now));
        }
    }

    /** Billed. */
    record Posted(SettlementHead head, Confirmation confirmation, ErpDocument document, Instant at)
            implements Settlement {

        @Override
        public SettlementStatus status() {
            return SettlementStatus.POSTED;
        }

        private Decision<Reversed, SettlementRefusal> takenBackBy(
                SettlementHead reversal, UserId by, Snapshot snapshot, Instant now) {
            if (head.purpose() instanceof Purpose.Reversal) {
                return refuse(new ReversalStands());
            }
            if (!reversal.purpose().equals(new Purpose.Reversal(head.id()))
                    || !reversal.company().equals(head.company())
                    || !reversal.month().equals(head.month())) {
                throw new IllegalArgumentException(
                        "%s does not reverse %s".formatted(reversal.number(), head.number()));
            }
            var confirmed = new Confirmed(reversal, new Confirmation(by, now, confirmation.totals(), snapshot.seal()));
            return accept(new Reversed(
                    confirmed,
                    List.of(
                            new SettlementReversed(head.id(), head.company(), head.month(), reversal.id(), now),
                            new SettlementConfirmed(reversal.id(), head.company(), head.month(), now))));
        }
    }

    /** Not billed yet: somebody may have to look after it, and then it is tried again. */
    record PostFailed(SettlementHead head, Confirmation confirmation, PostingFault fault, Instant at)
            implements Settlement {

        @Override
        public SettlementStatus status() {
            return SettlementStatus.POST_FAILED;
        }

        private Changed<Posting> retry(Instant now) {
            return new Changed<>(
                    new Posting(head, confirmation, Attempt.begun(now)),
                    new PostingStarted(head.id(), head.company(), now));
        }
    }

    /** Whether the month is closed by it: from confirmation on. */
    default boolean isConfirmed() {
        return switch (this) {
            case Draft _, Calculated _ -> false;
            case Confirmed _, Posting _, Posted _, PostFailed _ -> true;
        };
    }

    private <T> Decision<T, SettlementRefusal> notPossible(SettlementStep step) {
        return refuse(new NotPossibleForSettlement(status(), step));
    }
}
