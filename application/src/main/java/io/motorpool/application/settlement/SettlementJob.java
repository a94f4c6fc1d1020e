package io.motorpool.application.settlement;

import io.motorpool.domain.access.Caller;
import io.motorpool.domain.settlement.SettlementId;
import io.motorpool.domain.shared.CompanyId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * One press: a month of some companies, settled one after the other in the name of whoever pressed.
 *
 * @param items one for each company, in the order in which they are worked off
 */
public record SettlementJob(JobId id, Caller by, YearMonth month, Instant startedAt, List<Item> items) {

    public SettlementJob {
        items = List.copyOf(items);
        if (items.stream().map(Item::company).distinct().count() != items.size()) {
            throw new IllegalArgumentException("a company is settled once by a job");
        }
    }

    public record Item(CompanyId company, Outcome outcome) {}

    /** What became of a company's month. */
    public sealed interface Outcome {

        record Waiting() implements Outcome {}

        /** Confirmed now, or already; the ERP is asked from here on. */
        record Confirmed(SettlementId settlement) implements Outcome {}

        /** Something has to be done first: what the model said, as edges tell it. */
        record Refused(String code, Map<String, String> facts) implements Outcome {
            public Refused {
                facts = Map.copyOf(facts);
            }
        }

        /** It could not be decided now; pressing again tries it again. */
        record Failed() implements Outcome {}
    }

    public long waiting() {
        return items.stream()
                .filter(item -> item.outcome() instanceof Outcome.Waiting)
                .count();
    }

    public boolean isDone() {
        return waiting() == 0;
    }
}
