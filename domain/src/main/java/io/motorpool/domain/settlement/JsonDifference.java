package io.motorpool.domain.settlement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The first place at which two documents differ, in the order in which they are written.
 *
 * @param path a JSON pointer (RFC 6901)
 * @param left what the one says there; {@code absent} if nothing
 * @param right what the other says there
 */
public record JsonDifference(String path, String left, String right) {

    private static final String ABSENT = "absent";

    static Optional<JsonDifference> first(Json left, Json right) {
        return first("", left, right);
    }

    private static Optional<JsonDifference> first(String path, @Nullable Json left, @Nullable Json right) {
        if (left instanceof Json.Object(var ours) && right instanceof Json.Object(var theirs)) {
            return ofObjects(path, ours, theirs);
        }
        if (left instanceof Json.Array(var ours) && right instanceof Json.Array(var theirs)) {
            return ofArrays(path, ours, theirs);
        }
        boolean same = left != null && left.equals(right);
        return same ? Optional.empty() : Optional.of(new JsonDifference(path, said(left), said(right)));
    }

    private static Optional<JsonDifference> ofObjects(String path, Map<String, Json> ours, Map<String, Json> theirs) {
        TreeSet<String> names = new TreeSet<>(ours.keySet());
        names.addAll(theirs.keySet());
        return names.stream()
                .flatMap(name -> first(path + "/" + escaped(name), ours.get(name), theirs.get(name)).stream())
                .findFirst();
    }

    private static Optional<JsonDifference> ofArrays(String path, List<Json> ours, List<Json> theirs) {
        for (int i = 0; i < Math.max(ours.size(), theirs.size()); i++) {
            Optional<JsonDifference> difference = first(path + "/" + i, at(ours, i), at(theirs, i));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static @Nullable Json at(List<Json> items, int i) {
        return i < items.size() ? items.get(i) : null;
    }

    private static String said(@Nullable Json value) {
        return value == null ? ABSENT : CanonicalJson.write(value);
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
