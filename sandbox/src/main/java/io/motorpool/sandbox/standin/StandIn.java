package io.motorpool.sandbox.standin;

import io.motorpool.sandbox.files.AtExit;
import io.motorpool.sandbox.files.Folders;
import io.motorpool.sandbox.files.Ports;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A stand-in in this JVM. What happened lies in one folder and survives stops and crashes, so that anybody can count
 * afterwards.
 *
 * @param <S> what is served
 */
public final class StandIn<S extends Service> implements AutoCloseable {

    private final Path folder;
    private final boolean temporary;
    private final String secret;
    private final Function<Path, S> opening;
    private final Switchboard switchboard = new Switchboard();
    private final Runnable stopAtExit = this::close;
    private int port;
    private @Nullable LocalServer server;
    private @Nullable S service;

    private StandIn(Path folder, boolean temporary, int port, String secret, Function<Path, S> opening) {
        this.folder = Folders.create(folder.toAbsolutePath().normalize());
        this.temporary = temporary;
        this.port = port;
        this.secret = secret;
        this.opening = opening;
    }

    /**
     * Not started yet.
     *
     * @param port 0 for a free one, chosen at the first start and kept for restarts
     * @param secret who does not bring it is not let in
     * @param opening makes the service from its folder
     */
    public static <S extends Service> StandIn<S> in(Path folder, int port, String secret, Function<Path, S> opening) {
        return new StandIn<>(folder, false, port, secret, opening);
    }

    /** The same on a free port; gone with what it kept when it is closed. */
    public static <S extends Service> StandIn<S> temporary(String name, String secret, Function<Path, S> opening) {
        return new StandIn<>(Folders.temporary("motorpool-" + name + "-"), true, 0, secret, opening);
    }

    public synchronized void start() {
        if (server != null) {
            return;
        }
        port = Ports.choose(port);
        S opened = opening.apply(folder);
        try {
            server = LocalServer.on(port, new Door(opened, switchboard, secret));
            service = opened;
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
        if (service != null) {
            service.close();
            service = null;
        }
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

    public URI url() {
        return URI.create("http://localhost:" + port);
    }

    public String secret() {
        return secret;
    }

    /** Faults, for whoever is in the same JVM. */
    public Switchboard switchboard() {
        return switchboard;
    }

    /** What is served, for whoever is in the same JVM. */
    public synchronized S service() {
        if (service == null) {
            throw new IllegalStateException("the stand-in is not started");
        }
        return service;
    }
}
