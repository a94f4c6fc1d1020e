package io.motorpool.sandbox.sap;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What follows the question mark. */
record Query(Map<String, String> options) {

    private static final Set<String> KNOWN =
            Set.of("$filter", "$select", "$top", "$skip", "$expand", "$format", "$inlinecount");

    static Query of(@Nullable String raw) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String pair : raw == null || raw.isEmpty() ? new String[0] : raw.split("&")) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (name.startsWith("$") && !KNOWN.contains(name)) {
                throw SapRefusal.bad("/IWBEP/CM_MGW_RT/022", "Invalid system query option: " + name);
            }
            if (options.put(name, equals < 0 ? "" : decoded(pair.substring(equals + 1))) != null) {
                throw SapRefusal.bad("/IWBEP/CM_MGW_RT/022", "System query option twice: " + name);
            }
        }
        return new Query(options);
    }

    /** As in an address, where a plus means a space. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw SapRefusal.bad("/IWBEP/CM_MGW_RT/022", "Invalid encoding");
        }
    }

    boolean asksForJson() {
        return "json".equals(options.get("$format"));
    }

    boolean counts() {
        return "allpages".equals(options.get("$inlinecount"));
    }

    Predicate<Entity> filter(EntityType type) {
        String filter = options.get("$filter");
        return filter == null ? _ -> true : Filter.of(type, filter);
    }

    List<Entity> page(List<Entity> found) {
        return found.stream()
                .skip(number("$skip", 0))
                .limit(number("$top", Integer.MAX_VALUE))
                .toList();
    }

    private int number(String option, int otherwise) {
        String given = options.get(option);
        if (given == null) {
            return otherwise;
        }
        try {
            return Integer.parseUnsignedInt(given);
        } catch (NumberFormatException _) {
            throw SapRefusal.bad("/IWBEP/CM_MGW_RT/022", "Invalid system query option: " + option);
        }
    }

    /** Empty for everything. */
    List<String> selected(EntityType type) {
        List<String> selected = list("$select");
        selected.stream()
                .filter(name -> !name.equals("*")
                        && type.property(name).isEmpty()
                        && !type.children().containsKey(name.split("/")[0]))
                .findFirst()
                .ifPresent(name -> {
                    throw SapRefusal.invalidProperty(name, type.name());
                });
        return selected.contains("*") ? List.of() : selected;
    }

    /** Ways to follow, each with what shall be followed from there. */
    List<String> expanded(EntityType type) {
        List<String> expanded = list("$expand");
        expanded.forEach(way -> check(type, way));
        return expanded;
    }

    private static void check(EntityType type, String way) {
        EntityType at = type;
        for (String step : way.split("/")) {
            EntityType child = at.children().get(step);
            if (child == null) {
                throw SapRefusal.bad(
                        "/IWBEP/CM_MGW_RT/023", "Invalid navigation %s of type %s".formatted(step, at.name()));
            }
            at = child;
        }
    }

    private List<String> list(String option) {
        return Stream.of(options.getOrDefault(option, "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
