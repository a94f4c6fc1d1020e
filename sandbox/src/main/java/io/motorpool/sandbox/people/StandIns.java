package io.motorpool.sandbox.people;

import io.motorpool.sandbox.token.DemoUser;
import io.motorpool.sandbox.token.Tokens;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * People on a test ground. They never sign in: the ground's own issuer signs whatever token is wanted, thousands of them
 * if need be.
 */
public final class StandIns implements People {

    private final Tokens tokens;

    public StandIns(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Person person(DemoUser user) {
        return new StandIn(user.id(), user.roles());
    }

    @Override
    public Person newcomer(String name) {
        return new StandIn(UUID.randomUUID(), List.of("MEMBER"));
    }

    /** Each token is a new one. */
    @Override
    public void forgetTokens() {}

    private final class StandIn implements Person {

        private final UUID id;
        private final String[] roles;

        StandIn(UUID id, List<String> roles) {
            this.id = id;
            this.roles = roles.toArray(String[]::new);
        }

        @Override
        public UUID id() {
            return id;
        }

        @Override
        public String token(@Nullable UUID company) {
            return company == null ? tokens.division(id, roles) : tokens.business(id, company, roles);
        }
    }
}
