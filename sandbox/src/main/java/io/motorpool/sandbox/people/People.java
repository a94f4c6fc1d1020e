package io.motorpool.sandbox.people;

import io.motorpool.sandbox.token.DemoUser;

/** The demo's people as one Motorpool knows them. */
public interface People {

    Person person(DemoUser user);

    /** Somebody new, who may sign in but is nothing to anybody yet. */
    Person newcomer(String name);

    /** What is held is used no more: whoever acts from now on does so with a token that is issued then. */
    void forgetTokens();
}
