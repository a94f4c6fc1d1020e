package io.motorpool.domain.route;

import io.motorpool.domain.DomainEvent;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.VehicleId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;

/** Facts about routes, who serves them, and what was driven. */
public sealed interface RouteEvent extends DomainEvent.OfCompany {

    record RouteOpened(RouteId route, CompanyId company, Instant occurredAt) implements RouteEvent {
        @Override
        public UUID subject() {
            return route.value();
        }
    }

    record RouteChanged(RouteId route, CompanyId company, Instant occurredAt) implements RouteEvent {
        @Override
        public UUID subject() {
            return route.value();
        }
    }

    record RouteEnded(RouteId route, CompanyId company, Instant occurredAt) implements RouteEvent {
        @Override
        public UUID subject() {
            return route.value();
        }
    }

    record RateAgreed(RouteId route, CompanyId company, int version, LocalDate validFrom, Instant occurredAt)
            implements RouteEvent {
        @Override
        public UUID subject() {
            return route.value();
        }
    }

    record SlotAdded(SlotId slot, CompanyId company, RouteId route, Instant occurredAt) implements RouteEvent {
        @Override
        public UUID subject() {
            return slot.value();
        }
    }

    record SlotRescheduled(SlotId slot, CompanyId company, LocalDate validFrom, Instant occurredAt)
            implements RouteEvent {
        @Override
        public UUID subject() {
            return slot.value();
        }
    }

    record SlotEnded(SlotId slot, CompanyId company, Instant occurredAt) implements RouteEvent {
        @Override
        public UUID subject() {
            return slot.value();
        }
    }

    record VehicleDispatched(
            SlotId slot,
            CompanyId company,
            VehicleContractId contract,
            VehicleId vehicle,
            Instant from,
            Instant occurredAt)
            implements RouteEvent {
        @Override
        public UUID subject() {
            return slot.value();
        }
    }

    record VehicleSubstituted(
            SlotId slot,
            CompanyId company,
            VehicleContractId replaced,
            VehicleContractId contract,
            VehicleId vehicle,
            Instant from,
            Instant occurredAt)
            implements RouteEvent {
        @Override
        public UUID subject() {
            return slot.value();
        }
    }

    record VehicleContractCutShort(
            SlotId slot,
            CompanyId company,
            VehicleContractId contract,
            VehicleId vehicle,
            Instant until,
            Instant occurredAt)
            implements RouteEvent {
        @Override
        public UUID subject() {
            return slot.value();
        }
    }

    record RunPlanned(RunId run, CompanyId company, SlotId slot, Instant departure, Instant occurredAt)
            implements RouteEvent {
        @Override
        public UUID subject() {
            return run.value();
        }
    }

    record RunStarted(RunId run, CompanyId company, SlotId slot, Instant occurredAt) implements RouteEvent {
        @Override
        public UUID subject() {
            return run.value();
        }
    }

    record RunCompleted(RunId run, CompanyId company, SlotId slot, Instant occurredAt) implements RouteEvent {
        @Override
        public UUID subject() {
            return run.value();
        }
    }

    record RunCancelled(RunId run, CompanyId company, SlotId slot, Instant occurredAt) implements RouteEvent {
        @Override
        public UUID subject() {
            return run.value();
        }
    }

    /** Of how many runs of the month prices were copied now. */
    record PricesCaptured(CompanyId company, YearMonth month, long runs, Instant occurredAt) implements RouteEvent {
        @Override
        public UUID subject() {
            return company.value();
        }
    }

    /** How many charges of the slot were credited, and replaced or not. */
    record ChargesCorrected(SlotId slot, CompanyId company, long charges, Instant occurredAt) implements RouteEvent {
        @Override
        public UUID subject() {
            return slot.value();
        }
    }
}
