package io.motorpool.adapters.rest;

import io.motorpool.application.shared.Explained;
import io.motorpool.domain.Refusal;

/** Lets tests quote the one place that knows what a refusal is in HTTP. */
public final class KindsInHttp {

    private KindsInHttp() {}

    public static int statusOf(Explained.Kind kind) {
        return Problem.statusOf(kind);
    }

    public static String codeOf(Refusal refusal) {
        return Problem.of(refusal).code();
    }

    public static String sentenceOf(Refusal refusal) {
        return Problem.of(refusal).detail();
    }
}
