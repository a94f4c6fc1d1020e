package io.motorpool.application.reconciliation;

import io.motorpool.application.company.Companies;
import io.motorpool.application.company.Members;
import io.motorpool.application.fleet.Vehicles;
import io.motorpool.domain.reconciliation.ChangeEvent;
import io.motorpool.domain.reconciliation.ChangeEvent.Created;
import io.motorpool.domain.reconciliation.ChangeEvent.Deleted;
import io.motorpool.domain.reconciliation.ChangeEvent.Read;
import io.motorpool.domain.reconciliation.ChangeEvent.Updated;
import io.motorpool.domain.reconciliation.Image;
import io.motorpool.domain.reconciliation.LegacyRow;
import io.motorpool.domain.reconciliation.Masters;
import io.motorpool.domain.reconciliation.Masters.Membership;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds the companies, vehicles and members that changes speak of. */
final class MastersReader {

    private final Companies companies;
    private final Vehicles vehicles;
    private final Members members;

    MastersReader(Companies companies, Vehicles vehicles, Members members) {
        this.companies = companies;
        this.vehicles = vehicles;
        this.members = members;
    }

    Uni<Masters> of(List<ChangeEvent> events) {
        List<LegacyRow> rows = events.stream().flatMap(MastersReader::row).toList();
        return found(rows, LegacyRow::company, companies::find)
                .chain(ofCompanies -> found(rows, LegacyRow::vehicle, vehicles::find)
                        .chain(ofVehicles -> found(
                                        rows,
                                        row -> new Membership(row.company(), row.driver()),
                                        membership -> members.of(membership.company(), membership.user()))
                                .map(ofMembers -> Masters.of(ofCompanies, ofVehicles, ofMembers))));
    }

    /** One question at a time: they share a session. */
    private static <K, T> Uni<List<T>> found(
            List<LegacyRow> rows, Function<LegacyRow, K> key, Function<K, Uni<Optional<Versioned<T>>>> find) {
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

    private static Stream<LegacyRow> row(ChangeEvent event) {
        return switch (event.change()) {
            case Created(var after) -> row(after);
            case Updated(var after) -> row(after);
            case Read(var after) -> row(after);
            case Deleted _ -> Stream.empty();
        };
    }

    private static Stream<LegacyRow> row(Image image) {
        return image instanceof Image.Readable(var row) ? Stream.of(row) : Stream.empty();
    }
}
