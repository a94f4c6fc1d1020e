package io.motorpool.adapters.rest.reservation;

import static io.motorpool.adapters.rest.reservation.Given.REASON;
import static io.motorpool.adapters.rest.reservation.Given.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.rest.Answers.PageBody;
import io.motorpool.adapters.rest.KnownCaller;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.reservation.NotesResource.NewBody;
import io.motorpool.adapters.rest.reservation.NotesResource.NoteBody;
import io.motorpool.application.reservation.Notes.Note;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Proceed;
import io.motorpool.domain.access.Caller;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotesResourceTest {

    private static final String ID = RUNNING.id().toString();
    private static final String SEEN = "\"3\"";
    private static final Instant NOW = Instant.parse("2027-03-01T00:00:00Z");

    private final Caller agent = Callers.aSupportAgent();
    private final NotesResource resource = new NotesResource(
            (change, text) -> {
                assertThat(change.seen()).isEqualTo(RUNNING.version());
                assertThat(change.reason()).isNotNull();
                return Proceed.done(new Note(Ids.next(), change.reservation(), agent.user(), NOW, text));
            },
            new AskedQueries(),
            new KnownCaller(agent));

    @Test
    void a_note_is_written_down_with_a_reason() {
        Response response = Responses.of(() -> resource.annotate(ID, SEEN, new NewBody("The driver called.", REASON)));

        NoteBody note = (NoteBody) response.getEntity();
        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(note).isEqualTo(new NoteBody(note.id(), agent.user().value(), NOW, "The driver called."));
    }

    @Test
    void whoever_writes_a_note_says_on_which_version_of_the_reservation() {
        NewBody note = new NewBody("The driver called.", REASON);

        assertThat(Responses.problem(() -> resource.annotate(ID, null, note))).isEqualTo("428 if-match-required");
        assertThat(Responses.wrongFields(() -> resource.annotate(ID, "*", note)))
                .containsExactly("If-Match");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " padded", "bell\u0007"})
    void a_note_is_text_that_can_be_read(String text) {
        assertThat(Responses.wrongFields(() -> resource.annotate(ID, SEEN, new NewBody(text, null))))
                .containsExactly("text", "reason");
    }

    @Test
    void a_note_has_an_end() {
        String longest = "a".repeat(Note.LONGEST);

        assertThat(Responses.of(() -> resource.annotate(ID, SEEN, new NewBody(longest, REASON)))
                        .getStatus())
                .isEqualTo(201);
        assertThat(Responses.wrongFields(() -> resource.annotate(ID, SEEN, new NewBody(longest + "a", REASON))))
                .containsExactly("text");
        assertThat(Responses.wrongFields(() -> resource.annotate(ID, SEEN, null)))
                .containsExactly("body");
    }

    @Test
    void notes_are_listed() {
        assertThat(Responses.of(() -> resource.list(ID)).getEntity()).isEqualTo(new PageBody<>(List.of(), null));
        assertThat(Responses.problem(() -> resource.list("mine"))).isEqualTo("404 not-found");
    }
}
