package io.motorpool.adapters.persistence.reconciliation;

import static io.motorpool.application.reconciliation.LegacyFixtures.created;
import static io.motorpool.application.reconciliation.LegacyFixtures.hours;
import static io.motorpool.application.reconciliation.LegacyFixtures.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.reconciliation.LegacyFixtures;
import io.motorpool.application.reconciliation.LegacyHistories;
import io.motorpool.application.reconciliation.LegacyHistories.Waiting;
import io.motorpool.application.reconciliation.LegacyHistoriesContract;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.reconciliation.ChangeEvent;
import io.motorpool.domain.reconciliation.LegacyNumber;
import io.motorpool.domain.reconciliation.LegacyRow;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.VehicleId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class PostgresLegacyHistoriesTest implements LegacyHistoriesContract, PostgresContract {

    private final List<Waiting> theirs = new CopyOnWriteArrayList<>();

    @Inject
    LegacyHistories rows;

    @Override
    public LegacyHistories histories() {
        return rows;
    }

    @Test
    void what_is_far_away_in_time_is_not_read() {
        LegacyNumber number = LegacyFixtures.aNumber();
        LegacyRow row = row(hours(9, 11));
        ChangeEvent booked = created(number, row);
        ChangeEvent near = created(LegacyFixtures.aNumber(), on(row, hours(5, 6)));
        ChangeEvent farBefore = created(LegacyFixtures.aNumber(), on(row, hours(3, 4)));
        ChangeEvent farAfter = created(LegacyFixtures.aNumber(), on(row, hours(16, 17)));
        int _ = inTransaction(() -> rows.hear(List.of(farBefore, near, farAfter, booked), LegacyFixtures.NINE));

        assertThat(inTransaction(() -> rows.around(List.of(number)))).containsExactlyInAnyOrder(booked, near);
    }

    /** While somebody has some of those that wait, somebody else gets others, and neither waits for the other. */
    @Test
    void whoever_compares_has_them_to_himself() {
        LegacyRow row = row(hours(9, 11));
        Instant ago = Instant.parse("1980-01-01T00:00:00Z");
        ChangeEvent one = created(LegacyFixtures.aNumber(), row);
        ChangeEvent another = created(LegacyFixtures.aNumber(), on(row, hours(12, 13)));
        int _ = inTransaction(() -> rows.hear(List.of(one, another), ago));

        List<LegacyNumber> both = inTransaction(() -> rows.quiet(ago, 1)
                .chain(mine -> PostgresContract.onOwnContext(CompletableFuture.runAsync(
                                () -> theirs.addAll(inTransaction(() -> rows.quiet(ago, 1)))))
                        .map(_ -> Stream.of(mine, theirs)
                                .flatMap(List::stream)
                                .map(Waiting::number)
                                .toList())));

        assertThat(both).containsExactlyInAnyOrder(one.number(), another.number());
        List<Waiting> rest = inOneGo(ago);
        assertThat(inTransaction(() -> rows.settle(rest))).hasSize(2);
    }

    private List<Waiting> inOneGo(Instant since) {
        return inTransaction(() -> rows.quiet(since, 2));
    }

    private static LegacyRow row(Period period) {
        return waiting(new CompanyId(Ids.next()), new VehicleId(Ids.next()), new UserId(Ids.next()), period);
    }

    private static LegacyRow on(LegacyRow other, Period period) {
        return waiting(other.company(), other.vehicle(), new UserId(Ids.next()), period);
    }
}
