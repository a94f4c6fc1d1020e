package io.motorpool.adapters.rest.settlement;

import io.motorpool.adapters.rest.Problem;
import io.motorpool.adapters.rest.RefusedException;
import io.motorpool.adapters.rest.settlement.ExtraCostsResource.ImportedBody;
import io.motorpool.application.settlement.EditExtraCosts.Imported;
import io.motorpool.application.settlement.ExchangeExtraCosts.Progress;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * An import as events, for those who wait for a large one (ADR-0045). What is refused before anything was told is a problem
 * with its status, like everywhere else; afterwards the status is gone, and the problem is the last event.
 */
final class ImportEvents {

    private final UnicastProcessor<ImportEventBody> read = UnicastProcessor.create();
    private final AtomicBoolean begun = new AtomicBoolean();

    private ImportEvents() {}

    static Multi<ImportEventBody> of(Function<Progress, Uni<Decision<Imported, Refusal>>> taking) {
        ImportEvents events = new ImportEvents();
        Uni<ImportEventBody> last =
                taking.apply(events::read).map(events::last).onTermination().invoke(events.read::onComplete);
        return Multi.createBy().merging().streams(events.read, last.toMulti());
    }

    private void read(int rows) {
        begun.set(true);
        read.onNext(ImportEventBody.read(rows));
    }

    private ImportEventBody last(Decision<Imported, Refusal> decision) {
        return decision.fold(imported -> ImportEventBody.taken(ImportedBody.of(imported)), this::refused);
    }

    private ImportEventBody refused(Refusal refusal) {
        if (!begun.get()) {
            throw new RefusedException(refusal);
        }
        return ImportEventBody.refused(Problem.of(refusal));
    }
}
