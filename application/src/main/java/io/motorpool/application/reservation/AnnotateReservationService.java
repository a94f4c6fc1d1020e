package io.motorpool.application.reservation;

import io.motorpool.application.audit.Journal;
import io.motorpool.application.audit.Journal.Deed;
import io.motorpool.application.audit.Journal.Effect;
import io.motorpool.application.reservation.ReservationSteps.Rule;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.reservation.Reservation;
import io.motorpool.domain.reservation.ReservationEvent;
import io.motorpool.domain.reservation.ReservationTerms;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Adds a note. */
public final class AnnotateReservationService implements AnnotateReservation {

    private static final Rule RULE = Rule.ofSupport("annotate-reservation");

    private final UnitOfWork unitOfWork;
    private final ReservationSteps steps;
    private final Reservations reservations;
    private final Notes notes;
    private final Journal journal;
    private final Clock clock;
    private final Supplier<UUID> nextId;

    public AnnotateReservationService(
            UnitOfWork unitOfWork,
            ReservationSteps steps,
            Reservations reservations,
            Notes notes,
            Journal journal,
            Clock clock,
            Supplier<UUID> nextId) {
        this.unitOfWork = unitOfWork;
        this.steps = steps;
        this.reservations = reservations;
        this.notes = notes;
        this.journal = journal;
        this.clock = clock;
        this.nextId = nextId;
    }

    @Override
    public Uni<Decision<Notes.Note, Refusal>> annotate(ReservationChange change, String text) {
        return unitOfWork.inTransaction(() -> reservations
                .find(change.reservation())
                .chain(found -> Proceed.with(steps.allow(change, RULE, found), stored -> write(change, text, stored))));
    }

    private Uni<Decision<Notes.Note, Refusal>> write(
            ReservationChange change, String text, Versioned<Reservation> stored) {
        ReservationTerms terms = stored.value().terms();
        var note = new Notes.Note(nextId.get(), terms.id(), change.caller().user(), clock.instant(), text);
        Deed deed = new Deed(
                change.caller(), Permission.SUPPORT_RESERVATIONS, RULE.action(), Optional.ofNullable(change.reason()));
        Effect effect = new Effect(
                terms.company(),
                terms.id().value(),
                Map.of(),
                Map.of("note", note.id().toString()));
        var fact = new ReservationEvent.ReservationAnnotated(
                terms.id(), terms.company(), terms.vehicle(), clock.instant());
        return notes.add(note)
                .chain(() -> journal.write(deed, List.of(effect), List.of(fact)))
                .replaceWith(() -> Decision.accept(note));
    }
}
