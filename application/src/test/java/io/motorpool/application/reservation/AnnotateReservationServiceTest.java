package io.motorpool.application.reservation;

import static io.motorpool.application.reservation.ReservationFixtures.A_REASON;
import static io.motorpool.application.reservation.ReservationFixtures.MONDAY_8AM;
import static io.motorpool.application.reservation.ReservationFixtures.aReservation;
import static io.motorpool.application.reservation.ReservationFixtures.hours;
import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Callers.aMemberOf;
import static io.motorpool.application.shared.Callers.aSupportAgent;
import static io.motorpool.application.shared.Callers.anAdminOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.reservation.Notes.Note;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.AccessRefusal.Stale;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.Reservation.Cancelled;
import io.motorpool.domain.reservation.ReservationEvent.ReservationAnnotated;
import io.motorpool.domain.reservation.ReservationRefusal.ReasonRequired;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.ReservationId;
import io.motorpool.domain.shared.Version;
import org.junit.jupiter.api.Test;

class AnnotateReservationServiceTest {

    private static final Caller AGENT = aSupportAgent();
    private static final String TEXT = "차량 문이 잠기지 않는다고 함";

    private final AMotorpool motorpool = new AMotorpool();
    private final AnnotateReservation service = motorpool.desk.annotate;

    private final CompanyId company = motorpool.givenCompany();
    private final Vehicle vehicle = motorpool.givenVehicle(company);
    private final Cancelled reservation = motorpool.given(new Cancelled(
            aReservation(vehicle, motorpool.givenDriver(company), hours(9, 11)).terms(), MONDAY_8AM));

    @Test
    void a_note_is_kept_announced_and_on_record_and_changes_nothing_of_the_reservation() {
        Note note = accepted(service.annotate(motorpool.by(AGENT, reservation), TEXT));

        assertThat(note).isEqualTo(new Note(note.id(), reservation.id(), AGENT.user(), MONDAY_8AM, TEXT));
        assertThat(motorpool.notes.of(reservation.id()).await().indefinitely()).containsExactly(note);
        assertThat(motorpool.stored(reservation.id()).version()).isEqualTo(Version.FIRST);
        assertThat(motorpool.traces.facts())
                .containsExactly(new ReservationAnnotated(reservation.id(), company, vehicle.id(), MONDAY_8AM));
        assertThat(motorpool.traces.deeds()).singleElement().satisfies(deed -> {
            assertThat(deed.action()).isEqualTo("annotate-reservation");
            assertThat(deed.reason()).contains(A_REASON);
            assertThat(deed.after()).containsOnlyKeys("note").doesNotContainValue(TEXT);
        });
    }

    @Test
    void a_note_is_about_the_reservation_as_it_was_seen() {
        var onAnotherVersion = new ReservationChange(AGENT, reservation.id(), Version.FIRST.next(), A_REASON);

        assertThat(refused(service.annotate(onAnotherVersion, TEXT)))
                .isEqualTo(new Stale(Version.FIRST.next(), Version.FIRST));
        assertThat(motorpool.notes.of(reservation.id()).await().indefinitely()).isEmpty();
        assertThat(motorpool.traces.facts()).isEmpty();
        assertThat(motorpool.traces.deeds()).isEmpty();
    }

    @Test
    void notes_are_supports_to_write_with_a_reason() {
        assertThat(refused(service.annotate(new ReservationChange(AGENT, reservation.id(), Version.FIRST, null), TEXT)))
                .isEqualTo(new ReasonRequired());
        assertThat(refused(service.annotate(motorpool.byDriver(reservation), TEXT)))
                .isEqualTo(new NotPermitted(Permission.SUPPORT_RESERVATIONS));
        assertThat(refused(service.annotate(motorpool.by(anAdminOf(company), reservation), TEXT)))
                .isEqualTo(new NotPermitted(Permission.SUPPORT_RESERVATIONS));
        assertThat(refused(service.annotate(motorpool.by(aMemberOf(company), reservation), TEXT)))
                .isEqualTo(new NotFound(Thing.RESERVATION));
        assertThat(refused(service.annotate(
                        new ReservationChange(AGENT, new ReservationId(Ids.next()), Version.FIRST, A_REASON), TEXT)))
                .isEqualTo(new NotFound(Thing.RESERVATION));
        assertThat(motorpool.traces.facts()).isEmpty();
        assertThat(motorpool.notes.of(reservation.id()).await().indefinitely()).isEmpty();
    }
}
