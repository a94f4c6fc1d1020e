package io.motorpool.sandbox.drill.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was found wrong. Of one kind only the first few are told in full, because one mistake usually shows everywhere. */
public final class Findings {

    private static final int TOLD = 5;

    private final Map<String, List<String>> byPromise = new LinkedHashMap<>();

    /** @param promise the promise that was broken */
    public void add(String promise, String how) {
        byPromise.computeIfAbsent(promise, _ -> new ArrayList<>()).add(how);
    }

    public void addAll(String promise, Collection<String> hows) {
        hows.forEach(how -> add(promise, how));
    }

    /** One more finding unless the promise was kept. */
    public void unless(boolean kept, String promise, String how) {
        if (!kept) {
            add(promise, how);
        }
    }

    public void addAll(Findings others) {
        others.byPromise.forEach(this::addAll);
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        byPromise.forEach((promise, hows) -> {
            hows.stream().limit(TOLD).forEach(how -> lines.add(promise + ": " + how));
            if (hows.size() > TOLD) {
                lines.add("%s: and %d more".formatted(promise, hows.size() - TOLD));
            }
        });
        return lines;
    }
}
