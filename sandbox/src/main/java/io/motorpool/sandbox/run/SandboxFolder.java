package io.motorpool.sandbox.run;

import io.motorpool.sandbox.app.IdentitySettings;
import io.motorpool.sandbox.files.Folders;
import io.motorpool.sandbox.parts.MailPart;
import io.motorpool.sandbox.parts.PostgresPart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where everything lies that the sandbox keeps. Git ignores it. */
public record SandboxFolder(Path path) {

    public static SandboxFolder of(Path project) {
        return new SandboxFolder(project.toAbsolutePath().normalize().resolve(".motorpool"));
    }

    /** What the demo's people sign in with. */
    public Path logins() {
        return path.resolve("people.json");
    }

    /** The letters that came. */
    public MailPart mail() {
        return MailPart.in(parts().resolve("mail"), 0);
    }

    /** What the demo created, for those who need its ids. */
    public Path demoFile() {
        return path.resolve("demo.json");
    }

    public Path logs() {
        return runtime().resolve("logs");
    }

    /** What a bench or a drill of this name works in. */
    public Path ground(String name) {
        return path.resolve("ground").resolve(name);
    }

    /** Deletes everything that a demo, a bench or a person put in. What only belongs to a build stays: it is not content. */
    public void empty() {
        try (SandboxLock _ = SandboxLock.on(this)) {
            boolean _ = endLeftovers();
            for (Path content : List.of(parts(), issuer(), logins(), demoFile(), logs(), path.resolve("ground"))) {
                Folders.delete(content);
            }
        }
    }

    /** Ends what a crash of the sandbox left running, and tells whether there was anything. */
    public boolean clearUp() {
        if (!Files.exists(path)) {
            return false;
        }
        try (SandboxLock _ = SandboxLock.on(this)) {
            return endLeftovers();
        }
    }

    /** To be called under the lock: a database that is just starting looks the same. */
    boolean endLeftovers() {
        boolean application =
                SandboxState.in(this).map(SandboxState::endApplication).orElse(false);
        boolean database = PostgresPart.endLeftoverIn(parts().resolve("postgres"));
        Folders.delete(stateFile());
        return application || database;
    }

    /** The database of the sandbox that runs now, for those who look behind the scenes. */
    public PostgresPart postgres(int port) {
        return PostgresPart.in(parts().resolve("postgres"), port);
    }

    /** The issuer's private keys. */
    private Path issuer() {
        return IdentitySettings.issuer(runtime());
    }

    Path parts() {
        return path.resolve("parts");
    }

    Path runtime() {
        return path.resolve("runtime");
    }

    Path applicationCopies() {
        return path.resolve("application");
    }

    Path stateFile() {
        return path.resolve("sandbox.json");
    }

    /** What the sandbox says while it starts. */
    Path progress() {
        return logs().resolve("up.log");
    }

    /** What the libraries inside the sandbox have to complain about. */
    Path log() {
        return logs().resolve("sandbox.log");
    }
}
