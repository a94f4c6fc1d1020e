package io.motorpool.sandbox.bench.reservation;

import io.motorpool.sandbox.bench.reservation.Fleet.Wish;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.UUID;

/** Whom one asks: the application, or the database with what the application would ask of it. */
interface Side {

    /** How many reservations one page of a search has. */
    int PAGE = 20;

    /** Answers whether the wish was granted; fails when it was refused for another reason than that somebody was faster. */
    Future<Boolean> reserve(Wish wish, String key);

    Future<?> read(int reservation);

    Future<?> availability(int vehicle, Instant from, Instant until);

    Future<?> search(UUID company, int vehicle, Instant from, Instant until);
}
