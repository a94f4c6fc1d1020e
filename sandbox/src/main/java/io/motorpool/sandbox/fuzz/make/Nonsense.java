package io.motorpool.sandbox.fuzz.make;

import java.util.ArrayList;
import java.util.List;

/** Spoils sensible requests: one fault makes a nearly valid one, several make a senseless one. */
final class Nonsense {

    private static final int MOST_FAULTS = 4;

    private final Dice dice;
    private final List<Kind> kinds;

    Nonsense(Dice dice, Callers callers) {
        this.dice = dice;
        this.kinds = List.of(
                new BodyNonsense(dice),
                new BodyNonsense(dice),
                new BodyNonsense(dice),
                new TextNonsense(dice),
                new VersionNonsense(dice),
                new HeaderNonsense(dice),
                new PathNonsense(dice),
                new QueryNonsense(dice),
                new CallerNonsense(dice, callers));
    }

    /** One way of going wrong. */
    interface Kind {

        /** Spoils the draft, or leaves it alone where there is nothing of this kind to spoil. */
        void spoil(Draft draft, Scene scene);
    }

    void once(Draft draft, Scene scene) {
        spoil(draft, scene, 1);
    }

    void thoroughly(Draft draft, Scene scene) {
        spoil(draft, scene, dice.between(2, MOST_FAULTS));
    }

    /** Each kind once: a second fault of the same kind could undo the first. */
    private void spoil(Draft draft, Scene scene, int faults) {
        List<Kind> left = new ArrayList<>(kinds);
        while (!left.isEmpty() && draft.faults().size() < faults) {
            left.remove(dice.below(left.size())).spoil(draft, scene);
        }
    }
}
