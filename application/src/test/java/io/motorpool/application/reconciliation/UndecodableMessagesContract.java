package io.motorpool.application.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.reconciliation.UndecodableMessages.Kept;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.PortContract;
import io.motorpool.domain.reconciliation.LegacyMessage.Undecodable;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every keeper of undecodable messages promises. These are newer than those of any other test. */
public interface UndecodableMessagesContract extends PortContract {

    Instant FAR_AHEAD = Instant.parse("2090-01-01T00:00:00Z");

    UndecodableMessages undecodables();

    @Test
    default void a_message_is_kept_as_it_came_and_once_however_often_it_is_heard() {
        Undecodable message = new Undecodable("reservations-0@" + Ids.next(), "{\"after\": \0 김}", "not a row");
        long before = count();

        keep(message, FAR_AHEAD);
        keep(message, FAR_AHEAD.plusSeconds(1));

        assertThat(count() - before).isEqualTo(1);
        assertThat(inTransaction(() -> undecodables().newest(100))).containsOnlyOnce(new Kept(message, FAR_AHEAD));
    }

    @Test
    default void the_newest_comes_first() {
        Undecodable older = new Undecodable("reservations-0@" + Ids.next(), "{", "no end");
        Undecodable newer = new Undecodable("reservations-0@" + Ids.next(), "[", "no end");
        keep(older, FAR_AHEAD.plusSeconds(100));
        keep(newer, FAR_AHEAD.plusSeconds(101));

        assertThat(inTransaction(() -> undecodables().newest(1)).getFirst().message())
                .isEqualTo(newer);
    }

    private void keep(Undecodable message, Instant now) {
        inTransaction(() -> undecodables().keep(message, now));
    }

    private long count() {
        return inTransaction(() -> undecodables().count(FAR_AHEAD));
    }
}
