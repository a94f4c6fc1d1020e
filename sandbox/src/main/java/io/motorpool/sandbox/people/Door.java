package io.motorpool.sandbox.people;

import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.parts.Mail;
import io.motorpool.sandbox.parts.MailPart;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The ways into Motorpool that are open to somebody without a token, as its public API has them. */
public final class Door {

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;

    private final Api api;
    private final MailPart mail;

    public Door(Api api, MailPart mail) {
        this.api = api;
        this.mail = mail;
    }

    /** Signs in; the answer is whatever it is. */
    public Answer signIn(Login login, @Nullable UUID company) {
        Map<String, Object> body = new HashMap<>();
        body.put("email", login.email());
        body.put("password", login.password());
        body.put("device", "the sandbox");
        if (company != null) {
            body.put("profile", Map.of("kind", "BUSINESS", "company", company.toString()));
        }
        return api.post("/sessions", body);
    }

    /** Invites somebody and lets them choose their password, unless they have done so already. */
    Answer letIn(Api operator, Login login, String name, List<String> roles) {
        Answer there = signIn(login, null);
        if (there.status() == CREATED) {
            return there;
        }
        long before = mail.to(login.email()).size();
        Answer invited = operator.post("/users", Map.of("email", login.email(), "name", name, "roles", roles))
                .expect(CREATED, CONFLICT);
        if (invited.status() == CONFLICT) {
            askForLetter(login);
        }
        return followLetter(login, before);
    }

    /** Whoever lost a letter gets another one. */
    void askForLetter(Login login) {
        api.post("/letters", Map.of("email", login.email())).mustBe(202);
    }

    /** Waits for the invitation, chooses the password by its link, and signs in. */
    Answer followLetter(Login login, long before) {
        choosePassword(login, mail.awaitLetter(login.email(), before));
        return signIn(login, null).expect(CREATED);
    }

    private void choosePassword(Login login, Mail letter) {
        api.post("/passwords", Map.of("purpose", "INVITATION", "link", secretIn(letter), "password", login.password()))
                .mustBe(200);
    }

    /** What the link in a letter carries. */
    public static String secretIn(Mail letter) {
        Matcher secret = SECRET.matcher(letter.link().orElse(""));
        if (!secret.find()) {
            throw new IllegalStateException("there is no link in the letter: " + letter);
        }
        return secret.group();
    }

    long lettersTo(Login login) {
        return mail.to(login.email()).size();
    }
}
