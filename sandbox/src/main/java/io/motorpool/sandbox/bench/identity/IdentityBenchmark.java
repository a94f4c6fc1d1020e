package io.motorpool.sandbox.bench.identity;

import io.motorpool.sandbox.app.MotorpoolProcess;
import io.motorpool.sandbox.bench.Benchmark;
import io.motorpool.sandbox.bench.Compared;
import io.motorpool.sandbox.bench.Effort;
import io.motorpool.sandbox.bench.Machine;
import io.motorpool.sandbox.bench.Measured;
import io.motorpool.sandbox.bench.Measured.Figure;
import io.motorpool.sandbox.ground.Ground;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What it costs to know who asks: at every request, when somebody goes on, and when somebody comes. */
public final class IdentityBenchmark implements Benchmark {

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public String summary() {
        return "verification at every request, sign-in beside bare Argon2id, refresh beside its bare SQL";
    }

    @Override
    public Measured measure(Ground ground, Effort effort) throws Exception {
        try (Hall hall = Hall.on(ground, effort)) {
            ground.out()
                    .println("Measuring the application, process "
                            + hall.node().handle().pid());
            List<Figure> figures = new ArrayList<>();
            if (effort.covers("verification")) {
                figures.addAll(new Verification(hall, ground, effort).measure());
            }
            if (effort.covers("turned-away")) {
                figures.addAll(new TurnedAway(hall, ground, effort).measure());
            }
            if (effort.covers("refresh") || effort.covers("sign-in")) {
                figures.add(BareSignature.measure(Duration.ofSeconds(effort.seconds())));
            }
            List<Compared> compared = new ArrayList<>();
            for (int clients : effort.clients()) {
                if (effort.covers("sign-in")) {
                    compared.add(new SigningIn(hall, ground, effort).measure(clients));
                }
                if (effort.covers("refresh")) {
                    compared.add(new GoingOn(hall, ground, effort).measure(clients));
                }
            }
            return new Measured(setting(hall, effort), compared, figures);
        }
    }

    private static Map<String, String> setting(Hall hall, Effort effort) {
        Map<String, String> setting = new LinkedHashMap<>(Machine.describe());
        setting.put("application", String.join(" ", MotorpoolProcess.JVM_FLAGS));
        setting.put("connections", Integer.toString(effort.pool()));
        setting.put("passwords", "Argon2id, " + new BareArgon2(hall.hash()).effort());
        setting.put(
                "method",
                "closed loop, keep-alive, %d s each after warm-up, one after the other, all on this machine"
                        .formatted(effort.seconds()));
        setting.put(
                "limit of sign-in",
                "the same Argon2id alone, in the process of the client, as many at once as the application lets hash: "
                        + SigningIn.AT_ONCE);
        setting.put(
                "limit of refresh", "the statements that the application sends, as one transaction after the other");
        return setting;
    }
}
