package io.motorpool.application.settlement;

import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;

/** Writes down in one line what a workbook would say on many. */
public final class InMemoryStatementWorkbooks implements StatementWorkbooks {

    @Override
    public Uni<byte[]> write(Document document) {
        return Uni.createFrom()
                .item(() -> "%s %s %s %s"
                        .formatted(
                                document.settlement().head(),
                                document.settlement().totals(),
                                document.settlement().confirmation(),
                                document.statement())
                        .getBytes(StandardCharsets.UTF_8));
    }
}
