package io.motorpool.sandbox.catalogue;

/** Something that one asks for by name on the command line. */
public interface Named {

    /** What one types: lower case, words joined with hyphens. */
    String name();

    /** One line that says what it shows. */
    String summary();
}
