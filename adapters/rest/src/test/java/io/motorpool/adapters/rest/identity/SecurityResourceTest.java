package io.motorpool.adapters.rest.identity;

import static io.motorpool.adapters.rest.identity.Given.NOON;
import static io.motorpool.adapters.rest.identity.Given.OFFICE;
import static io.motorpool.adapters.rest.identity.Given.SESSION;
import static io.motorpool.adapters.rest.identity.Given.USER;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.rest.Answers.PageBody;
import io.motorpool.adapters.rest.KnownCaller;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.identity.SecurityResource.EntryBody;
import io.motorpool.application.identity.SecurityEntry;
import io.motorpool.application.identity.SecurityEvent;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecurityResourceTest {

    private static final SecurityEntry BY_SOMEBODY = new SecurityEntry(
            Ids.next(), NOON, SecurityEvent.SIGNED_IN, USER, USER.value(), SESSION, OFFICE, Map.of("why", "x"));
    private static final SecurityEntry BY_A_STRANGER =
            new SecurityEntry(Ids.next(), NOON, SecurityEvent.SIGN_IN_REFUSED, null, null, null, null, Map.of());

    private final List<Object> asked = new ArrayList<>();
    private final SecurityResource resource = new SecurityResource(
            (_, about, page) -> {
                asked.addAll(List.of(about, page));
                return Given.accepted(new Page<>(List.of(BY_SOMEBODY, BY_A_STRANGER), Optional.empty()));
            },
            new KnownCaller(Callers.anAuditor()));

    @Test
    void the_trail_says_what_happened_as_far_as_it_is_proven() {
        Object page = Responses.of(() -> resource.list(USER.toString(), new Paging(null, null)))
                .getEntity();

        assertThat(page)
                .isEqualTo(new PageBody<>(
                        List.of(
                                new EntryBody(
                                        BY_SOMEBODY.id(),
                                        NOON,
                                        SecurityEvent.SIGNED_IN,
                                        USER.value(),
                                        USER.value(),
                                        SESSION.value(),
                                        "192.0.2.0/24",
                                        Map.of("why", "x")),
                                new EntryBody(
                                        BY_A_STRANGER.id(),
                                        NOON,
                                        SecurityEvent.SIGN_IN_REFUSED,
                                        null,
                                        null,
                                        null,
                                        null,
                                        Map.of())),
                        null));
        assertThat(asked).containsExactly(Optional.of(USER.value()), Page.Request.first());
    }

    @Test
    void every_parameter_that_is_wrong_is_named_at_once() {
        assertThat(Responses.wrongFields(() -> resource.list("me", new Paging("there", "all"))))
                .containsExactly("about", "limit", "cursor");
    }
}
