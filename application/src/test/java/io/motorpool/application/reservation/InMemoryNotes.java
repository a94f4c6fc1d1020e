package io.motorpool.application.reservation;

import io.motorpool.domain.shared.ReservationId;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes in memory. */
final class InMemoryNotes implements Notes {

    private final List<Note> notes = new CopyOnWriteArrayList<>();

    @Override
    public Uni<Void> add(Note note) {
        return Uni.createFrom().voidItem().invoke(() -> notes.add(note));
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
