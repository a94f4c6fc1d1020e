package io.motorpool.sandbox.fuzz.contract;

import io.motorpool.sandbox.fuzz.wire.Received;

/** Whether an answer is what was known beforehand. */
final class Expectations {

    private Expectations() {}

    static void check(Expectation expected, Received received, Verdict verdict) {
        switch (expected) {
            case Expectation.Anything _ -> {}
            case Expectation.Refusal(String because) -> refused(because, received, verdict);
            case Expectation.Unreadable(String because) -> refused(because, received, verdict);
            case Expectation.Status(int status, String because) -> {
                if (received.status() != status) {
                    verdict.add("does not answer %d to %s".formatted(status, because), "but " + received.status());
                }
            }
            case Expectation.Repetition(Received earlier) -> repeated(earlier, received, verdict);
        }
    }

    private static void refused(String because, Received received, Verdict verdict) {
        if (received.status() < 400) {
            verdict.add("accepts " + because, "answered " + received.status());
        }
    }

    private static void repeated(Received earlier, Received received, Verdict verdict) {
        boolean same = earlier.status() == received.status()
                && earlier.text().equals(received.text())
                && earlier.header("Location").equals(received.header("Location"))
                && earlier.header("ETag").equals(received.header("ETag"));
        if (!same) {
            verdict.add(
                    "answers a repeated request otherwise than at first",
                    "%d %s, then %d %s"
                            .formatted(earlier.status(), earlier.text(), received.status(), received.text()));
        }
    }
}
