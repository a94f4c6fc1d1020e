package io.motorpool.bootstrap.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What people and programs send in place of a value. */
final class Nonsense {

    static final List<String> INSTANTS = List.of(
            "tomorrow",
            "",
            "2026-12-01",
            "2026-12-01T09:00:00",
            "2026-02-30T09:00:00Z",
            "2026-12-01T25:00:00Z",
            "2026-12-01T09:00:00+19:00",
            "9999-12-31T23:59:59Z",
            "+999999999-12-31T23:59:59Z",
            "-9999-01-01T00:00:00Z",
            "1796083200");
    static final List<String> DATES = List.of(
            "someday", "", "2026-02-30", "20261201", "01.12.2026", "2026-12-01T00:00:00Z", "9999-12-31", "-9999-01-01");
    static final List<String> IDS = List.of(
            "1", "", "018f6b2e4c1a7d3e9f102b3c4d5e6f70", "{018f6b2e-4c1a-7d3e-9f10-2b3c4d5e6f70}", "' or 1=1 --");
    static final List<String> WORDS = List.of("☃", "", "null");
    private static final List<String> NO_NUMBERS =
            List.of("-1", "0", "1.5", "many", "", "99999999999999999999", "0x10");

    private static final List<String> NO_TEXTS = List.of("12", "true", "{}", "[]", "[\"a\"]");
    private static final List<String> UNCLEAN_TEXTS =
            List.of("\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"a\\udc00b\"");

    private Nonsense() {}

    /** Whatever is no number of this type, or lies beyond the largest. */
    static List<String> insteadOfNumber(JsonNode type) {
        List<String> numbers = new ArrayList<>(NO_NUMBERS);
        numbers.add(Long.toString(type.path("maximum").asLong() + 1));
        return numbers;
    }

    /** JSON that does not belong where a value of this type belongs. */
    static List<String> instead(JsonNode type, JsonNode sample) {
        return switch (type.path("type").asText()) {
            case "object" -> List.of("[]", "\"text\"", "1", "true");
            case "array" -> lists(type, sample);
            case "integer" -> numbers(type, List.of("1.9", "1e400", tooLarge(type), "-9223372036854775809"));
            case "number" -> numbers(type, List.of("NaN", "1e400"));
            case "boolean" -> List.of("\"true\"", "1", "0", "\"\"", "[]", "{}");
            default -> texts(type);
        };
    }

    private static String tooLarge(JsonNode type) {
        return type.path("format").asText().equals("int64") ? "9223372036854775808" : "2147483648";
    }

    private static List<String> lists(JsonNode type, JsonNode sample) {
        List<String> lists = new ArrayList<>(List.of("{}", "\"text\"", "1"));
        if (type.path("minItems").asInt() > 0) {
            lists.add("[]");
        }
        if (type.path("uniqueItems").asBoolean() || type.has("maxItems")) {
            lists.add(SoundRequests.times(sample.get(0), type.path("maxItems").asInt() + 1)
                    .toString());
        }
        return lists;
    }

    private static List<String> numbers(JsonNode type, List<String> more) {
        List<String> numbers = new ArrayList<>(List.of("\"2\"", "\"\"", "true", "{}", "[1]", "9".repeat(100_000)));
        numbers.addAll(more);
        if (type.has("minimum")) {
            numbers.add(Long.toString(type.path("minimum").asLong() - 1));
        }
        if (type.has("maximum")) {
            numbers.add(Long.toString(type.path("maximum").asLong() + 1));
        }
        return numbers;
    }

    private static List<String> texts(JsonNode type) {
        List<String> texts = new ArrayList<>(NO_TEXTS);
        texts.addAll(UNCLEAN_TEXTS);
        texts.add(quoted("a".repeat(100_000)));
        switch (type.path("format").asText()) {
            case "date-time" -> INSTANTS.forEach(each -> texts.add(quoted(each)));
            case "date" -> DATES.forEach(each -> texts.add(quoted(each)));
            case "uuid" -> IDS.forEach(each -> texts.add(quoted(each)));
            default -> {
                if (type.has("pattern") || type.has("enum")) {
                    WORDS.forEach(each -> texts.add(quoted(each)));
                }
            }
        }
        if (type.has("maxLength")) {
            texts.add(quoted("a".repeat(type.path("maxLength").asInt() + 1)));
        }
        if (type.path("minLength").asInt() > 0) {
            texts.addAll(List.of("\"\"", "\" \"", "\" padded\""));
        }
        return texts;
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    static String shortly(String nonsense) {
        return nonsense.length() <= 60 ? nonsense : nonsense.substring(0, 60) + "... (" + nonsense.length() + ")";
    }
}
