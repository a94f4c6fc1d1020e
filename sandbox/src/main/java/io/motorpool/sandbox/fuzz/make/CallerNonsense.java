package io.motorpool.sandbox.fuzz.make;

import io.motorpool.sandbox.fuzz.contract.Expectation;

/** Lets somebody else ask: nobody known, somebody without any right, somebody of another company. */
final class CallerNonsense implements Nonsense.Kind {

    private final Dice dice;
    private final Callers callers;

    CallerNonsense(Dice dice, Callers callers) {
        this.dice = dice;
        this.callers = callers;
    }

    @Override
    public void spoil(Draft draft, Scene scene) {
        if (draft.operation().open()) {
            return;
        }
        if (dice.percent(50)) {
            Caller nobody = callers.unknown(scene.company());
            draft.by(nobody);
            draft.spoiled(nobody.describes(), new Expectation.Status(401, "a caller it cannot know"));
        } else {
            Caller outsider = callers.outsider(scene.company());
            draft.by(outsider);
            draft.spoiled(outsider.describes(), withoutRight(draft, scene));
        }
    }

    /** A list that is not of anything in particular may well be empty for them, and a card they may have themselves. */
    private static Expectation withoutRight(Draft draft, Scene scene) {
        boolean ofNothing = scene.subject() == null && draft.method().equals("GET");
        return ofNothing || draft.operation().id().equals("addOwnCard")
                ? Expectation.ANYTHING
                : new Expectation.Refusal("a caller without the right");
    }
}
