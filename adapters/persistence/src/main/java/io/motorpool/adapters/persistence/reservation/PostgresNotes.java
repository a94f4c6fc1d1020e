package io.motorpool.adapters.persistence.reservation;

import io.motorpool.application.reservation.Notes;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.UserId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Notes, to which the application's role can only add. */
@ApplicationScoped
public class PostgresNotes implements Notes {

    private final Rows rows = new Rows();

    /** Panache's view of the table. */
    private static final class Rows implements PanacheRepositoryBase<NoteRow, UUID> {}

    @Override
    public Uni<Void> add(Note note) {
        NoteRow row = new NoteRow();
        row.id = note.id();
        row.reservationId = note.reservation().value();
        row.authorId = note.author().value();
        row.writtenAt = note.writtenAt();
        row.text = note.text();
        return Panache.getSession().chain(session -> session.persist(row).call(session::flush));
    }

    @Override
    public Uni<List<Note>> of(ReservationId reservation) {
        return rows.find("reservationId = ?1 order by id desc", reservation.value())
                .page(0, MOST_SHOWN)
                .list()
                .map(found -> found.stream().map(PostgresNotes::note).toList());
    }

    private static Note note(NoteRow row) {
        return new Note(
                row.id, new ReservationId(row.reservationId), new UserId(row.authorId), row.writtenAt, row.text);
    }
}
