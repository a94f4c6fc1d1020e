package io.motorpool.sandbox.people;

import java.util.UUID;

/** With what somebody signs in. */
public record Login(String email, String password) {

    /** Of somebody whom nobody has heard of yet. */
    public static Login ofSomebodyNew(String organisation) {
        return new Login("visitor-%s@%s.example".formatted(UUID.randomUUID(), organisation), NewPassword.random());
    }

    @Override
    public String toString() {
        return email + " (password not shown)";
    }
}
