package io.motorpool.application.reservation;

import io.motorpool.domain.shared.ReservationId;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes in memory, about reservations that exist. */
final class InMemoryNotes implements Notes {

    private final List<Note> notes = new CopyOnWriteArrayList<>();
    private final Reservations reservations;

    InMemoryNotes(Reservations reservations) {
        this.reservations = reservations;
    }

    @Override
    public Uni<Void> add(Note note) {
        return reservations
                .find(note.reservation())
                .invoke(found -> {
                    if (found.isEmpty()) {
                        throw new IllegalArgumentException("there is no reservation " + note.reservation());
                    }
                    notes.add(note);
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Note>> of(ReservationId reservation) {
        return Uni.createFrom()
                .item(() -> notes.stream()
                        .filter(note -> note.reservation().equals(reservation))
                        .sorted(Comparator.comparing(Note::id).reversed())
                        .limit(MOST_SHOWN)
                        .toList());
    }
}
