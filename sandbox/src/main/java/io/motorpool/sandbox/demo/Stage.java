package io.motorpool.sandbox.demo;

import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.token.DemoUser;
import io.motorpool.sandbox.token.Tokens;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a story is played: a running Motorpool, the demo's people, and a place to tell what happens. */
public final class Stage {

    private final Api offstage;
    private final Api api;
    private final DemoWorld world;
    private final Tokens tokens;
    private final @Nullable Backstage backstage;
    private final PrintWriter out;

    /** @param backstage absent when Motorpool runs somewhere else */
    public Stage(URI url, DemoWorld world, Tokens tokens, @Nullable Backstage backstage, PrintWriter out) {
        this.offstage = Api.at(url);
        this.api = offstage.observedBy(new Transcript(out)::print);
        this.world = world;
        this.tokens = tokens;
        this.backstage = backstage;
        this.out = out;
    }

    /** The API as this person sees it. Each exchange is printed. */
    public Api as(DemoUser user) {
        return api.as(world.tokenFor(user, tokens));
    }

    /** The same for somebody whom the story brought along. */
    public Api asMember(UUID user, UUID company) {
        return api.as(tokens.business(user, company, "MEMBER"));
    }

    /** For what is no part of the story: nothing of it is printed. */
    Api offstage(DemoUser user) {
        return offstage.as(world.tokenFor(user, tokens));
    }

    public Optional<Backstage> backstage() {
        return Optional.ofNullable(backstage);
    }

    public DemoWorld world() {
        return world;
    }

    /** A sentence between the exchanges. */
    public void tell(String sentence) {
        out.println();
        out.println(sentence);
        out.flush();
    }

    /** A line of a list. */
    public void show(String line) {
        out.println("  " + line);
        out.flush();
    }
}
