package io.motorpool.application.reconciliation;

import io.motorpool.application.reconciliation.UndecodableMessages.Kept;
import io.motorpool.application.reconciliation.Verdicts.Compared;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.reconciliation.ChangeEvent;
import io.motorpool.domain.reconciliation.Gate;
import io.motorpool.domain.reconciliation.LegacyNumber;
import io.motorpool.domain.reconciliation.Verdict;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** How far the two systems agree. Verdicts are told as they stand now, under the rules that hold now. */
public interface ReconciliationQueries {

    /** @param days how far back to look, 1 to 365 */
    Uni<Decision<Report, Refusal>> report(Caller caller, int days);

    Uni<Decision<Compared, Refusal>> verdict(Caller caller, LegacyNumber number);

    /** What keeps the gate shut; nothing when it is open. */
    Uni<Decision<List<Gate.Obstacle>, Refusal>> gate(Caller caller, Gate gate);

    /** The shortest history that still differs, for somebody to look at or to make a test of. */
    Uni<Decision<List<ChangeEvent>, Refusal>> shortestHistory(Caller caller, LegacyNumber number);

    /** The same as the source of a test that fails as long as the two differ, and passes once they agree. */
    Uni<Decision<RegressionTest, Refusal>> regressionTest(Caller caller, LegacyNumber number);

    /** @param name of the class */
    record RegressionTest(String name, String source) {}

    /** What nobody could understand, the newest first. */
    Uni<Decision<List<Kept>, Refusal>> undecodable(Caller caller);

    /** @param groups what differs in the same way, the largest first */
    record Report(Map<Verdict.Kind, Long> totals, List<Day> trend, List<Group> groups, long waiting, long undecodable) {
        public Report {
            trend = List.copyOf(trend);
            groups = List.copyOf(groups);
        }
    }

    record Day(LocalDate day, Map<Verdict.Kind, Long> totals) {}

    /** @param samples a few of them, with what differs field by field */
    record Group(String signature, Verdict.Kind kind, long reservations, List<Compared> samples) {
        public Group {
            samples = List.copyOf(samples);
        }
    }
}
