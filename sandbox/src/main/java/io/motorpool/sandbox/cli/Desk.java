package io.motorpool.sandbox.cli;

import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.app.ApplicationJar;
import io.motorpool.sandbox.demo.DemoWorld;
import io.motorpool.sandbox.people.Logins;
import io.motorpool.sandbox.people.People;
import io.motorpool.sandbox.people.Residents;
import io.motorpool.sandbox.run.SandboxException;
import io.motorpool.sandbox.run.SandboxFolder;
import io.motorpool.sandbox.run.SandboxState;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What every command works with: the project, the sandbox's folder, and where to write. */
record Desk(Path project, PrintWriter out, PrintWriter err) {

    SandboxFolder folder() {
        return SandboxFolder.of(project);
    }

    ApplicationJar application() {
        return ApplicationJar.builtIn(project);
    }

    /** The given address, or that of the sandbox that runs now. */
    URI url(@Nullable URI given) {
        if (given != null) {
            return given;
        }
        return SandboxState.running(folder())
                .map(SandboxState::url)
                .orElseThrow(() -> new SandboxException("The sandbox is not running. Start it: ./motorpool up"));
    }

    DemoWorld world() {
        return DemoWorld.in(folder().demoFile()).orElseThrow(Desk::notUpYet);
    }

    /** The demo's people, as the sandbox that runs now knows them. */
    People people() {
        if (!logins().exist()) {
            throw notUpYet();
        }
        return new Residents(Api.at(url(null)), folder().mail(), logins(), Clock.systemUTC());
    }

    Logins logins() {
        return new Logins(folder().logins());
    }

    private static SandboxException notUpYet() {
        return new SandboxException("There are no people and no demo data yet. Start the sandbox once: ./motorpool up");
    }
}
