package io.motorpool.application.reservation;

import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.Text;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What support wrote down about reservations. Notes are added, never changed. */
public interface Notes {

    int MOST_SHOWN = 200;

    Uni<Void> add(Note note);

    /** The newest first, at most {@link #MOST_SHOWN}. */
    Uni<List<Note>> of(ReservationId reservation);

    /** @param text 1 to 1,000 characters */
    record Note(UUID id, ReservationId reservation, UserId author, Instant writtenAt, String text) {
        public static final int LONGEST = 1_000;

        public Note {
            Text.check("a note", text, LONGEST);
        }
    }
}
