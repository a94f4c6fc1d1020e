package io.motorpool.sandbox.fuzz.wire;

/** One line of a head. Neither side is checked. */
public record Header(String name, String value) {

    boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }
}
