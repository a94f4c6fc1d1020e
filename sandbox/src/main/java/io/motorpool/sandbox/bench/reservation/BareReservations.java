package io.motorpool.sandbox.bench.reservation;

import static java.util.Objects.requireNonNull;

import io.motorpool.sandbox.bench.BareServer;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Reads of reservations, bare. */
final class BareReservations implements BareServer.Questions {

    private static final Duration LONGEST = Duration.ofDays(30).plusMinutes(10);

    private final Pool pool;
    private final UUID company;

    private BareReservations(Pool pool, UUID company) {
        this.pool = pool;
        this.company = company;
    }

    public static void main(String... arguments) {
        BareServer.listen(BareReservations::new);
    }

    @Override
    public Future<RowSet<Row>> ask(HttpServerRequest request) {
        String asked = requireNonNull(request.path());
        String[] path = asked.split("/", -1);
        if (asked.endsWith("/availability")) {
            return pool.preparedQuery(Statements.AVAILABILITY)
                    .execute(
                            Tuple.of(at(request, "start"), at(request, "end"), UUID.fromString(path[path.length - 2])));
        }
        if (asked.endsWith("/reservations")) {
            OffsetDateTime from = at(request, "from");
            return pool.preparedQuery(Statements.SEARCH)
                    .execute(Tuple.of(
                            company,
                            UUID.fromString(request.getParam("vehicle")),
                            from,
                            from.minus(LONGEST),
                            at(request, "until"),
                            Integer.parseInt(request.getParam("limit")) + 1));
        }
        return pool.preparedQuery(Statements.ONE_RESERVATION).execute(Tuple.of(UUID.fromString(path[path.length - 1])));
    }

    private static OffsetDateTime at(HttpServerRequest request, String parameter) {
        return Instant.parse(request.getParam(parameter)).atOffset(ZoneOffset.UTC);
    }
}
