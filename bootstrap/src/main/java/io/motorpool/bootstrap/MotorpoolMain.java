package io.motorpool.bootstrap;

import io.motorpool.adapters.persistence.Migrations;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Arrays;

/**
 * One artifact, three commands: {@code migrate} brings the database up to date with the owner's role and ends;
 * {@code invite-operator} lets the first operator in and ends; without an argument it serves, with a role that could not
 * migrate if it wanted to (ADR-0010).
 */
@QuarkusMain
public final class MotorpoolMain {

    private MotorpoolMain() {}

    public static void main(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals("migrate")) {
            migrate();
        } else if (arguments.length > 0 && arguments[0].equals(OperatorInvitation.COMMAND)) {
            OperatorInvitation.silence();
            Quarkus.run(OperatorInvitation.class, Arrays.copyOfRange(arguments, 1, arguments.length));
        } else {
            Quarkus.run(arguments);
        }
    }

    private static void migrate() {
        int applied = Migrations.run(
                setting("MOTORPOOL_MIGRATE_URL"),
                setting("MOTORPOOL_MIGRATE_USERNAME"),
                setting("MOTORPOOL_MIGRATE_PASSWORD"),
                setting("MOTORPOOL_MIGRATE_APP_ROLE"));
        System.out.println("migrations applied: " + applied);
    }

    private static String setting(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("set " + name + " to migrate");
        }
        return value;
    }
}
