package io.motorpool.sandbox.parts;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;

/** The JVM that a test kills: starts the parts, writes a row and a message, says so and waits. */
final class PartsHolder {

    static final String READY = "ready";

    private PartsHolder() {}

    public static void main(String[] arguments) throws Exception {
        Parts parts = Parts.in(Path.of(arguments[0]));
        parts.start();
        try (Connection connection = parts.postgres().connect(parts.postgres().owner());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept(word text)");
            statement.execute("INSERT INTO kept VALUES ('row')");
        }
        Messages.send(parts.kafka(), "kept", "message");
        System.out.println(READY);
        new CountDownLatch(1).await();
    }
}
