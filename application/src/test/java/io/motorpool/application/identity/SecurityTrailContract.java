package io.motorpool.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.PortContract;
import io.motorpool.application.shared.Walk;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every security trail promises. That nobody can edit it is for the store itself to show. */
public interface SecurityTrailContract extends PortContract {

    SecurityTrail trail();

    @Test
    default void an_entry_of_whatever_event_is_read_as_it_was_recorded() {
        assertThat(SecurityEvent.values()).allSatisfy(event -> {
            SecurityEntry entry = new SecurityEntry(
                    Ids.next(),
                    IdentityFixtures.NOON,
                    event,
                    new UserId(Ids.next()),
                    Ids.next(),
                    new SessionId(Ids.next()),
                    IdentityFixtures.OFFICE,
                    Map.of("reason", "두 번 \"보여 줌\"", "profile", "DIVISION"));
            given(entry);
            assertThat(about(Objects.requireNonNull(entry.about()))).containsExactly(entry);
        });
    }

    @Test
    default void what_a_stranger_did_to_nobody_is_recorded_too() {
        SecurityEntry entry = new SecurityEntry(
                Ids.next(), IdentityFixtures.NOON, SecurityEvent.SIGN_IN_REFUSED, null, null, null, null, Map.of());

        given(entry);

        assertThat(inTransaction(() -> trail().list(Optional.empty(), Page.Request.first()))
                        .items())
                .contains(entry);
    }

    @Test
    default void the_newest_come_first_page_by_page() {
        UUID about = Ids.next();
        List<SecurityEntry> entries = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            entries.add(anEntry(about));
        }
        given(entries.toArray(SecurityEntry[]::new));

        List<SecurityEntry> told = Walk.through(2, page -> inTransaction(() -> trail().list(Optional.of(about), page)));

        assertThat(told).isEqualTo(entries.reversed());
    }

    @Test
    default void a_trail_is_asked_by_what_it_is_about_and_by_the_session() {
        UUID about = Ids.next();
        SessionId session = new SessionId(Ids.next());
        SecurityEntry within = new SecurityEntry(
                Ids.next(), IdentityFixtures.NOON, SecurityEvent.SESSION_ENDED, null, about, session, null, Map.of());
        SecurityEntry outside = anEntry(about);
        SecurityEntry other = anEntry(Ids.next());
        given(within, outside, other);

        assertThat(about(about)).containsExactly(outside, within);
        assertThat(about(session.value())).containsExactly(within);
        assertThat(about(Ids.next())).isEmpty();
    }

    @Test
    default void recording_nothing_records_nothing() {
        given();
    }

    @Test
    default void what_was_undone_leaves_no_entry() {
        UUID about = Ids.next();

        assertThatThrownBy(() -> inTransaction(() -> trail().record(List.of(anEntry(about)))
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("it broke")))))
                .hasMessageContaining("it broke");

        assertThat(about(about)).isEmpty();
    }

    private static SecurityEntry anEntry(UUID about) {
        return new SecurityEntry(
                Ids.next(), IdentityFixtures.NOON, SecurityEvent.SIGNED_IN, null, about, null, null, Map.of());
    }

    private void given(SecurityEntry... entries) {
        inTransaction(() -> trail().record(List.of(entries)));
    }

    private List<SecurityEntry> about(UUID about) {
        return inTransaction(() -> trail().list(Optional.of(about), Page.Request.first()))
                .items();
    }
}
