package io.motorpool.domain.settlement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Writes and reads JSON in the one form that RFC 8785 allows: no space, names in order, the shortest escapes. The reader
 * takes nothing else, so a text that it takes is what the writer would write again.
 */
final class CanonicalJson {

    private static final String HEX = "0123456789abcdef";
    private static final int DEEPEST = 32;

    private final String text;
    private int at;
    private int depth;

    private CanonicalJson(String text) {
        this.text = text;
    }

    static String write(Json value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(Json value, StringBuilder out) {
        switch (value) {
            case Json.Text(var string) -> quote(string, out);
            case Json.Whole(var number) -> out.append(number);
            case Json.Truth(var truth) -> out.append(truth);
            case Json.Array(var items) -> writeAll(items, out);
            case Json.Object(var members) -> writeAll(members, out);
        }
    }

    private static void writeAll(List<Json> items, StringBuilder out) {
        String separator = "";
        out.append('[');
        for (Json item : items) {
            out.append(separator);
            write(item, out);
            separator = ",";
        }
        out.append(']');
    }

    private static void writeAll(Map<String, Json> members, StringBuilder out) {
        String separator = "";
        out.append('{');
        for (Map.Entry<String, Json> member : members.entrySet()) {
            out.append(separator);
            quote(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out);
            separator = ",";
        }
        out.append('}');
    }

    private static void quote(String string, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < string.length(); i++) {
            char unit = string.charAt(i);
            if (isHalfAlone(string, i)) {
                throw new IllegalArgumentException("half of a surrogate pair cannot be written");
            }
            escape(unit, out);
        }
        out.append('"');
    }

    private static boolean isHalfAlone(String string, int i) {
        char unit = string.charAt(i);
        if (Character.isHighSurrogate(unit)) {
            return i + 1 == string.length() || !Character.isLowSurrogate(string.charAt(i + 1));
        }
        return Character.isLowSurrogate(unit) && (i == 0 || !Character.isHighSurrogate(string.charAt(i - 1)));
    }

    private static void escape(char unit, StringBuilder out) {
        switch (unit) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (unit < ' ') {
                    out.append("\\u00").append(HEX.charAt(unit >> 4)).append(HEX.charAt(unit & 0xf));
                } else {
                    out.append(unit);
                }
            }
        }
    }

    /** @throws IllegalArgumentException when the text is not canonical, with the place where it stops to be */
    static Json read(String text) {
        CanonicalJson reader = of(text);
        Json value = reader.value();
        reader.end();
        return value;
    }

    /** For who reads a long text part by part, and does not keep all of them; it fails as {@link #read} does. */
    static CanonicalJson of(String text) {
        return new CanonicalJson(text);
    }

    /** The value that comes next. */
    Json value() {
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> new Json.Text(string());
            case 't' -> truth("true", true);
            case 'f' -> truth("false", false);
            default -> new Json.Whole(whole());
        };
    }

    /** The object that comes next: whoever is told the name of a member reads its value before the next one is told. */
    void members(Consumer<String> member) {
        String before = null;
        begin('{');
        if (!skip('}')) {
            do {
                String name = string();
                if (before != null && before.compareTo(name) >= 0) {
                    throw unexpected();
                }
                expect(':');
                member.accept(name);
                before = name;
            } while (skip(','));
            expect('}');
        }
        depth--;
    }

    /** The list that comes next: whoever is told of an item reads it before the next one is told. */
    void items(Runnable item) {
        begin('[');
        if (!skip(']')) {
            do {
                item.run();
            } while (skip(','));
            expect(']');
        }
        depth--;
    }

    /** The object that comes next, of which all members are known: each is asked for by its name, in their order. */
    void open() {
        begin('{');
    }

    void close() {
        expect('}');
        depth--;
    }

    String text(String name) {
        name(name);
        return string();
    }

    long whole(String name) {
        name(name);
        return whole();
    }

    /** @param name one without anything that would be escaped */
    void name(String name) {
        if (text.charAt(at - 1) != '{') {
            expect(',');
        }
        expect('"');
        if (!text.startsWith(name, at)) {
            throw unexpected();
        }
        at += name.length();
        expect('"');
        expect(':');
    }

    /** Behind the one value that a text has. */
    void end() {
        if (at != text.length()) {
            throw unexpected();
        }
    }

    private void begin(char bracket) {
        expect(bracket);
        depth++;
        if (depth > DEEPEST) {
            throw unexpected();
        }
    }

    private Json object() {
        SortedMap<String, Json> members = new TreeMap<>();
        members(name -> members.put(name, value()));
        return new Json.Object(members);
    }

    private Json array() {
        List<Json> items = new ArrayList<>();
        items(() -> items.add(value()));
        return new Json.Array(items);
    }

    private Json truth(String word, boolean value) {
        if (!text.startsWith(word, at)) {
            throw unexpected();
        }
        at += word.length();
        return new Json.Truth(value);
    }

    private long whole() {
        int from = at;
        boolean negative = skip('-');
        boolean zero = skip('0');
        while (!zero && at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        if (at - from > 17 || at == from || negative && (zero || at == from + 1)) {
            throw unexpected();
        }
        return Long.parseLong(text, from, at, 10);
    }

    private static boolean isDigit(char unit) {
        return unit >= '0' && unit <= '9';
    }

    /** Mostly there is nothing to escape in it, so it is taken as it stands. */
    private String string() {
        expect('"');
        int from = at;
        while (isPlain(peek())) {
            at++;
        }
        return skip('"') ? text.substring(from, at - 1) : escapedString(from);
    }

    private String escapedString(int from) {
        StringBuilder string = new StringBuilder(text.substring(from, at));
        while (!skip('"')) {
            int place = at;
            char unit = next();
            if (unit < ' ' || isHalfAlone(text, place)) {
                throw unexpected();
            }
            string.append(unit == '\\' ? escaped() : unit);
        }
        return string.toString();
    }

    private static boolean isPlain(char unit) {
        return unit >= ' ' && unit != '"' && unit != '\\' && !Character.isSurrogate(unit);
    }

    private char escaped() {
        char unit = next();
        return switch (unit) {
            case '"', '\\' -> unit;
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'u' -> control();
            default -> throw unexpected();
        };
    }

    /** One that has no shorter escape, in small letters. */
    private char control() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = HEX.indexOf(next());
            if (digit < 0) {
                throw unexpected();
            }
            code = code * 16 + digit;
        }
        if (code >= ' ' || "\b\t\n\f\r".indexOf(code) >= 0) {
            throw unexpected();
        }
        return (char) code;
    }

    private char peek() {
        if (at >= text.length()) {
            throw unexpected();
        }
        return text.charAt(at);
    }

    private char next() {
        char unit = peek();
        at++;
        return unit;
    }

    private boolean skip(char wanted) {
        boolean there = peek() == wanted;
        if (there) {
            at++;
        }
        return there;
    }

    private void expect(char wanted) {
        if (!skip(wanted)) {
            throw unexpected();
        }
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException("not canonical JSON at character %d".formatted(at));
    }
}
