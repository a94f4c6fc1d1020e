package io.motorpool.sandbox.bench;

import java.time.Duration;

/** Processor time of everybody who had a part in it. The client's process is this one, which also runs the broker. */
public record Cost(Duration application, Duration database, Duration client) {

    static final Cost NOTHING = new Cost(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    Cost plus(Cost other) {
        return new Cost(application.plus(other.application), database.plus(other.database), client.plus(other.client));
    }

    public Cost minus(Cost other) {
        return new Cost(
                application.minus(other.application), database.minus(other.database), client.minus(other.client));
    }
}
