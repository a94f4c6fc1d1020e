package io.motorpool.application.settlement;

import io.motorpool.application.route.SourcesInMemory;
import io.motorpool.domain.settlement.SettlementHead;
import io.motorpool.domain.settlement.Standing;
import io.motorpool.domain.settlement.Statement;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up what is kept in memory: records for the standing, lines for the statement. */
public final class InMemorySettlementSources implements SettlementSources {

    private final SourcesInMemory sources;
    private final InMemoryExtraCosts costs;
    private final InMemoryErpAccounts accounts;

    public InMemorySettlementSources(SourcesInMemory sources, InMemoryExtraCosts costs, InMemoryErpAccounts accounts) {
        this.sources = sources;
        this.costs = costs;
        this.accounts = accounts;
    }

    @Override
    public Uni<Map<CompanyId, Standing>> standings(List<CompanyId> companies, YearMonth month) {
        return Uni.createFrom().item(() -> {
            Map<CompanyId, Standing> standings = new LinkedHashMap<>();
            companies.forEach(company -> standings.put(
                    company,
                    sources.standing(
                            company,
                            month,
                            costs.now(company, month),
                            accounts.now(company).orElse(null))));
            return standings;
        });
    }

    @Override
    public Uni<Statement> statement(SettlementHead head) {
        return Uni.createFrom().item(() -> sources.statement(head, costs.now(head.company(), head.month())));
    }
}
