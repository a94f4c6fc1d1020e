package io.motorpool.sandbox.fuzz;

import io.motorpool.sandbox.parts.Mail;
import io.motorpool.sandbox.parts.MailPart;
import io.motorpool.sandbox.people.Door;
import io.motorpool.sandbox.people.Login;
import java.util.List;
import java.util.Optional;

/**
 * Real users, whom the fuzzer can sign in as: stand-ins with tokens of a ground have no password to change and no session
 * to end.
 *
 * @param logins shared out among the clients, so that none of them locks out another
 * @param mail where letters arrive; empty when they cannot be read from here
 */
public record Visitors(List<Login> logins, Optional<MailPart> mail) {

    public static final Visitors NONE = new Visitors(List.of(), Optional.empty());

    public Visitors {
        logins = List.copyOf(logins);
    }

    /** Those of one of so many clients. */
    List<Login> of(int client, int clients) {
        int each = logins.size() / Math.max(1, clients);
        return logins.subList(client * each, (client + 1) * each);
    }

    /** What the link in the latest letter carries. */
    Optional<String> latestLink() {
        return mail.flatMap(MailPart::latest)
                .filter(letter -> letter.link().isPresent())
                .map(Visitors::secret);
    }

    private static String secret(Mail letter) {
        return Door.secretIn(letter);
    }
}
