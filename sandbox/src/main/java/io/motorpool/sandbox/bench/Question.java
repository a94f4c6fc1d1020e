package io.motorpool.sandbox.bench;

import io.vertx.core.Future;

/** Asks once. The future fails when the answer is not the one that it should be. */
@FunctionalInterface
public interface Question {

    Future<?> ask(int client);
}
