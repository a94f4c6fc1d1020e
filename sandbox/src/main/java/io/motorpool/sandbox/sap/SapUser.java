package io.motorpool.sandbox.sap;

/** As whom a caller comes in. */
public record SapUser(String name, String password) {

    @Override
    public String toString() {
        return name + " (password not shown)";
    }
}
