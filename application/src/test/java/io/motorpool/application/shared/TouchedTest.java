package io.motorpool.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.DomainEvent;
import io.motorpool.domain.company.CompanyEvent;
import io.motorpool.domain.fleet.FleetEvent;
import io.motorpool.domain.reservation.ReservationEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class TouchedTest {

    private final List<DomainEvent> facts = OneOfEach.saying();

    @Test
    void whatever_happens_to_a_reservation_touches_it() {
        assertThat(facts.stream()
                        .filter(ReservationEvent.OfReservation.class::isInstance)
                        .map(ReservationEvent.OfReservation.class::cast))
                .isNotEmpty()
                .allSatisfy(fact ->
                        assertThat(Touched.by(fact)).contains(fact.reservation().value()));
    }

    /** Whether a vehicle can be had also depends on its driver, its zone and its company. */
    @Test
    void what_can_be_had_of_a_company_is_touched_by_whatever_decides_about_it() {
        assertThat(facts.stream()
                        .filter(fact -> fact instanceof ReservationEvent
                                || fact instanceof FleetEvent
                                || fact instanceof CompanyEvent)
                        .map(DomainEvent.OfCompany.class::cast))
                .isNotEmpty()
                .allSatisfy(fact ->
                        assertThat(Touched.by(fact)).contains(fact.company().value()));
    }
}
