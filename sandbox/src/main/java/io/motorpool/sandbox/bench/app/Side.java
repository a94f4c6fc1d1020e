package io.motorpool.sandbox.bench.app;

import io.vertx.core.Future;

/** Whom one asks: the application by one of its edges, or the database with what the application would ask of it. */
interface Side {

    /** How many vehicles one page has. */
    int PAGE = 20;

    Future<?> list(Town.Look look);

    Future<?> map(Town.Box box);
}
