package io.motorpool.domain.settlement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** What stands in the way of confirming a settlement, and what to do about it. */
public sealed interface Blocker {

    Remedy remedy();

    /** The month is not over: more will be driven. */
    record MonthNotOver(YearMonth month) implements Blocker {
        @Override
        public Remedy remedy() {
            return Remedy.WAIT_FOR_THE_MONTH_TO_END;
        }
    }

    /** Nobody has said whether these runs took place. */
    record RunsStillOpen(long runs) implements Blocker {
        @Override
        public Remedy remedy() {
            return Remedy.REPORT_OR_CANCEL_THE_RUNS;
        }
    }

    /** No vehicle contract covers these runs. */
    record RunsUndispatched(long runs) implements Blocker {
        @Override
        public Remedy remedy() {
            return Remedy.DISPATCH_A_VEHICLE_BACK_DATED;
        }
    }

    /** No rate is in force for these runs. */
    record RunsUnpriced(long runs) implements Blocker {
        @Override
        public Remedy remedy() {
            return Remedy.AGREE_A_RATE;
        }
    }

    /** The prices of these runs are known and not copied yet. */
    record PricesNotCaptured(long runs) implements Blocker {
        @Override
        public Remedy remedy() {
            return Remedy.CAPTURE_PRICES;
        }
    }

    /** Nobody has said which account of the ERP the company is billed on. */
    record NoErpAccount() implements Blocker {
        @Override
        public Remedy remedy() {
            return Remedy.NAME_THE_ERP_ACCOUNT;
        }
    }

    /** There is nothing to ask for. */
    record NothingToBill() implements Blocker {
        @Override
        public Remedy remedy() {
            return Remedy.LEAVE_THE_MONTH_UNBILLED;
        }
    }

    /** What is taken off exceeds everything else (P3). */
    record BelowZero(long won) implements Blocker {
        @Override
        public Remedy remedy() {
            return Remedy.MOVE_ADJUSTMENTS_TO_ANOTHER_MONTH;
        }
    }

    /** What to do about a blocker. */
    enum Remedy {
        WAIT_FOR_THE_MONTH_TO_END,
        REPORT_OR_CANCEL_THE_RUNS,
        DISPATCH_A_VEHICLE_BACK_DATED,
        AGREE_A_RATE,
        CAPTURE_PRICES,
        NAME_THE_ERP_ACCOUNT,
        LEAVE_THE_MONTH_UNBILLED,
        MOVE_ADJUSTMENTS_TO_ANOTHER_MONTH
    }

    /** Everything in the way, in the order in which it is best dealt with. */
    static List<Blocker> of(YearMonth month, Standing standing, LocalDate today) {
        List<Blocker> blockers = new ArrayList<>();
        if (!today.isAfter(month.atEndOfMonth())) {
            blockers.add(new MonthNotOver(month));
        }
        if (standing.open() > 0) {
            blockers.add(new RunsStillOpen(standing.open()));
        }
        if (standing.undispatched() > 0) {
            blockers.add(new RunsUndispatched(standing.undispatched()));
        }
        if (standing.unpriced() > 0) {
            blockers.add(new RunsUnpriced(standing.unpriced()));
        }
        if (standing.uncaptured() > 0) {
            blockers.add(new PricesNotCaptured(standing.uncaptured()));
        }
        if (standing.account() == null) {
            blockers.add(new NoErpAccount());
        }
        long sum =
                standing.sums().stream().mapToLong(each -> each.supply().won()).sum();
        if (sum < 0) {
            blockers.add(new BelowZero(sum));
        } else if (sum == 0) {
            blockers.add(new NothingToBill());
        }
        return List.copyOf(blockers);
    }
}
