package io.motorpool.sandbox.fuzz.make;

import io.motorpool.sandbox.fuzz.contract.Expectation;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Replaces a body by what is none, or none of this kind. */
final class TextNonsense implements Nonsense.Kind {

    private static final List<String> NO_BODIES = List.of(
            "",
            " ",
            "null",
            "[]",
            "[{}]",
            "\"text\"",
            "42",
            "true",
            "{",
            "}",
            "{]",
            "{\"a\"}",
            "{\"a\":}",
            "{,}",
            "{'a':1}",
            "// comment\n{}",
            "<xml/>",
            "a=1&b=2",
            "--boundary\r\n",
            "\u0000",
            "{}{}",
            "%PDF-1.7",
            "{\"a\":\"\\ud800\"}");

    private final Dice dice;

    TextNonsense(Dice dice) {
        this.dice = dice;
    }

    @Override
    public void spoil(Draft draft, Scene scene) {
        if (draft.body().isEmpty()) {
            return;
        }
        String json = draft.json();
        switch (dice.below(12)) {
            case 0 -> refused(draft, json.substring(0, dice.between(1, json.length() - 1)), "a body cut short");
            case 1 -> refused(draft, json + dice.oneOf("x", "{}", "]", " 1", "\u0000"), "more after the body");
            case 2 -> refused(draft, twice(json), "a member named twice");
            case 3 -> refused(draft, Literals.nested(dice.oneOf(500, 100_000)), "a body nested deeply");
            case 4 -> refused(draft, "{\"a\":".repeat(20_000) + "1" + "}".repeat(20_000), "objects nested deeply");
            case 5 ->
                refused(
                        draft,
                        "{\"name\":\"" + "x".repeat(dice.oneOf(200_000, 300_000, 1_500_000)) + "\"}",
                        "a huge text");
            case 6 ->
                refused(
                        draft,
                        "{\"seats\":" + "9".repeat(dice.oneOf(1_000, 200_000, 1_000_000)) + "}",
                        "a huge number");
            case 7 -> {
                draft.bytes(json.getBytes(dice.oneOf(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)));
                draft.spoiled("a body in UTF-16", new Expectation.Refusal("a body in UTF-16"));
            }
            case 8 -> {
                byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
                bytes[json.indexOf('"') + 1] =
                        dice.oneOf(0xff, 0xc0, 0x80, 0xed).byteValue();
                draft.bytes(bytes);
                draft.spoiled(
                        "a body with bytes that are no UTF-8", new Expectation.Refusal("bytes that are no UTF-8"));
            }
            case 9 -> {
                draft.text(dice.oneOf(" \r\n\t", "\n") + json + "\n\n");
                draft.spoiled("white space around the body", Expectation.ANYTHING);
            }
            default -> {
                draft.text(dice.pick(NO_BODIES));
                draft.spoiled("a body that is none", new Expectation.Refusal("a body that is none"));
            }
        }
    }

    private static void refused(Draft draft, String text, String what) {
        draft.text(text);
        draft.spoiled(what, new Expectation.Refusal(what));
    }

    private static String twice(String json) {
        String members = json.substring(1, json.length() - 1);
        return "{" + members + "," + members + "}";
    }
}
