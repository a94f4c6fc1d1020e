package io.motorpool.bootstrap;

import io.micrometer.core.instrument.MeterRegistry;
import io.motorpool.application.reconciliation.*;
import io.motorpool.application.shared.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** The use cases of the reconciliation with the legacy system. */
@ApplicationScoped
class ReconciliationUseCases {

    @Produces
    @Singleton
    ObserveLegacy observeLegacy(
            UnitOfWork unitOfWork, LegacyHistories histories, UndecodableMessages undecodables, Clock clock) {
        return new ObserveLegacyService(unitOfWork, histories, undecodables, clock);
    }

    @Produces
    @Singleton
    CompareHistories compareHistories(
            UnitOfWork unitOfWork,
            LegacyHistories histories,
            Verdicts verdicts,
            MasterRecords records,
            Clock clock,
            MeterRegistry meters) {
        return new MeteredComparisons(
                new CompareHistoriesService(unitOfWork, histories, verdicts, records, clock), meters);
    }

    @Produces
    @Singleton
    ExplainDifferences explainDifferences(
            UnitOfWork unitOfWork, DifferenceRules rules, Clock clock, Supplier<UUID> nextId) {
        return new ExplainDifferencesService(unitOfWork, rules, clock, nextId);
    }

    @Produces
    @Singleton
    ReconciliationQueries reconciliationQueries(
            UnitOfWork unitOfWork,
            LegacyHistories histories,
            Verdicts verdicts,
            DifferenceRules rules,
            UndecodableMessages undecodables,
            MasterRecords records,
            Clock clock) {
        return new ReconciliationQueriesService(
                unitOfWork,
                new ReconciliationQueriesService.Ports(histories, verdicts, rules, undecodables, records),
                clock);
    }
}
