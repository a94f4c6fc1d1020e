package io.motorpool.sandbox.drill;

import io.motorpool.sandbox.catalogue.Catalogue;
import io.motorpool.sandbox.drill.PostgresDrill.Fall;
import io.motorpool.sandbox.drill.bill.Weather;
import io.motorpool.sandbox.drill.keys.Mood;
import io.motorpool.sandbox.drill.keys.Pace;
import io.motorpool.sandbox.drill.pay.Storm;
import java.time.Duration;
import java.util.List;

/** Every drill that {@code ./motorpool drill} knows. */
public final class Drills {

    public static final Catalogue<Drill> ALL = new Catalogue<>(
            "drill",
            List.of(
                    new KillDrill(12),
                    new PostgresDrill(
                            List.of(Fall.STOPPED, Fall.ABORTED, Fall.KILLED, Fall.KILLED, Fall.ABORTED, Fall.STOPPED),
                            Duration.ofSeconds(3)),
                    new KafkaDrill(2, Duration.ofSeconds(20)),
                    new TwoNodesDrill(Duration.ofSeconds(10), 200, 100),
                    new RotationDrill(Pace.FULL, List.of(Mood.values())),
                    new SettlementDrill(20, 4, true),
                    new SapDrill(32, Duration.ofSeconds(6), List.of(Weather.values())),
                    new PaymentDrill(36, List.of(Storm.values())),
                    new ReconciliationDrill(10_000, 20)));

    private Drills() {}
}
