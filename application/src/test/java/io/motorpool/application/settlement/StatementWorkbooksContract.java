package io.motorpool.application.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.settlement.StatementWorkbooks.Document;
import io.motorpool.application.shared.PortContract;
import io.motorpool.domain.settlement.ErpDocument;
import io.motorpool.domain.settlement.SettlementStatus;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What everybody promises who writes statements down. */
public interface StatementWorkbooksContract extends PortContract {

    StatementWorkbooks workbooks();

    @Test
    default void what_was_confirmed_is_written_to_the_same_bytes_for_ever() {
        Document confirmed = Statements.confirmed();
        Document posted = new Document(
                Statements.view(SettlementStatus.POSTED, new ErpDocument("60000001")), confirmed.statement(), null);

        assertThat(Arrays.equals(write(confirmed), write(Statements.confirmed())))
                .isTrue();
        assertThat(Arrays.equals(write(confirmed), write(posted))).isTrue();
    }

    @Test
    default void another_statement_is_another_workbook() {
        byte[] confirmed = write(Statements.confirmed());

        assertThat(Arrays.equals(confirmed, write(Statements.draft()))).isFalse();
        assertThat(Arrays.equals(confirmed, write(Statements.reversal()))).isFalse();
    }

    default byte[] write(Document document) {
        return result(() -> workbooks().write(document));
    }
}
