package io.motorpool.bootstrap.openapi;

import org.jspecify.annotations.Nullable;

/**
 * A request with which one thing is wrong.
 *
 * @param what in words
 * @param status what it has to be answered with
 * @param field which field the answer has to name; absent when there is none
 */
record Spoilt(
        String what, Draft draft, int status, @Nullable String field) {}
