package io.motorpool.domain.route;

import io.motorpool.domain.shared.Amount;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A sealed record of what a run costs and which contract it belongs to, modelled on the charge detail record of OCPI: it is
 * written once and never changed. What was wrong is taken back by a linked credit of the same amount below zero; if the run
 * has to be paid for after all, a further charge stands in its place, with the price of the first: a correction never looks
 * at the rates again.
 */
public sealed interface Charge {

    ChargeId id();

    RunId run();

    /** To which vehicle's account it goes. */
    VehicleContractId contract();

    Price price();

    Instant recordedAt();

    /** What it adds to the sum. */
    Amount amount();

    /** The price of a completed run, copied once. */
    record Captured(ChargeId id, RunId run, VehicleContractId contract, Price price, Instant recordedAt)
            implements Charge {

        @Override
        public Amount amount() {
            return Amount.of(price.money());
        }
    }

    /** Stands in the place of a charge that was credited. */
    record Replacement(
            ChargeId id, RunId run, VehicleContractId contract, Price price, ChargeId replaced, Instant recordedAt)
            implements Charge {

        @Override
        public Amount amount() {
            return Amount.of(price.money());
        }
    }

    /** Takes a charge back. */
    record Credit(
            ChargeId id, RunId run, VehicleContractId contract, Price price, ChargeId credited, Instant recordedAt)
            implements Charge {

        @Override
        public Amount amount() {
            return Amount.of(price.money()).negated();
        }
    }

    /** The credit of this charge; a credit cannot be credited. */
    default Optional<Credit> credit(ChargeId creditId, Instant now) {
        return switch (this) {
            case Captured _, Replacement _ -> Optional.of(new Credit(creditId, run(), contract(), price(), id(), now));
            case Credit _ -> Optional.empty();
        };
    }

    /** The two records by which this charge changes hands: its credit, and the same price on the other account. */
    default List<Charge> moveTo(VehicleContractId other, Supplier<ChargeId> nextId, Instant now) {
        return credit(nextId.get(), now)
                .<List<Charge>>map(
                        credit -> List.of(credit, new Replacement(nextId.get(), run(), other, price(), id(), now)))
                .orElse(List.of());
    }

    /** Those that stand: neither credits nor credited. They add up to what all of them add up to. */
    static List<Charge> standing(List<Charge> charges) {
        List<ChargeId> credited = charges.stream()
                .filter(Credit.class::isInstance)
                .map(credit -> ((Credit) credit).credited())
                .toList();
        return charges.stream()
                .filter(charge -> !(charge instanceof Credit) && !credited.contains(charge.id()))
                .toList();
    }
}
