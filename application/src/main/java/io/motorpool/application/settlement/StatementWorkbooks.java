package io.motorpool.application.settlement;

import io.motorpool.domain.settlement.Statement;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * Statements as workbooks, in the form in which a client company is sent them. What was confirmed is written to the same
 * bytes for ever, so that two copies of a bill can be compared by their digest.
 */
public interface StatementWorkbooks {

    Uni<byte[]> write(Document document);

    /**
     * @param reversed the settlement that is taken back; absent when it is a bill
     */
    record Document(
            SettlementView settlement,
            Statement statement,
            @Nullable SettlementView reversed) {}
}
