package io.motorpool.sandbox.fuzz.make;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Odd values as they stand in JSON, some of which no operation may ever take. */
final class Literals {

    private static final List<String> BROKEN_TEXT = List.of(
            "\"a\\u0000b\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"x\\udc00y\"",
            "\"\\udc00\\ud800\"",
            "\"\\u0007bell\"",
            "\"line\\nbreak\"",
            "\"\\u0085\"",
            "\"\\uffff\"");
    private static final List<String> NO_JSON = List.of(
            "NaN",
            "-Infinity",
            "01",
            "+1",
            "0x10",
            "1.",
            ".5",
            "'single'",
            "undefined",
            "tru",
            "\"\\x41\"",
            "\"open",
            "\"tab\there\"");
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "-1",
            "1",
            "1.5",
            "1.0",
            "1e0",
            "46",
            "241",
            "181.5",
            "-90.0000001",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9007199254740993",
            "9223372036854775808",
            "1e400",
            "1E-400",
            "9".repeat(29),
            "9".repeat(31),
            "9".repeat(50_000),
            "0." + "1".repeat(40));
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            " padded ",
            "\u3000",
            "\u200b",
            "\u202e",
            "0",
            "2",
            "true",
            "null",
            "a",
            "가",
            "e\u0301",
            "👨‍👩‍👧‍👦",
            "ﷺ",
            "Z".repeat(60),
            "Z".repeat(61),
            "𠮷".repeat(60),
            "𠮷".repeat(61),
            "y".repeat(500),
            "y".repeat(501),
            "x".repeat(10_000),
            "x".repeat(10_001),
            "<script>alert(1)</script>",
            "' OR 1=1 --",
            "${jndi:ldap://localhost/x}",
            "%s%n%d",
            "../../etc/passwd",
            "12가345",
            "서울12가34567",
            "１２가3456",
            "KMHL14JA5PA12345O",
            "kmhl14ja5pa123456",
            "ß".repeat(17),
            "120-81-47522",
            "１２０-81-47521",
            "0000000000",
            "000-00-00000",
            "---");
    private static final List<String> TIMES = List.of(
            "9999-12-31T23:59:59Z",
            "9999-12-31T23:59:59.999999999+18:00",
            "+1000000000-01-01T00:00:00Z",
            "-0001-01-01T00:00:00Z",
            "0000-01-01T00:00:00Z",
            "1969-12-31T23:59:59Z",
            "1999-12-31T23:59:59Z",
            "2099-12-31T23:59:59Z",
            "2026-02-30T00:00:00Z",
            "2026-12-01T09:00:00",
            "2026-12-01T09:00+09:00",
            "2026-12-01T09:00:00+99:00",
            "2026-12-01T24:00:00Z",
            "2026-12-01T09:00:60Z",
            "2016-12-31T23:59:60Z",
            "2026-12-01t09:00:00z",
            "2026-12-01 09:00:00Z",
            "2026-12-01T09:00:00.123456789012Z",
            "2026-12-01T09:00:00-00:00",
            "2026-12-01T09:00:00+0900",
            "2026-12-01T09:00:00+09:00[Asia/Seoul]",
            "now",
            "9999-12-31",
            "0000-00-00",
            "2027-02-29",
            "2026-1-1",
            "+12026-01-01",
            "2100-01-01",
            "24:00",
            "9:00",
            "09:00:00",
            "09:00:01",
            "23:59:60",
            "00:00",
            "noon",
            "1764547200");
    private static final List<String> SHAPES = List.of(
            "null",
            "true",
            "false",
            "[]",
            "{}",
            "[[]]",
            "[null]",
            "{\"a\":1}",
            "[{}]",
            "{\"\":null}",
            "[1,\"a\",null]");
    private static final List<String> WORDS = List.of(
            "ACTIVE",
            "active",
            "UNKNOWN",
            "RESERVED ",
            "COMPANY_ADMIN",
            "member",
            "MEMBER",
            "SCHEDULER",
            "TIMER",
            "MONDAY",
            "monday",
            "PREPAID",
            "BUFFER",
            "RESERVATION");

    private final Dice dice;

    Literals(Dice dice) {
        this.dice = dice;
    }

    /**
     * @param never why no operation may take it; empty when some may
     */
    record Literal(String json, Optional<String> never) {}

    Literal any() {
        return switch (dice.below(12)) {
            case 0, 1 -> new Literal(dice.pick(BROKEN_TEXT), Optional.of("text with broken characters"));
            case 2 -> new Literal(dice.pick(NO_JSON), Optional.of("what is no JSON"));
            case 3, 4 -> neutral(dice.pick(NUMBERS));
            case 5, 6 -> text(dice.pick(TEXTS));
            case 7 -> text(dice.pick(TIMES));
            case 8 -> neutral(dice.pick(SHAPES));
            case 9 -> text(dice.pick(WORDS));
            case 10 -> text(id(dice.uuid()));
            default -> neutral(nested(dice.oneOf(3, 19, 25, 2_000)));
        };
    }

    String time() {
        return dice.pick(TIMES);
    }

    String text() {
        return dice.pick(TEXTS);
    }

    String id(UUID id) {
        String plain = id.toString();
        return dice.oneOf(
                plain,
                plain.toUpperCase(java.util.Locale.ROOT),
                "{" + plain + "}",
                "urn:uuid:" + plain,
                plain.replace("-", ""),
                plain + "0",
                "1-1-1-1-1",
                "00000000-0000-0000-0000-000000000000",
                "ffffffff-ffff-ffff-ffff-ffffffffffff");
    }

    static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    private static Literal neutral(String json) {
        return new Literal(json, Optional.empty());
    }

    private static Literal text(String text) {
        return neutral("\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
    }
}
