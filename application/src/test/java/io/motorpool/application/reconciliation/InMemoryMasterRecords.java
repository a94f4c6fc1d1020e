package io.motorpool.application.reconciliation;

import io.motorpool.application.company.Companies;
import io.motorpool.application.company.Members;
import io.motorpool.application.fleet.Vehicles;
import io.motorpool.domain.reconciliation.LegacyRow;
import io.motorpool.domain.reconciliation.Masters;
import io.motorpool.domain.reconciliation.Masters.Membership;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Looks where the others keep theirs. */
public record InMemoryMasterRecords(Companies companies, Vehicles vehicles, Members members) implements MasterRecords {

    @Override
    public Uni<Masters> of(Collection<LegacyRow> rows) {
        return found(rows, LegacyRow::company, companies::find)
                .chain(ofCompanies -> found(rows, LegacyRow::vehicle, vehicles::find)
                        .chain(ofVehicles -> found(
                                        rows,
                                        row -> new Membership(row.company(), row.driver()),
                                        membership -> members.of(membership.company(), membership.user()))
                                .map(ofMembers -> Masters.of(ofCompanies, ofVehicles, ofMembers))));
    }

    private static <K, T> Uni<List<T>> found(
            Collection<LegacyRow> rows, Function<LegacyRow, K> key, Function<K, Uni<Optional<Versioned<T>>>> find) {
        return Multi.createFrom()
                .iterable(rows.stream().map(key).distinct().toList())
                .onItem()
                .transformToUniAndConcatenate(find::apply)
                .collect()
                .asList()
                .map(all -> all.stream()
                        .flatMap(Optional::stream)
                        .map(Versioned::value)
                        .toList());
    }
}
