package io.motorpool.application.reconciliation;

import io.motorpool.domain.reconciliation.ChangeEvent;
import io.motorpool.domain.reconciliation.ChangeEvent.Created;
import io.motorpool.domain.reconciliation.ChangeEvent.Deleted;
import io.motorpool.domain.reconciliation.ChangeEvent.Read;
import io.motorpool.domain.reconciliation.ChangeEvent.Updated;
import io.motorpool.domain.reconciliation.Image;
import io.motorpool.domain.reconciliation.LegacyRow;
import io.motorpool.domain.reconciliation.Masters;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.Stream;

/** Finds what changes speak of. */
record MastersReader(MasterRecords records) {

    Uni<Masters> of(List<ChangeEvent> events) {
        return records.of(events.stream().flatMap(MastersReader::row).distinct().toList());
    }

    private static Stream<LegacyRow> row(ChangeEvent event) {
        return switch (event.change()) {
            case Created(var after) -> row(after);
            case Updated(var after) -> row(after);
            case Read(var after) -> row(after);
            case Deleted _ -> Stream.empty();
        };
    }

    private static Stream<LegacyRow> row(Image image) {
        return image instanceof Image.Readable(var row) ? Stream.of(row) : Stream.empty();
    }
}
