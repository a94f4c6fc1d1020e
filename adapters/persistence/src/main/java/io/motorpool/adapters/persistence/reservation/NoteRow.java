package io.motorpool.adapters.persistence.reservation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.NullUnmarked;

/** A note as stored. */
@Entity(name = "NoteRow")
@Immutable
@Table(name = "reservation_note")
@NullUnmarked
class NoteRow {

    @Id
    UUID id;

    @Column(name = "reservation_id")
    UUID reservationId;

    @Column(name = "author_id")
    UUID authorId;

    @Column(name = "written_at")
    Instant writtenAt;

    String text;
}
