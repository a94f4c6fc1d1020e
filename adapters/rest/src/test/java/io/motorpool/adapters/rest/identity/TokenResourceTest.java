package io.motorpool.adapters.rest.identity;

import static io.motorpool.adapters.rest.identity.Given.GRANT;
import static io.motorpool.adapters.rest.identity.Given.NOON;
import static io.motorpool.adapters.rest.identity.Given.OFFICE;
import static io.motorpool.adapters.rest.identity.Given.USER;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.rest.Problem;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.identity.TokenResource.TokenBody;
import io.motorpool.application.identity.AccessToken;
import io.motorpool.application.identity.GrantServiceToken.Request;
import io.motorpool.application.identity.GrantServiceToken.ServiceToken;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.identity.IdentityRefusal.ClientRefused;
import io.motorpool.domain.identity.IdentityRefusal.TooManyRequests;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenResourceTest {

    private static final String TYPE =
            "client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer";
    private static final String GRANTING = "grant_type=client_credentials&" + TYPE + "&client_assertion=a.b.c";

    private final List<Request> asked = new ArrayList<>();
    private Uni<Decision<ServiceToken, Refusal>> answer =
            Given.accepted(new ServiceToken(GRANT, new AccessToken("the.access.token"), NOON.plusSeconds(900)));
    private final TokenResource resource = new TokenResource(
            request -> {
                asked.add(request);
                return answer;
            },
            () -> OFFICE,
            Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void a_service_gets_a_token_in_the_words_of_oauth() {
        Response response = Responses.of(() -> resource.grant(GRANTING + "&scope=everything"));

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getEntity())
                .isEqualTo(
                        new TokenBody("the.access.token", "Bearer", 900, "read-company read-fleet reserve use-keys"));
        assertThat(response.getHeaderString("Cache-Control")).isEqualTo("no-store");
        assertThat(response.getHeaderString("Pragma")).isEqualTo("no-cache");
        assertThat(asked).containsExactly(new Request("a.b.c", Optional.empty(), OFFICE));
    }

    @ParameterizedTest
    @CsvSource({
        "'', invalid_request",
        "a=%, invalid_request",
        "grant_type=, invalid_request",
        "grant_type=client_credentials&grant_type=client_credentials, invalid_request",
        "grant_type=password, unsupported_grant_type"
    })
    void what_cannot_be_understood_is_named_as_both_name_it(String form, String error) {
        Response response = Responses.of(() -> resource.grant(form));

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getMediaType()).isEqualTo(MediaType.APPLICATION_JSON_TYPE);
        assertThat(error(response)).isEqualTo(error);
        assertThat(((Problem) response.getEntity()).code()).isEqualTo("invalid-request");
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant_type=client_credentials",
                "grant_type=client_credentials&client_assertion=a.b.c",
                "grant_type=client_credentials&" + TYPE,
                "grant_type=client_credentials&client_assertion=a.b.c&client_assertion_type=other",
                "grant_type=client_credentials&client_id=me&client_secret=s3cret"
            })
    void without_words_that_are_signed_nobody_is_a_client(String form) {
        mustBeRefused(Responses.of(() -> resource.grant(form)));

        assertThat(asked).isEmpty();
    }

    @Test
    void a_client_that_is_not_proven_is_refused_in_the_same_way() {
        answer = Given.refused(new ClientRefused());

        mustBeRefused(Responses.of(() -> resource.grant(GRANTING)));
    }

    @Test
    void whom_a_request_names_as_the_client_is_passed_on_and_decided_on_before_anything_is_granted() {
        assertThat(Responses.of(() -> resource.grant(GRANTING + "&client_id=" + USER))
                        .getStatus())
                .isEqualTo(200);

        assertThat(asked).containsExactly(new Request("a.b.c", Optional.of(USER.toString()), OFFICE));
    }

    @Test
    void whoever_asks_too_often_is_told_when_to_come_back() {
        answer = Given.refused(new TooManyRequests(Duration.ofSeconds(7)));

        Response response = Responses.of(() -> resource.grant(GRANTING));

        assertThat(response.getStatus()).isEqualTo(429);
        assertThat(response.getHeaderString("Retry-After")).isEqualTo("7");
        assertThat(error(response)).isEqualTo("temporarily_unavailable");
    }

    private static void mustBeRefused(Response response) {
        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(response.getMediaType()).isEqualTo(MediaType.APPLICATION_JSON_TYPE);
        assertThat(response.getHeaderString("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(response.getHeaderString("Cache-Control")).isEqualTo("no-store");
        assertThat(error(response)).isEqualTo("invalid_client");
        assertThat(((Problem) response.getEntity()).code()).isEqualTo("client-refused");
    }

    private static @Nullable Object error(Response response) {
        return ((Problem) response.getEntity()).facts().get("error");
    }
}
