package io.motorpool.adapters.rest.identity;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.RequestSource;
import io.motorpool.adapters.rest.document.Refuses;
import io.motorpool.application.identity.AskForLetter;
import io.motorpool.application.identity.ChoosePassword;
import io.motorpool.application.identity.ChoosePassword.Choice;
import io.motorpool.domain.identity.EmailAddress;
import io.motorpool.domain.identity.OneTimeLink.Purpose;
import io.motorpool.domain.identity.Password;
import io.motorpool.domain.identity.PasswordPolicy;
import io.motorpool.domain.identity.SourceNetwork;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Letters that let somebody choose a password, and choosing it by what came in one. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Signing in")
class LettersResource {

    private final AskForLetter letters;
    private final ChoosePassword choose;
    private final RequestSource source;

    LettersResource(AskForLetter letters, ChoosePassword choose, RequestSource source) {
        this.letters = letters;
        this.choose = choose;
        this.source = source;
    }

    @Schema(name = "AskForLetter")
    record LetterBody(
            @Schema(required = true, maxLength = EmailAddress.LONGEST, examples = "minsu.kim@hanbit.example") @Nullable
            String email) {

        EmailAddress address() {
            Input in = new Input();
            return in.build(in.required("email", email, EmailAddress::parse)::get);
        }

        @Override
        public String toString() {
            return "(request for a letter)";
        }
    }

    @Schema(name = "ChoosePassword")
    record ChoiceBody(
            @Schema(required = true, implementation = Purpose.class) @Nullable
            String purpose,

            @Schema(
                    required = true,
                    maxLength = OpaqueText.LONGEST,
                    description = "The secret that came in the letter's link",
                    examples = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8")
            @Nullable
            String link,

            @Schema(
                    required = true,
                    maxLength = Password.LONGEST_INPUT,
                    description = "At least " + PasswordPolicy.SHORTEST + " characters that are hard to guess",
                    examples = "seven green bicycles")
            @Nullable
            String password) {

        Choice from(SourceNetwork network) {
            Input in = new Input();
            Field<Purpose> sentFor = in.oneOf(Purpose.class, "purpose", purpose);
            Field<String> secret = OpaqueText.read(in, "link", link);
            Field<Password> wanted = in.required("password", password, Password::new);
            return in.build(() -> new Choice(sentFor.get(), secret.get(), wanted.get(), network));
        }

        @Override
        public String toString() {
            return "(choice of a password)";
        }
    }

    @Schema(name = "ChosenBy")
    record ChosenBody(@Schema(required = true) UUID user) {}

    @POST
    @Path("/letters")
    @Operation(operationId = "askForLetter", summary = "Have a letter sent to one's own mailbox")
    @APIResponse(responseCode = "202", description = "If somebody signs in with the address, a letter is on its way")
    @Refuses(limits = "too-many-requests")
    public Uni<Response> ask(@Nullable LetterBody body) {
        EmailAddress login = Input.body(body).address();
        return Secrets.unstored(Answers.of(
                letters.ask(login, source.network()), _ -> Response.accepted().build()));
    }

    @POST
    @Path("/passwords")
    @Operation(operationId = "choosePassword", summary = "Choose a password by the link in a letter")
    @APIResponseSchema(
            value = ChosenBody.class,
            responseCode = "200",
            responseDescription = "It counts from now on; sessions that went on until now are over")
    @Refuses(
            rules = {"link-refused", "password-too-weak"},
            limits = "too-many-requests")
    public Uni<Response> choose(@Nullable ChoiceBody body) {
        Choice choice = Input.body(body).from(source.network());
        return Secrets.unstored(Answers.ok(choose.choose(choice), user -> new ChosenBody(user.value())));
    }
}
