package io.motorpool.adapters.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement as the driver wants it, with numbers for names. There are as many as there are in the code, so each is
 * translated once.
 *
 * @param names the parameters by number, from the first; one that is named twice has one number
 */
record Positional(String sql, List<String> names) {

    /** A name, but neither the second colon of a cast nor anything within quotes. */
    private static final Pattern NAME_OR_TEXT = Pattern.compile("'[^']*'|(?<!:):([A-Za-z][A-Za-z0-9]*)");

    private static final Map<String, Positional> KNOWN = new ConcurrentHashMap<>();

    Positional {
        names = List.copyOf(names);
    }

    static Positional of(String named) {
        return KNOWN.computeIfAbsent(named, Positional::translate);
    }

    private static Positional translate(String named) {
        List<String> names = new ArrayList<>();
        String sql = NAME_OR_TEXT.matcher(named).replaceAll(found -> {
            String name = found.group(1);
            return Matcher.quoteReplacement(name == null ? found.group() : "$" + number(names, name));
        });
        return new Positional(sql, names);
    }

    private static int number(List<String> names, String name) {
        if (!names.contains(name)) {
            names.add(name);
        }
        return names.indexOf(name) + 1;
    }

    Object[] inOrder(Map<String, ?> parameters) {
        if (parameters.size() != names.size()) {
            throw new IllegalArgumentException("%s takes %s, not %s".formatted(sql, names, parameters.keySet()));
        }
        Object[] values = new Object[names.size()];
        for (int i = 0; i < values.length; i++) {
            Object value = parameters.get(names.get(i));
            if (value == null) {
                throw new IllegalArgumentException("%s takes %s, not %s".formatted(sql, names, parameters.keySet()));
            }
            values[i] = value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
        }
        return values;
    }
}
