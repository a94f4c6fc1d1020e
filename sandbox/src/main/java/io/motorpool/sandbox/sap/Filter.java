package io.motorpool.sandbox.sap;

import io.motorpool.sandbox.sap.EntityType.Property;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code $filter}: comparisons, {@code startswith}, {@code substringof}, {@code and}, {@code or}, {@code not}, brackets. */
final class Filter {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*((?:datetime|time)?'(?:[^']|'')*'|[()]|,|-?[0-9][0-9.]*M?|[A-Za-z_][A-Za-z0-9_/]*)");

    private final EntityType type;
    private final List<String> tokens;
    private int next;

    private Filter(EntityType type, List<String> tokens) {
        this.type = type;
        this.tokens = tokens;
    }

    static Predicate<Entity> of(EntityType type, String expression) {
        Filter filter = new Filter(type, tokens(expression));
        Predicate<Entity> predicate = filter.or();
        if (filter.next < filter.tokens.size()) {
            throw invalid(expression);
        }
        return predicate;
    }

    private static List<String> tokens(String expression) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(expression);
        int end = 0;
        while (end < expression.length() && matcher.find(end) && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (!expression.substring(end).isBlank()) {
            throw invalid(expression);
        }
        return tokens;
    }

    private Predicate<Entity> or() {
        Predicate<Entity> left = and();
        while (accept("or")) {
            left = left.or(and());
        }
        return left;
    }

    private Predicate<Entity> and() {
        Predicate<Entity> left = single();
        while (accept("and")) {
            left = left.and(single());
        }
        return left;
    }

    private Predicate<Entity> single() {
        if (accept("not")) {
            return single().negate();
        }
        if (accept("(")) {
            Predicate<Entity> inner = or();
            expect(")");
            return inner;
        }
        String word = take();
        return switch (word) {
            case "startswith" -> startsWith();
            case "substringof" -> substringOf();
            default -> comparison(property(word));
        };
    }

    private Predicate<Entity> startsWith() {
        expect("(");
        Property property = property(take());
        expect(",");
        String start = (String) literal(property, take());
        expect(")");
        return entity -> entity.text(property.name()).startsWith(start);
    }

    private Predicate<Entity> substringOf() {
        expect("(");
        String part = take();
        expect(",");
        Property property = property(take());
        expect(")");
        String wanted = (String) literal(property, part);
        return entity -> entity.text(property.name()).contains(wanted);
    }

    private Predicate<Entity> comparison(Property property) {
        IntPredicate test =
                switch (take()) {
                    case "eq" -> sign -> sign == 0;
                    case "ne" -> sign -> sign != 0;
                    case "gt" -> sign -> sign > 0;
                    case "ge" -> sign -> sign >= 0;
                    case "lt" -> sign -> sign < 0;
                    case "le" -> sign -> sign <= 0;
                    default -> throw invalid(property.name());
                };
        Object wanted = literal(property, take());
        return entity -> test.test(compare(entity.value(property.name()), wanted));
    }

    private static int compare(@Nullable Object stored, Object wanted) {
        return switch (wanted) {
            case String text -> (stored instanceof String other ? other : "").compareTo(text);
            case BigDecimal number -> (stored instanceof BigDecimal other ? other : BigDecimal.ZERO).compareTo(number);
            case LocalDateTime time -> stored instanceof LocalDateTime other ? other.compareTo(time) : -1;
            case LocalTime time -> stored instanceof LocalTime other ? other.compareTo(time) : -1;
            case Boolean flag -> Boolean.compare(Boolean.TRUE.equals(stored), flag);
            default -> throw new IllegalStateException("no order for " + wanted);
        };
    }

    private Property property(String name) {
        return type.property(name).orElseThrow(() -> SapRefusal.invalidProperty(name, type.name()));
    }

    private static Object literal(Property property, String token) {
        try {
            return property.type().parseLiteral(token);
        } catch (IllegalArgumentException _) {
            throw SapRefusal.bad("/IWBEP/CM_MGW_RT/176", "Invalid literal for property %s".formatted(property.name()));
        }
    }

    private boolean accept(String token) {
        boolean accepted = next < tokens.size() && tokens.get(next).equals(token);
        if (accepted) {
            next++;
        }
        return accepted;
    }

    private void expect(String token) {
        if (!accept(token)) {
            throw invalid(token);
        }
    }

    private String take() {
        if (next == tokens.size()) {
            throw invalid("end");
        }
        next++;
        return tokens.get(next - 1);
    }

    private static SapRefusal invalid(String where) {
        return SapRefusal.bad(
                "/IWBEP/CM_MGW_RT/022",
                "Invalid system query option: $filter (%s)".formatted(where.toLowerCase(Locale.ROOT)));
    }
}
