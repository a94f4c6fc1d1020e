package io.motorpool.application.reservation;

import static io.motorpool.application.reservation.ReservationFixtures.MONDAY_8AM;
import static io.motorpool.application.reservation.ReservationFixtures.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.reservation.Notes.Note;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every keeper of notes promises. That nobody can edit them is for the store itself to show. */
public interface NotesContract extends ReservationGround {

    Notes notes();

    @Test
    default void a_reservation_that_nobody_wrote_about_has_no_notes() {
        assertThat(notesOf(givenReservation())).isEmpty();
        assertThat(notesOf(new ReservationId(Ids.next()))).isEmpty();
    }

    @Test
    default void a_note_is_read_as_it_was_written() {
        Note note = new Note(
                Ids.next(),
                givenReservation(),
                new UserId(Ids.next()),
                MONDAY_8AM.plusNanos(123_456_000),
                "앞 범퍼 \"긁힘\" 🚗");

        given(note);

        assertThat(notesOf(note.reservation())).containsExactly(note);
    }

    @Test
    default void the_longest_note_is_kept_whole() {
        Note note = aNote(givenReservation(), "🚗".repeat(Note.LONGEST));

        given(note);

        assertThat(notesOf(note.reservation())).containsExactly(note);
    }

    @Test
    default void the_newest_note_comes_first_and_those_of_other_reservations_do_not() {
        ReservationId reservation = givenReservation();
        Note first = aNote(reservation, "called");
        Note second = aNote(reservation, "called again");
        Note other = aNote(givenReservation(), "something else");
        given(first);
        given(other);
        given(second);

        assertThat(notesOf(reservation)).containsExactly(second, first);
    }

    @Test
    default void no_more_notes_are_shown_than_anybody_reads() {
        ReservationId reservation = givenReservation();
        List<Note> many = new ArrayList<>();
        for (int i = 0; i <= Notes.MOST_SHOWN; i++) {
            Note note = aNote(reservation, "note " + i);
            given(note);
            many.add(note);
        }

        assertThat(notesOf(reservation)).isEqualTo(many.reversed().subList(0, Notes.MOST_SHOWN));
    }

    @Test
    default void a_note_about_a_reservation_that_does_not_exist_is_not_kept() {
        Note astray = aNote(new ReservationId(Ids.next()), "about nothing");

        assertThatThrownBy(() -> given(astray)).isInstanceOf(RuntimeException.class);

        assertThat(notesOf(astray.reservation())).isEmpty();
    }

    private List<Note> notesOf(ReservationId reservation) {
        return inTransaction(() -> notes().of(reservation));
    }

    private void given(Note note) {
        inTransaction(() -> notes().add(note));
    }

    private ReservationId givenReservation() {
        return givenReserved(givenVehicle(), hours(9, 11)).id();
    }

    private static Note aNote(ReservationId reservation, String text) {
        return new Note(Ids.next(), reservation, new UserId(Ids.next()), MONDAY_8AM, text);
    }
}
