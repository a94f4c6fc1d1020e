package io.motorpool.sandbox.demo;

import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.token.DemoUser;
import io.motorpool.sandbox.token.Tokens;
import java.io.PrintWriter;
import java.net.URI;

/** Where a story is played: a running Motorpool, the demo's people, and a place to tell what happens. */
public final class Stage {

    private final Api api;
    private final DemoWorld world;
    private final Tokens tokens;
    private final PrintWriter out;

    public Stage(URI url, DemoWorld world, Tokens tokens, PrintWriter out) {
        this.api = Api.at(url).observedBy(new Transcript(out)::print);
        this.world = world;
        this.tokens = tokens;
        this.out = out;
    }

    /** The API as this person sees it. Each exchange is printed. */
    public Api as(DemoUser user) {
        return api.as(world.tokenFor(user, tokens));
    }

    public DemoWorld world() {
        return world;
    }

    public Tokens tokens() {
        return tokens;
    }

    /** A sentence between the exchanges. */
    public void tell(String sentence) {
        out.println();
        out.println(sentence);
        out.flush();
    }
}
