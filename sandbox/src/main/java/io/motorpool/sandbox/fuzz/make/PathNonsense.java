package io.motorpool.sandbox.fuzz.make;

import io.motorpool.sandbox.fuzz.contract.Expectation;
import java.util.List;
import java.util.Locale;

/** Spoils where a request goes: the id in the path, the path, the method. */
final class PathNonsense implements Nonsense.Kind {

    private static final List<String> NO_IDS = List.of(
            "x",
            "0",
            "-1",
            "null",
            "undefined",
            "%00",
            "%ff",
            "%F0%9F%9A%97",
            "..",
            "%2e%2e",
            "%2e%2e%2f%2e%2e%2fq",
            "%20",
            "'",
            "{id}",
            "*",
            "a%0d%0ab",
            "~",
            "1-1-1-1-1",
            "%E2%80%AE",
            "y".repeat(3_000));
    private static final List<String> METHODS =
            List.of("DELETE", "PATCH", "PUT", "POST", "GET", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "get", "FOO");

    private final Dice dice;

    PathNonsense(Dice dice) {
        this.dice = dice;
    }

    @Override
    public void spoil(Draft draft, Scene scene) {
        switch (dice.below(8)) {
            case 0, 1 -> otherId(draft, scene);
            case 2, 3 -> noId(draft, scene);
            case 4, 5 -> otherPath(draft);
            default -> {
                String method = dice.pick(METHODS);
                if (!method.equals(draft.method())) {
                    draft.method(method);
                    draft.spoiled("method " + method, Expectation.ANYTHING);
                }
            }
        }
    }

    private void otherId(Draft draft, Scene scene) {
        if (scene.subject() == null || !isInPath(draft, scene.subject())) {
            return;
        }
        List<Thing> others = scene.memory().kinds().stream()
                .filter(kind -> !kind.equals(scene.subject().kind()))
                .flatMap(kind -> scene.memory().all(kind).stream())
                .toList();
        String id = others.isEmpty() || dice.percent(40)
                ? dice.uuid().toString()
                : dice.pick(others).id().toString();
        draft.subject(scene.subject().id().toString(), id);
        draft.spoiled("an id of nothing of this kind", new Expectation.Refusal("an id of nothing of this kind"));
    }

    private void noId(Draft draft, Scene scene) {
        if (scene.subject() == null || !isInPath(draft, scene.subject())) {
            return;
        }
        String id = dice.pick(NO_IDS);
        draft.subject(scene.subject().id().toString(), id);
        draft.spoiled("'" + id + "' for an id", new Expectation.Refusal("an id that is none"));
    }

    /** The issuer's keys have names of their own. */
    private static boolean isInPath(Draft draft, Thing subject) {
        return draft.path().contains(subject.id().toString());
    }

    private void otherPath(Draft draft) {
        String path = draft.path();
        if (dice.percent(15)) {
            draft.path(path + dice.oneOf("%zz", "%", "%e"));
            draft.unreadable("a path with half a character");
            return;
        }
        String other = dice.oneOf(
                path + "/",
                path + ";a=b",
                path.replace("/api/", "/api//"),
                path.replace("/v1/", "/v1/../v1/"),
                path.replace("/v1/", "/v2/"),
                path.toUpperCase(Locale.ROOT),
                path + "/more",
                path + "/%2e%2e",
                path + "%00",
                path.substring(0, path.lastIndexOf('/')),
                "/",
                "/api/v1/" + dice.text("abcdefgh-", 12),
                "/q/nothing");
        draft.path(other);
        draft.spoiled("path " + other, Expectation.ANYTHING);
    }
}
