package io.motorpool.domain.fleet;

import io.motorpool.domain.DomainEvent;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.PlanWindowId;
import io.motorpool.domain.shared.VehicleId;
import io.motorpool.domain.shared.ZoneId;
import java.time.Instant;
import java.util.UUID;

/** Facts about vehicles, virtual zones and business plans. */
public sealed interface FleetEvent extends DomainEvent.OfCompany {

    record VehicleAdded(VehicleId vehicle, CompanyId company, Instant occurredAt) implements FleetEvent {
        @Override
        public UUID subject() {
            return vehicle.value();
        }
    }

    record VehicleAltered(VehicleId vehicle, CompanyId company, VehicleStatus status, Instant occurredAt)
            implements FleetEvent {
        @Override
        public UUID subject() {
            return vehicle.value();
        }
    }

    record VehicleLeft(VehicleId vehicle, CompanyId company, Instant occurredAt) implements FleetEvent {
        @Override
        public UUID subject() {
            return vehicle.value();
        }
    }

    record ZoneDefined(ZoneId zone, CompanyId company, Instant occurredAt) implements FleetEvent {
        @Override
        public UUID subject() {
            return zone.value();
        }
    }

    record ZoneChanged(ZoneId zone, CompanyId company, Instant occurredAt) implements FleetEvent {
        @Override
        public UUID subject() {
            return zone.value();
        }
    }

    record ZoneGivenUp(ZoneId zone, CompanyId company, Instant occurredAt) implements FleetEvent {
        @Override
        public UUID subject() {
            return zone.value();
        }
    }

    record PlanWindowAgreed(PlanWindowId window, VehicleId vehicle, CompanyId company, Instant occurredAt)
            implements FleetEvent {
        @Override
        public UUID subject() {
            return vehicle.value();
        }
    }

    record PlanWindowChanged(PlanWindowId window, VehicleId vehicle, CompanyId company, Instant occurredAt)
            implements FleetEvent {
        @Override
        public UUID subject() {
            return vehicle.value();
        }
    }

    record PlanWindowEnded(PlanWindowId window, VehicleId vehicle, CompanyId company, Instant occurredAt)
            implements FleetEvent {
        @Override
        public UUID subject() {
            return vehicle.value();
        }
    }
}
