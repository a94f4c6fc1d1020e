package io.motorpool.domain.settlement;

import io.motorpool.domain.DomainEvent;
import io.motorpool.domain.shared.CompanyId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/** Facts about settlements. */
public sealed interface SettlementEvent extends DomainEvent.OfCompany {

    record SettlementOpened(SettlementId settlement, CompanyId company, YearMonth month, Instant occurredAt)
            implements SettlementEvent {
        @Override
        public UUID subject() {
            return settlement.value();
        }
    }

    record SettlementCalculated(SettlementId settlement, CompanyId company, YearMonth month, Instant occurredAt)
            implements SettlementEvent {
        @Override
        public UUID subject() {
            return settlement.value();
        }
    }

    /** It will not change any more; from here on it is billed. */
    record SettlementConfirmed(SettlementId settlement, CompanyId company, YearMonth month, Instant occurredAt)
            implements SettlementEvent {
        @Override
        public UUID subject() {
            return settlement.value();
        }
    }

    /** Another document gives back what this one asked for; the month is open again. */
    record SettlementReversed(
            SettlementId settlement, CompanyId company, YearMonth month, SettlementId reversal, Instant occurredAt)
            implements SettlementEvent {
        @Override
        public UUID subject() {
            return settlement.value();
        }
    }

    record PostingStarted(SettlementId settlement, CompanyId company, Instant occurredAt) implements SettlementEvent {
        @Override
        public UUID subject() {
            return settlement.value();
        }
    }

    record SettlementPosted(SettlementId settlement, CompanyId company, Instant occurredAt) implements SettlementEvent {
        @Override
        public UUID subject() {
            return settlement.value();
        }
    }

    record PostingFailed(SettlementId settlement, CompanyId company, PostingFault fault, Instant occurredAt)
            implements SettlementEvent {
        @Override
        public UUID subject() {
            return settlement.value();
        }
    }

    /** What the company owes beside its runs has changed. */
    record ExtraCostsChanged(SettlementId settlement, CompanyId company, YearMonth month, Instant occurredAt)
            implements SettlementEvent {
        @Override
        public UUID subject() {
            return settlement.value();
        }
    }
}
