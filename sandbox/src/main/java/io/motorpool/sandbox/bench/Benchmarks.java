package io.motorpool.sandbox.bench;

import io.motorpool.sandbox.bench.app.AppBenchmark;
import io.motorpool.sandbox.bench.identity.IdentityBenchmark;
import io.motorpool.sandbox.bench.overlap.OverlapBenchmark;
import io.motorpool.sandbox.bench.reconciliation.ReconciliationBenchmark;
import io.motorpool.sandbox.bench.reservation.ReservationBenchmark;
import io.motorpool.sandbox.bench.settlement.SettlementBenchmark;
import io.motorpool.sandbox.catalogue.Catalogue;
import java.util.List;

/** Every measurement that {@code ./motorpool bench} knows. */
public final class Benchmarks {

    public static final Catalogue<Benchmark> ALL = new Catalogue<>(
            "benchmark",
            List.of(
                    new ReservationBenchmark(),
                    new OverlapBenchmark(),
                    new IdentityBenchmark(),
                    new SettlementBenchmark(),
                    new ReconciliationBenchmark(),
                    new AppBenchmark()));

    private Benchmarks() {}
}
