package io.motorpool.domain.identity;

import static io.motorpool.domain.company.Fixtures.HANBIT;
import static io.motorpool.domain.company.Fixtures.KIM;
import static io.motorpool.domain.identity.Fixtures.MONDAY_9AM;
import static io.motorpool.domain.identity.Fixtures.aSessionId;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.access.Permission;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class GrantTest {

    @Test
    void the_scopes_say_what_the_roles_permit() {
        assertThat(new Grant(KIM, new Profile.Business(HANBIT), Set.of(Role.MEMBER)).scopes())
                .containsExactly("read-company", "read-fleet", "reserve", "use-keys");
    }

    @Property(generation = GenerationMode.RANDOMIZED)
    void a_scope_is_there_exactly_when_the_caller_holds_the_permission(@ForAll Set<Role> roles) {
        Grant grant = new Grant(KIM, new Profile.Division(), roles);

        assertThat(grant.scopes())
                .isEqualTo(Arrays.stream(Permission.values())
                        .filter(grant.caller()::holds)
                        .map(it -> it.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .collect(Collectors.toSet()));
    }

    @Test
    void an_access_token_lives_as_long_as_the_policy_says_in_whole_seconds() {
        Grant grant = new Grant(KIM, new Profile.Personal(), Set.of());

        AccessClaims claims = AccessClaims.of(
                new UUID(9, 9),
                new Versioned<>(grant, Version.FIRST),
                aSessionId(),
                MONDAY_9AM.plusMillis(999),
                TokenPolicy.PUBLISHED);

        assertThat(claims.issuedAt()).isEqualTo(MONDAY_9AM);
        assertThat(Duration.between(claims.issuedAt(), claims.expiresAt())).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void a_service_is_a_client_of_its_own_name_and_people_use_ours() {
        Grant grant = new Grant(KIM, new Profile.Division(), Set.of(Role.AUDITOR));

        assertThat(AccessClaims.of(
                                new UUID(9, 9),
                                new Versioned<>(grant, Version.FIRST),
                                null,
                                MONDAY_9AM,
                                TokenPolicy.PUBLISHED)
                        .client())
                .isEqualTo(KIM.toString());
        assertThat(AccessClaims.of(
                                new UUID(9, 9),
                                new Versioned<>(grant, Version.FIRST),
                                aSessionId(),
                                MONDAY_9AM,
                                TokenPolicy.PUBLISHED)
                        .client())
                .isEqualTo(AccessClaims.FIRST_PARTY);
    }
}
