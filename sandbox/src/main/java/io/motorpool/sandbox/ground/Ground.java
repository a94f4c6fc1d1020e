package io.motorpool.sandbox.ground;

import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.app.ApplicationJar;
import io.motorpool.sandbox.app.MotorpoolProcess;
import io.motorpool.sandbox.demo.DemoData;
import io.motorpool.sandbox.demo.DemoWorld;
import io.motorpool.sandbox.files.Folders;
import io.motorpool.sandbox.parts.Parts;
import io.motorpool.sandbox.parts.PostgresPart;
import io.motorpool.sandbox.people.StandIns;
import io.motorpool.sandbox.token.DevelopmentKeys;
import io.motorpool.sandbox.token.TestIssuer;
import io.motorpool.sandbox.token.Tokens;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;

/**
 * A place of one's own for a bench or a drill: durable parts, as many nodes of the packaged application as wanted, and
 * keys. It shares nothing with the running sandbox and begins empty. Whoever starts something there closes it.
 */
public final class Ground {

    private final Path folder;
    private final ApplicationJar application;
    private final DevelopmentKeys keys;
    private final PrintWriter out;

    private Ground(Path folder, ApplicationJar application, DevelopmentKeys keys, PrintWriter out) {
        this.folder = folder;
        this.application = application;
        this.keys = keys;
        this.out = out;
    }

    /** Clears the folder. */
    public static Ground cleared(Path folder, ApplicationJar application, PrintWriter out) {
        boolean _ = PostgresPart.endLeftoverIn(folder.resolve("parts").resolve("postgres"));
        Folders.delete(folder);
        return new Ground(folder, application, DevelopmentKeys.in(folder.resolve("keys")), out);
    }

    /** Durable parts, the same at every call, not started yet. */
    public Parts parts() {
        return Parts.in(folder.resolve("parts"));
    }

    /**
     * A node on these parts, not started yet. Migrate once, and take {@code sibling} for further nodes. It takes the
     * ground's own tokens beside those that it issues itself.
     */
    public MotorpoolProcess node(Parts parts) {
        return MotorpoolProcess.of(application, parts, folder.resolve("runtime"))
                .issuingTokens()
                .afterMigration(() -> TestIssuer.admit(parts.postgres(), keys));
    }

    /** The demo's companies, created through this node. */
    public DemoWorld demoData(MotorpoolProcess node) {
        return new DemoData(Api.at(node.url()), new StandIns(tokens()), Clock.systemUTC()).load();
    }

    public Tokens tokens() {
        return new Tokens(keys);
    }

    public Path folder() {
        return folder;
    }

    /** Where to tell what goes on. */
    public PrintWriter out() {
        return out;
    }
}
