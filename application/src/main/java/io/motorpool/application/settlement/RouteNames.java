package io.motorpool.application.settlement;

import io.motorpool.domain.route.Route;
import io.motorpool.domain.route.RouteId;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A company's routes as workbooks name them: by their names, which people know, or by their ids where two have the same name.
 */
final class RouteNames {

    private final Map<RouteId, String> written;
    private final Map<String, RouteId> meant = new HashMap<>();

    RouteNames(List<Route> routes) {
        Map<String, Long> timesUsed =
                routes.stream().collect(Collectors.groupingBy(route -> plain(route.name()), Collectors.counting()));
        written = routes.stream()
                .collect(Collectors.toMap(
                        Route::id,
                        route -> Objects.equals(timesUsed.get(plain(route.name())), 1L)
                                ? route.name()
                                : route.id().toString()));
        routes.forEach(route -> {
            meant.put(route.id().toString(), route.id());
            meant.put(plain(written(route.id())), route.id());
        });
    }

    String written(RouteId route) {
        return Objects.requireNonNullElseGet(written.get(route), route::toString);
    }

    Optional<RouteId> meant(String text) {
        return Optional.ofNullable(meant.get(plain(text)));
    }

    /** Composed as keyboards compose, like the cells of a workbook. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).strip();
    }
}
