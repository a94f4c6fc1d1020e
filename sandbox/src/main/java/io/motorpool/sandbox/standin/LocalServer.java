package io.motorpool.sandbox.standin;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server in this JVM that only this machine reaches, with a thread for each request. */
public final class LocalServer {

    static {
        // Without it every answer on a kept connection waits for the other side's delayed acknowledgement.
        var _ = System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads;

    private LocalServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /** Listens from now on. */
    public static LocalServer on(int port, HttpHandler handler) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
            ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
            server.setExecutor(threads);
            var _ = server.createContext("/", handler);
            server.start();
            return new LocalServer(server, threads);
        } catch (IOException failed) {
            throw new UncheckedIOException("a stand-in cannot listen on port " + port, failed);
        }
    }

    /** Ends it at once; requests that are under way are neither done nor answered any more. */
    public void stop() {
        server.stop(0);
        var _ = threads.shutdownNow();
    }
}
