package io.motorpool.bootstrap.drill;

import io.motorpool.bootstrap.RunningSystem;
import io.motorpool.sandbox.app.ApplicationJar;
import io.motorpool.sandbox.drill.Drill;
import io.motorpool.sandbox.ground.Ground;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A drill, shortened: enough to see a promise break in the suite. {@code ./motorpool drill} holds it in full. Each has parts
 * of its own, because it breaks them.
 */
final class Shortened {

    private Shortened() {}

    /** What was found. */
    static List<String> hold(Drill drill) throws Exception {
        PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
        out.println("drill " + drill.name());
        Path folder = Path.of("target", "drills", drill.name()).toAbsolutePath();
        return drill.hold(Ground.cleared(folder, ApplicationJar.builtIn(RunningSystem.project()), out));
    }
}
