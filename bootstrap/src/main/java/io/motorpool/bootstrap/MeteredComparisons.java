package io.motorpool.bootstrap;

import io.micrometer.core.instrument.MeterRegistry;
import io.motorpool.application.reconciliation.CompareHistories;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Decision.Accepted;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.reconciliation.Position;
import io.smallrye.mutiny.Uni;

/**
 * Counts verdicts, whoever had them made: a timer or somebody at a watermark. They are counted as they are before anybody
 * explained them: what is known today was a difference when it was found.
 */
final class MeteredComparisons implements CompareHistories {

    static final String NAME = "motorpool.reconciliation.verdicts";

    private final CompareHistories compare;
    private final MeterRegistry meters;

    MeteredComparisons(CompareHistories compare, MeterRegistry meters) {
        this.compare = compare;
        this.meters = meters;
    }

    @Override
    public Uni<Decision<Round, Refusal>> compareQuiet(Caller caller) {
        return compare.compareQuiet(caller).invoke(this::note);
    }

    @Override
    public Uni<Decision<Round, Refusal>> compareUpTo(Caller caller, Position watermark) {
        return compare.compareUpTo(caller, watermark).invoke(this::note);
    }

    @Override
    public Uni<Decision<Long, Refusal>> replayFrom(Caller caller, Position watermark) {
        return compare.replayFrom(caller, watermark);
    }

    private void note(Decision<Round, Refusal> decision) {
        if (decision instanceof Accepted<Round, Refusal>(var round)) {
            round.verdicts()
                    .forEach((kind, number) ->
                            meters.counter(NAME, "kind", kind.name()).increment(number));
        }
    }
}
