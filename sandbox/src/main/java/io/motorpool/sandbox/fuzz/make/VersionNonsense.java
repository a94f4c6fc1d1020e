package io.motorpool.sandbox.fuzz.make;

import io.motorpool.sandbox.fuzz.contract.Expectation;
import java.util.List;

/** Spoils what makes changes safe: the version in {@code If-Match} and the key of a request that may be repeated. */
final class VersionNonsense implements Nonsense.Kind {

    private static final List<String> NO_TAGS = List.of(
            "*",
            "W/\"0\"",
            "0",
            "\"abc\"",
            "\"-1\"",
            "\"99999999999999999999\"",
            "\"0\", \"1\"",
            "\"",
            "\"\"",
            "\"00\"",
            "\"0\"x",
            "null",
            "\"٣\"");

    private final Dice dice;

    VersionNonsense(Dice dice) {
        this.dice = dice;
    }

    @Override
    public void spoil(Draft draft, Scene scene) {
        if (draft.operation().takesHeader("If-Match")) {
            version(draft);
        } else if (draft.operation().takesHeader("Idempotency-Key")) {
            key(draft);
        }
    }

    private void version(Draft draft) {
        switch (dice.below(5)) {
            case 0 -> {
                draft.dropHeader("If-Match");
                draft.spoiled("without If-Match", new Expectation.Status(428, "a change without If-Match"));
            }
            case 1 -> {
                draft.header("If-Match", dice.oneOf("", "  "));
                draft.spoiled("an empty If-Match", new Expectation.Status(428, "a change with an empty If-Match"));
            }
            case 2 -> {
                draft.header("If-Match", "\"" + dice.between(1_000, 1_000_000) + "\"");
                draft.spoiled("a version of tomorrow", new Expectation.Refusal("a version that never was"));
            }
            case 3 -> {
                if (!draft.header("If-Match").orElse("\"0\"").equals("\"0\"")) {
                    draft.header("If-Match", "\"0\"");
                    draft.spoiled("a stale version", new Expectation.Refusal("a stale version"));
                }
            }
            default -> {
                String tag = dice.pick(NO_TAGS);
                draft.header("If-Match", tag);
                draft.spoiled("If-Match: " + tag, new Expectation.Refusal("an If-Match that is no version"));
            }
        }
    }

    private void key(Draft draft) {
        switch (dice.below(3)) {
            case 0 -> {
                draft.dropHeader("Idempotency-Key");
                draft.spoiled("without a key", new Expectation.Status(400, "a request without Idempotency-Key"));
            }
            case 1 -> {
                draft.header("Idempotency-Key", dice.text("abc-XYZ.09~!", 100));
                draft.spoiled("the longest key", Expectation.ANYTHING);
            }
            default -> {
                String key = dice.oneOf("", " ", "a b", "k".repeat(101), "k".repeat(5_000), "키", "a\tb", "\u007f");
                draft.header("Idempotency-Key", key);
                draft.spoiled("a key that is none", new Expectation.Refusal("a key that is none"));
            }
        }
    }
}
