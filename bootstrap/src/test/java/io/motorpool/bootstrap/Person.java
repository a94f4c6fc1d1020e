package io.motorpool.bootstrap;

import io.motorpool.sandbox.api.Api;
import java.util.UUID;
import java.util.function.Supplier;

/** Somebody who calls, with a token that is signed anew for each call: the tests may take longer than one lives. */
public final class Person {

    private final UUID user;
    private final Api anonymous;
    private final Supplier<String> token;

    Person(UUID user, Api anonymous, Supplier<String> token) {
        this.user = user;
        this.anonymous = anonymous;
        this.token = token;
    }

    public UUID user() {
        return user;
    }

    /** The API as this person sees it. */
    public Api api() {
        return anonymous.as(token.get());
    }
}
