package io.motorpool.domain.reservation;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;

import io.motorpool.domain.Decision;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.fleet.Vehicle;
import io.motorpool.domain.reservation.Reservation.Changed;
import io.motorpool.domain.reservation.Reservation.Reserved;
import io.motorpool.domain.shared.ReservationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds other vehicles for reservations that lose theirs to the workshop. It is all or nothing: a reservation that no
 * equal vehicle can take, or that is already running, is named for somebody to act on, and nothing moves (ADR-0015).
 */
public final class Relocation {

    private Relocation() {}

    /** A reservation that has to go elsewhere, with what decides where it can. */
    public record Displaced(
            Reservation reservation, @Nullable Member driver, DriverAgenda agenda) {}

    /** An equal vehicle, with its schedule around the time in question. */
    public record Candidate(Vehicle vehicle, VehicleSchedule schedule) {}

    /** The moves, in the order of the displaced, or the reservations that stay in the way. */
    public static Decision<List<Changed<Reserved>>, ReservationRefusal> plan(
            Company company, List<Displaced> displaced, List<Candidate> candidates, Instant now) {
        List<Changed<Reserved>> moves = new ArrayList<>();
        List<ReservationId> stuck = new ArrayList<>();
        List<Candidate> left = new ArrayList<>(candidates);
        for (Displaced each : displaced) {
            Optional<Changed<Reserved>> move = firstFit(company, each, left, now);
            move.ifPresentOrElse(
                    found -> {
                        moves.add(found);
                        left.replaceAll(candidate -> taking(candidate, found.reservation()));
                    },
                    () -> stuck.add(each.reservation().id()));
        }
        return stuck.isEmpty() ? accept(List.copyOf(moves)) : refuse(new ReservationRefusal.NotRelocatable(stuck));
    }

    private static Optional<Changed<Reserved>> firstFit(
            Company company, Displaced displaced, List<Candidate> candidates, Instant now) {
        if (!(displaced.reservation() instanceof Reserved waiting)) {
            return Optional.empty();
        }
        return candidates.stream()
                .map(candidate -> waiting.changeVehicle(
                        new Surroundings(
                                company,
                                candidate.vehicle(),
                                candidate.schedule(),
                                displaced.driver(),
                                displaced.agenda()),
                        now))
                .flatMap(decision -> decision.fold(Optional::of, _ -> Optional.<Changed<Reserved>>empty()).stream())
                .findFirst();
    }

    private static Candidate taking(Candidate candidate, Reserved moved) {
        return candidate.vehicle().id().equals(moved.terms().vehicle())
                ? new Candidate(
                        candidate.vehicle(),
                        candidate.schedule().place(moved.taken()).fold(placed -> placed, _ -> candidate.schedule()))
                : candidate;
    }
}
