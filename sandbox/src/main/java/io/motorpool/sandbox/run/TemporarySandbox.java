package io.motorpool.sandbox.run;

import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.app.ApplicationJar;
import io.motorpool.sandbox.app.MotorpoolProcess;
import io.motorpool.sandbox.demo.Backstage;
import io.motorpool.sandbox.demo.DemoData;
import io.motorpool.sandbox.demo.DemoWorld;
import io.motorpool.sandbox.demo.Stage;
import io.motorpool.sandbox.files.Folders;
import io.motorpool.sandbox.parts.Parts;
import io.motorpool.sandbox.people.Logins;
import io.motorpool.sandbox.people.People;
import io.motorpool.sandbox.people.Residents;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;

/** A Motorpool with demo data for a single occasion, on free ports. Nothing of it is left when it is closed. */
public final class TemporarySandbox implements AutoCloseable {

    private final Path folder;
    private final People people;
    private final Parts parts;
    private final MotorpoolProcess application;
    private final DemoWorld world;

    private TemporarySandbox(Path folder, People people, Parts parts, MotorpoolProcess application, DemoWorld world) {
        this.folder = folder;
        this.people = people;
        this.parts = parts;
        this.application = application;
        this.world = world;
    }

    /** Returns when it answers. */
    public static TemporarySandbox start(ApplicationJar jar) {
        Path folder = Folders.temporary("motorpool-");
        Parts parts = Parts.temporary();
        MotorpoolProcess application = MotorpoolProcess.of(jar, parts, folder.resolve("runtime"))
                .with("MOTORPOOL_LEGACY_ENABLED", "true")
                .issuingTokens();
        try {
            application.migrate();
            application.start();
            Residents people = new Residents(
                    Api.at(application.url()),
                    parts.mail(),
                    new Logins(folder.resolve("people.json")),
                    Clock.systemUTC());
            people.moveIn(application::inviteFirstOperator);
            DemoWorld world = new DemoData(Api.at(application.url()), people, Clock.systemUTC()).load();
            return new TemporarySandbox(folder, people, parts, application, world);
        } catch (RuntimeException failed) {
            end(application, parts, folder);
            throw failed;
        }
    }

    public Stage stage(PrintWriter out) {
        Backstage backstage = Backstage.of(
                parts.postgres(),
                parts.kafka().bootstrapServers(),
                parts.mail(),
                parts.objects().published(),
                parts.sap().url(),
                parts.telematics().url(),
                parts.gateway().url());
        return new Stage(application.url(), "localhost:" + application.grpcPort(), world, people, backstage, out);
    }

    public Path log() {
        return application.log();
    }

    @Override
    public void close() {
        end(application, parts, folder);
    }

    private static void end(MotorpoolProcess application, Parts parts, Path folder) {
        application.close();
        parts.close();
        Folders.delete(folder);
    }
}
