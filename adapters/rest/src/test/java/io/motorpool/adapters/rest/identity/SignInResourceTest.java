package io.motorpool.adapters.rest.identity;

import static io.motorpool.adapters.rest.identity.Given.COMPANY;
import static io.motorpool.adapters.rest.identity.Given.DEVICE;
import static io.motorpool.adapters.rest.identity.Given.OFFICE;
import static io.motorpool.adapters.rest.identity.Given.SESSION;
import static io.motorpool.adapters.rest.identity.Given.SIGNED_IN;
import static io.motorpool.adapters.rest.identity.Given.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.identity.SignInResource.RefreshBody;
import io.motorpool.adapters.rest.identity.SignInResource.SignInBody;
import io.motorpool.adapters.rest.identity.SignInResource.SignOutBody;
import io.motorpool.application.identity.RefreshSession;
import io.motorpool.application.identity.SignIn.Attempt;
import io.motorpool.application.identity.SignIn.SignedIn;
import io.motorpool.application.identity.SignOut;
import io.motorpool.application.identity.Tokens;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.identity.DeviceLabel;
import io.motorpool.domain.identity.EmailAddress;
import io.motorpool.domain.identity.IdentityRefusal.RefreshRefused;
import io.motorpool.domain.identity.IdentityRefusal.SignInRefused;
import io.motorpool.domain.identity.IdentityRefusal.TooManyAttempts;
import io.motorpool.domain.identity.Password;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.identity.SourceNetwork;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignInResourceTest {

    private static final String PASSWORD = "seven green bicycles";

    private final List<Object> asked = new ArrayList<>();
    private Uni<Decision<SignedIn, Refusal>> signingIn = Given.accepted(SIGNED_IN);
    private Uni<Decision<Tokens, Refusal>> refreshing = Given.accepted(TOKENS);

    private final SignInResource resource = new SignInResource(
            attempt -> {
                asked.add(attempt);
                return signingIn;
            },
            request -> {
                asked.add(request);
                return refreshing;
            },
            new SignOutByToken(),
            () -> OFFICE);

    private final class SignOutByToken implements SignOut {

        @Override
        public Uni<Void> with(String token, SourceNetwork network) {
            asked.add(List.of(token, network));
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Decision<SessionId, Refusal>> from(Caller caller, SessionId session, SourceNetwork network) {
            throw new AssertionError("nobody signed in");
        }

        @Override
        public Uni<Decision<Integer, Refusal>> everywhere(Caller caller, SourceNetwork network) {
            throw new AssertionError("nobody signed in");
        }

        @Override
        public Uni<Decision<Integer, Refusal>> everywhere(Caller caller, UserId user, SourceNetwork network) {
            throw new AssertionError("nobody signed in");
        }
    }

    @Test
    void whoever_signs_in_gets_tokens_which_no_cache_keeps() {
        Response response = Responses.of(() -> resource.signIn(signIn(null, null)));

        TokensBody body = (TokensBody) response.getEntity();
        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(response.getHeaderString("Cache-Control")).isEqualTo("no-store");
        assertThat(body.session()).isEqualTo(SESSION.value());
        assertThat(body.accessToken()).isEqualTo("the.access.token");
        assertThat(body.refreshToken()).isEqualTo(TOKENS.refresh().written());
        assertThat(body.profile()).isEqualTo(new ProfileBody("BUSINESS", COMPANY.toString()));
        assertThat(body.roles()).containsExactly(Role.MEMBER);
        assertThat(body.knownDevice()).isEqualTo(DEVICE.text());
    }

    @Test
    void an_attempt_says_who_on_what_as_what_and_from_where() {
        int status = Responses.of(
                        () -> resource.signIn(signIn(new ProfileBody("BUSINESS", COMPANY.toString()), DEVICE.text())))
                .getStatus();

        assertThat(status).isEqualTo(201);
        assertThat(asked)
                .containsExactly(new Attempt(
                        new EmailAddress("minsu.kim@hanbit.example"),
                        new Password(PASSWORD),
                        new Profile.Business(COMPANY),
                        new DeviceLabel("phone"),
                        DEVICE,
                        OFFICE));
    }

    @Test
    void every_field_that_is_wrong_is_named_at_once_and_nothing_is_tried() {
        assertThat(Responses.wrongFields(() ->
                        resource.signIn(new SignInBody("minsu", "", " ", new ProfileBody("BUSINESS", null), "known"))))
                .containsExactly("email", "password", "device", "profile.company", "knownDevice");
        assertThat(Responses.wrongFields(() -> resource.signIn(new SignInBody(null, null, null, null, null))))
                .containsExactly("email", "password", "device");
        assertThat(Responses.wrongFields(
                        () -> resource.signIn(signIn(new ProfileBody("PERSONAL", COMPANY.toString()), null))))
                .containsExactly("profile.company");
        assertThat(Responses.wrongFields(() -> resource.signIn(signIn(new ProfileBody("BOSS", null), null))))
                .containsExactly("profile.kind");
        assertThat(Responses.wrongFields(() -> resource.signIn(null))).containsExactly("body");
        assertThat(asked).isEmpty();
    }

    @Test
    void a_refused_sign_in_says_how_to_prove_who_one_is_and_nothing_else() {
        signingIn = Given.refused(new SignInRefused());

        Response response = Responses.of(() -> resource.signIn(signIn(null, null)));

        assertThat(Responses.problem(() -> resource.signIn(signIn(null, null)))).isEqualTo("401 sign-in-refused");
        assertThat(response.getHeaderString("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(response.getHeaderString("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void whoever_tries_too_often_is_told_when_to_come_back() {
        signingIn = Given.refused(new TooManyAttempts(Duration.ofMillis(61_001)));

        Response response = Responses.of(() -> resource.signIn(signIn(null, null)));

        assertThat(response.getStatus()).isEqualTo(429);
        assertThat(response.getHeaderString("Retry-After")).isEqualTo("62");
    }

    @Test
    void a_session_goes_on_with_whatever_was_sent_under_the_profile_that_was_named() {
        Response response =
                Responses.of(() -> resource.refresh(new RefreshBody("anything", new ProfileBody("DIVISION", null))));

        TokensBody body = (TokensBody) response.getEntity();
        assertThat(asked).containsExactly(new RefreshSession.Request("anything", new Profile.Division(), OFFICE));
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeaderString("Cache-Control")).isEqualTo("no-store");
        assertThat(body.knownDevice()).isNull();
    }

    @Test
    void a_refresh_token_that_nobody_knows_is_refused() {
        refreshing = Given.refused(new RefreshRefused());

        assertThat(Responses.problem(() -> resource.refresh(new RefreshBody("x", null))))
                .isEqualTo("401 refresh-refused");
        assertThat(Responses.wrongFields(() -> resource.refresh(new RefreshBody(null, null))))
                .containsExactly("refreshToken");
    }

    @Test
    void whoever_shows_the_refresh_token_can_sign_out() {
        Response response = Responses.of(() -> resource.signOut(new SignOutBody("anything")));

        assertThat(response.getStatus()).isEqualTo(204);
        assertThat(asked).containsExactly(List.of("anything", OFFICE));
    }

    private static SignInBody signIn(@Nullable ProfileBody profile, @Nullable String knownDevice) {
        return new SignInBody("MinSu.Kim@hanbit.example", PASSWORD, "phone", profile, knownDevice);
    }
}
