package io.motorpool.application.update;

/** What whoever watches is told. */
public sealed interface Sight<T> {

    /** It looks like this now. What it looked like between two of them is not told. */
    record News<T>(T seen) implements Sight<T> {}

    /** It still looks as it was told last, or as they said that they had seen it; told so that silence means something. */
    record Same<T>() implements Sight<T> {}
}
