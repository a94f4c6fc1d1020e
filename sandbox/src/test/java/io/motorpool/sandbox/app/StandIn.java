package io.motorpool.sandbox.app;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** The smallest application that keeps to the contract of the real one: two commands, its settings in the environment. */
public final class StandIn {

    private StandIn() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 1 && arguments[0].equals("migrate")) {
            migrate();
            return;
        }
        if (System.getenv("STAND_IN_FAILS") != null) {
            System.out.println("The stand-in was told to fail");
            System.exit(7);
        }
        HttpServer server = HttpServer.create(
                new InetSocketAddress("localhost", Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"))), 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("The stand-in ends in order")));
        server.start();
        System.out.println("The stand-in works as " + System.getenv("QUARKUS_DATASOURCE_USERNAME"));
    }

    private static void migrate() throws Exception {
        System.out.println("The stand-in migrates " + System.getenv("MOTORPOOL_MIGRATE_URL") + " as "
                + System.getenv("MOTORPOOL_MIGRATE_USERNAME") + " for " + System.getenv("MOTORPOOL_MIGRATE_APP_ROLE"));
        if (System.getenv("STAND_IN_MIGRATED") != null) {
            Files.writeString(Path.of(System.getenv("STAND_IN_MIGRATED")), "yes");
        }
    }
}
