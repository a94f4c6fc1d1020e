package io.motorpool.sandbox.parts;

/** A role of PostgreSQL and its password. */
public record Credentials(String user, String password) {

    @Override
    public String toString() {
        return user + " (password not shown)";
    }
}
