package io.motorpool.sandbox.sap;

import io.motorpool.sandbox.files.AtExit;
import io.motorpool.sandbox.files.Folders;
import io.motorpool.sandbox.files.Ports;
import io.motorpool.sandbox.standin.LocalServer;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The stand-in for SAP in this JVM. What was stored lies in one folder and survives stops and crashes, so that anybody can
 * count the documents afterwards; sessions do not, as in SAP.
 */
public final class SapPart implements AutoCloseable {

    private final Path folder;
    private final boolean temporary;
    private final Switchboard switchboard = new Switchboard();
    private final Sessions sessions = new Sessions();
    private final Runnable stopAtExit = this::close;
    private int port;
    private @Nullable LocalServer server;
    private @Nullable Records records;

    private SapPart(Path folder, int port, boolean temporary) {
        this.folder = Folders.create(folder.toAbsolutePath().normalize());
        this.port = port;
        this.temporary = temporary;
    }

    /**
     * With kept documents, not started yet.
     *
     * @param port 0 for a free one, chosen at the first start and kept for restarts of this part
     */
    public static SapPart in(Path folder, int port) {
        return new SapPart(folder, port, false);
    }

    /** Started, for one test class; gone with its documents when it is closed. */
    public static SapPart temporary() {
        SapPart part = temporaryNotStarted();
        part.start();
        return part;
    }

    public static SapPart temporaryNotStarted() {
        return new SapPart(Folders.temporary("motorpool-sap-"), 0, true);
    }

    public synchronized void start() {
        if (server != null) {
            return;
        }
        port = Ports.choose(port);
        Records opened = Records.in(journal(), types());
        try {
            server = LocalServer.on(port, gateway(opened));
            records = opened;
            AtExit.run(stopAtExit);
        } catch (UncheckedIOException failed) {
            opened.close();
            throw failed;
        }
    }

    /** Ends it at once; requests that are under way are neither done nor answered any more. */
    public synchronized void stop() {
        AtExit.forget(stopAtExit);
        if (server != null) {
            server.stop();
            server = null;
        }
        if (records != null) {
            records.close();
            records = null;
        }
        sessions.forget();
    }

    public void restart() {
        stop();
        start();
    }

    @Override
    public void close() {
        stop();
        if (temporary) {
            Folders.delete(folder);
        }
    }

    public synchronized boolean isRunning() {
        return server != null;
    }

    public int port() {
        return port;
    }

    /** Under which the services lie. */
    public URI url() {
        return URI.create("http://localhost:%d/sap/opu/odata/sap".formatted(port));
    }

    /** What was stored, a line each, in the order in which it was: for whoever looks from outside. */
    public Path journal() {
        return folder.resolve("documents.journal");
    }

    public SapUser user() {
        return SapUser.OF_STAND_IN;
    }

    /** Faults, for whoever is in the same JVM. */
    public Switchboard switchboard() {
        return switchboard;
    }

    private static Map<String, EntityType> types() {
        return Map.of(
                Equipment.SET,
                Catalogue.EQUIPMENT,
                Catalogue.DEBIT.set(),
                Catalogue.DEBIT.type(),
                Catalogue.CREDIT.set(),
                Catalogue.CREDIT.type());
    }

    private Gateway gateway(Records kept) {
        Clock clock = Clock.systemUTC();
        Map<String, Service> services = Stream.of(
                        Service.of(new MemoRequests(Catalogue.DEBIT, kept, switchboard, clock), kept),
                        Service.of(new MemoRequests(Catalogue.CREDIT, kept, switchboard, clock), kept),
                        Service.of(new Equipment(kept, clock), kept))
                .collect(Collectors.toMap(Service::name, service -> service, (one, _) -> one, LinkedHashMap::new));
        return new Gateway(services, sessions, switchboard, SapUser.OF_STAND_IN, "http://localhost:" + port);
    }
}
