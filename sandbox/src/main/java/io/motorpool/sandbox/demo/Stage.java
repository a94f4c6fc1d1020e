package io.motorpool.sandbox.demo;

import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.grpc.GrpcApi;
import io.motorpool.sandbox.people.People;
import io.motorpool.sandbox.people.Person;
import io.motorpool.sandbox.token.DemoUser;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a story is played: a running Motorpool, the demo's people, and a place to tell what happens. */
public final class Stage {

    private final Api offstage;
    private final Api api;
    private final String app;
    private final DemoWorld world;
    private final People people;
    private final @Nullable Backstage backstage;
    private final PrintWriter out;

    /**
     * @param app host and port at which the mobility app calls
     * @param backstage absent when Motorpool runs somewhere else
     */
    public Stage(URI url, String app, DemoWorld world, People people, @Nullable Backstage backstage, PrintWriter out) {
        this.offstage = Api.at(url);
        this.api = offstage.observedBy(new Transcript(out)::print);
        this.app = app;
        this.world = world;
        this.people = people;
        this.backstage = backstage;
        this.out = out;
    }

    /** The API as this person sees it. Each exchange is printed. */
    public Api as(DemoUser user) {
        return api.as(tokenOf(user));
    }

    /** The same for somebody whom the story brought along. */
    public Api asMember(Person person, UUID company) {
        return api.as(person.token(company));
    }

    /** The connection of a phone. Each call is printed. */
    GrpcApi phone(Person person, UUID company) {
        return GrpcApi.at(app).as(person.token(company)).observedBy(new Transcript(out)::print);
    }

    /** Nobody's API. Each exchange is printed. */
    public Api anonymous() {
        return api;
    }

    /** The same, and nothing is printed. */
    Api offstage() {
        return offstage;
    }

    private String tokenOf(DemoUser user) {
        return people.person(user).token(world.companyOf(user).orElse(null));
    }

    /** Whoever is on the stage signs in anew before the next request. */
    void signInAgain() {
        people.forgetTokens();
    }

    Person person(DemoUser user) {
        return people.person(user);
    }

    Person newcomer(String name) {
        return people.newcomer(name);
    }

    /** For what is no part of the story: nothing of it is printed. */
    Api offstage(DemoUser user) {
        return offstage.as(tokenOf(user));
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
