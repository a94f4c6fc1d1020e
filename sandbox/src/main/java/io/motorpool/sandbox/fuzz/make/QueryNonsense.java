package io.motorpool.sandbox.fuzz.make;

import io.motorpool.sandbox.fuzz.contract.Expectation;
import io.motorpool.sandbox.fuzz.contract.Operation.Parameter;
import java.util.List;
import java.util.Set;

/** Spoils what stands after the question mark. */
final class QueryNonsense implements Nonsense.Kind {

    private static final List<String> NO_LIMITS =
            List.of("0", "101", "-1", "abc", "1e1", "", "1.0", " 5", "٣", "99999999999999999999", "0x10", "null");
    private static final Set<String> INSTANTS = Set.of("start", "end", "from", "until");
    private static final Set<String> IDS = Set.of("company", "vehicle", "driver", "subject");

    private static final Expectation NOT_KNOWN = new Expectation.Refusal("a parameter that it does not know");

    private final Dice dice;
    private final Literals literals;

    QueryNonsense(Dice dice) {
        this.dice = dice;
        this.literals = new Literals(dice);
    }

    @Override
    public void spoil(Draft draft, Scene scene) {
        List<String> names = draft.operation().parameters("query").stream()
                .map(Parameter::name)
                .toList();
        if (names.isEmpty() || dice.percent(20)) {
            anywhere(draft);
            return;
        }
        String name = dice.pick(names);
        if (name.equals("limit")) {
            set(draft, name, dice.pick(NO_LIMITS), new Expectation.Refusal("a limit that is none"));
        } else if (name.equals("cursor")) {
            cursor(draft);
        } else if (INSTANTS.contains(name) && dice.percent(60)) {
            set(draft, name, literals.time(), Expectation.ANYTHING);
        } else if (IDS.contains(name) && dice.percent(60)) {
            set(draft, name, literals.id(dice.uuid()), Expectation.ANYTHING);
        } else {
            set(draft, name, literals.text(), Expectation.ANYTHING);
        }
    }

    private void cursor(Draft draft) {
        String known = draft.operation().id();
        String value = dice.oneOf(
                "x", "", "AAAA", "AAAAAAAAAAAAAAAAAAAAAA", "_".repeat(32), "=", "あ", "A".repeat(3_000), known);
        set(draft, "cursor", value, Expectation.ANYTHING);
    }

    private static void set(Draft draft, String name, String value, Expectation expected) {
        draft.query(name, value);
        String shown = value.length() > 40 ? value.substring(0, 40) + "..." : value;
        draft.spoiled("?%s=%s".formatted(name, shown), expected);
    }

    private void anywhere(Draft draft) {
        if (dice.percent(40)) {
            set(draft, dice.oneOf("limt", "Limit", "unknown", "_"), "5", NOT_KNOWN);
            return;
        }
        String pair = dice.oneOf(
                "limit=1&limit=2",
                "cursor",
                "=",
                "&&",
                "%zz=1",
                "a=%zz",
                "a=%00",
                "a=%ff",
                "a=%",
                "limit[]=3",
                "a".repeat(3_000),
                "%F0%9F%9A%97=1");
        draft.rawQuery(pair);
        draft.spoiled("?" + (pair.length() > 40 ? pair.substring(0, 40) + "..." : pair), Expectation.ANYTHING);
    }
}
