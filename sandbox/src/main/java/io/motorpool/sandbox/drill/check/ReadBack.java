package io.motorpool.sandbox.drill.check;

import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.drill.load.Kept;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks the API for everything that anybody was told of. */
public final class ReadBack {

    private static final int AT_A_TIME = 8;

    private ReadBack() {}

    public static Findings of(Collection<Kept> told, Api api) throws InterruptedException, ExecutionException {
        Findings findings = new Findings();
        try (ExecutorService readers = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Callable<Optional<String>>> questions = new ArrayList<>();
            told.forEach(kept -> questions.add(() -> difference(kept, api)));
            for (Future<Optional<String>> answer : readers.invokeAll(questions)) {
                answer.get().ifPresent(how -> findings.add("what was acknowledged can be read", how));
            }
        }
        return findings;
    }

    private static Optional<String> difference(Kept kept, Api api) {
        Answer answer = api.get("/reservations/" + kept.id());
        if (answer.status() != 200) {
            return Optional.of("%s is answered with %d %s".formatted(kept, answer.status(), answer.code()));
        }
        return kept.shows(answer) ? Optional.empty() : Optional.of("%s is shown as %s".formatted(kept, answer.body()));
    }
}
