package io.motorpool.sandbox.sap;

/** As whom a caller comes in. */
public record SapUser(String name, String password) {

    /** The stand-in's. It listens on this machine only, and holds nothing that is worth a secret. */
    public static final SapUser OF_STAND_IN = new SapUser("MOTORPOOL", "only-on-this-machine");

    @Override
    public String toString() {
        return name + " (password not shown)";
    }
}
