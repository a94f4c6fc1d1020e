package io.motorpool.adapters.rest;

import io.motorpool.application.shared.Explained;

/** Lets the table of refusals quote the one place that knows what a kind is in HTTP. */
public final class KindsInHttp {

    private KindsInHttp() {}

    public static int statusOf(Explained.Kind kind) {
        return Problem.statusOf(kind);
    }
}
