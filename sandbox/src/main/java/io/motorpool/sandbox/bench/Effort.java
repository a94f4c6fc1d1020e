package io.motorpool.sandbox.bench;

import java.util.List;
import java.util.Set;

/**
 * How thoroughly to measure. A short run shows that everything works; figures to quote need the usual one.
 *
 * @param seconds how long each side of a comparison is asked
 * @param clients how many ask at the same time, one comparison each
 * @param only the names of what is measured; empty for everything
 * @param pool how many connections to the database the application and its limit have
 * @param companies how many companies a month is settled for, where one is
 * @param runs how many runs each of them has in it
 * @param events how many changes of the legacy system are heard, where they are
 */
public record Effort(
        int seconds, List<Integer> clients, Set<String> only, int pool, int companies, int runs, int events) {

    public Effort {
        if (seconds < 1
                || pool < 1
                || companies < 1
                || runs < 1
                || events < 1
                || clients.stream().anyMatch(count -> count < 1)) {
            throw new IllegalArgumentException(
                    "seconds, connections, clients, companies, runs and events are at least one");
        }
        clients = List.copyOf(clients);
        only = Set.copyOf(only);
    }

    public boolean covers(String name) {
        return only.isEmpty() || only.contains(name);
    }
}
