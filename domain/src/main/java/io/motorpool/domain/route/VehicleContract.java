package io.motorpool.domain.route;

import io.motorpool.domain.shared.VehicleId;
import java.time.Instant;
import java.util.Optional;

/**
 * The fact that one vehicle, with one chauffeur, serves one slot for a time. Every dispatch and every substitution issues
 * one under a new number and closes the one before; nobody edits a contract afterwards. What can happen to it is that it
 * ends earlier than it was thought to, because another vehicle turns out to have driven; if that other one drove from the
 * very beginning it is void, and its number is spent.
 *
 * <p>The contract protects its number, its terms and this life; that no two of them overlap is a rule between contracts,
 * which the {@link DispatchSheet} keeps for a slot and {@link VehicleDuties} for a vehicle.
 */
public sealed interface VehicleContract {

    ContractTerms terms();

    /** When the vehicle serves the slot; empty when it never did. */
    Optional<Span> served();

    default VehicleContractId id() {
        return terms().id();
    }

    default VehicleContractNumber number() {
        return terms().number();
    }

    default VehicleId vehicle() {
        return terms().vehicle();
    }

    default boolean covers(Instant departure) {
        return served().filter(span -> span.covers(departure)).isPresent();
    }

    static VehicleContract issue(ContractTerms terms, Span span) {
        Instant end = span.end();
        return end == null ? new Running(terms, span.start()) : new Ended(terms, Span.of(span.start(), end));
    }

    /** The contract as it is once somebody else serves the slot from that instant. */
    default VehicleContract cutAt(Instant instant) {
        return served().<VehicleContract>map(span ->
                        span.before(instant).map(rest -> issue(terms(), rest)).orElseGet(() -> new Void(terms())))
                .orElse(this);
    }

    /** Serves the slot until further notice. */
    record Running(ContractTerms terms, Instant since) implements VehicleContract {

        @Override
        public Optional<Span> served() {
            return Optional.of(Span.from(since));
        }
    }

    /** Serves, or served, the slot for a period whose end is known. */
    record Ended(ContractTerms terms, Span span) implements VehicleContract {

        public Ended {
            if (span.end() == null) {
                throw new IllegalArgumentException("a contract that ended has an end");
            }
        }

        @Override
        public Optional<Span> served() {
            return Optional.of(span);
        }
    }

    /** Turned out never to have been: another vehicle served from its beginning. */
    record Void(ContractTerms terms) implements VehicleContract {

        @Override
        public Optional<Span> served() {
            return Optional.empty();
        }
    }
}
