package io.motorpool.adapters.rest.identity;

import static io.motorpool.adapters.rest.identity.Given.OFFICE;
import static io.motorpool.adapters.rest.identity.Given.USER;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.identity.LettersResource.ChoiceBody;
import io.motorpool.adapters.rest.identity.LettersResource.ChosenBody;
import io.motorpool.adapters.rest.identity.LettersResource.LetterBody;
import io.motorpool.application.identity.AskForLetter.Noted;
import io.motorpool.application.identity.ChoosePassword.Choice;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.identity.EmailAddress;
import io.motorpool.domain.identity.IdentityRefusal.LinkRefused;
import io.motorpool.domain.identity.OneTimeLink.Purpose;
import io.motorpool.domain.identity.Password;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LettersResourceTest {

    private final List<Object> asked = new ArrayList<>();
    private Uni<Decision<UserId, Refusal>> choosing = Given.accepted(USER);
    private final LettersResource resource = new LettersResource(
            (login, from) -> {
                asked.addAll(List.of(login, from));
                return Given.accepted(new Noted());
            },
            choice -> {
                asked.add(choice);
                return choosing;
            },
            () -> OFFICE);

    @Test
    void asking_for_a_letter_says_nothing_of_who_there_is() {
        Response response = Responses.of(() -> resource.ask(new LetterBody("MinSu.Kim@hanbit.example")));

        assertThat(response.getStatus()).isEqualTo(202);
        assertThat(response.hasEntity()).isFalse();
        assertThat(asked).containsExactly(new EmailAddress("minsu.kim@hanbit.example"), OFFICE);
        assertThat(Responses.wrongFields(() -> resource.ask(new LetterBody("minsu"))))
                .containsExactly("email");
    }

    @Test
    void a_password_is_chosen_by_what_came_in_the_letter() {
        Response response =
                Responses.of(() -> resource.choose(new ChoiceBody("INVITATION", "anything", "seven green bicycles")));

        assertThat(response.getEntity()).isEqualTo(new ChosenBody(USER.value()));
        assertThat(asked)
                .containsExactly(
                        new Choice(Purpose.INVITATION, "anything", new Password("seven green bicycles"), OFFICE));
    }

    @Test
    void a_link_that_opens_nothing_is_refused() {
        choosing = Given.refused(new LinkRefused());

        assertThat(Responses.problem(() -> resource.choose(new ChoiceBody("PASSWORD_RESET", "x", "y"))))
                .isEqualTo("422 link-refused");
        assertThat(Responses.wrongFields(() -> resource.choose(new ChoiceBody("GIFT", null, ""))))
                .containsExactly("purpose", "link", "password");
    }
}
