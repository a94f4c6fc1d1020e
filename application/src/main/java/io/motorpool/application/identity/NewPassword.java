package io.motorpool.application.identity;

import io.motorpool.application.identity.SecurityJournal.Deed;
import io.motorpool.application.shared.Proceed;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.identity.IdentityRefusal;
import io.motorpool.domain.identity.Session.EndReason;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.identity.User;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a new password brings with it: whoever came in with the old one has to come in anew, and no letter that
 * was sent before opens anything.
 */
public final class NewPassword {

    private final Users users;
    private final OneTimeLinks links;
    private final LettersToSend letters;
    private final EndOfSessions end;
    private final SecurityJournal journal;
    private final Clock clock;

    public NewPassword(
            Users users,
            OneTimeLinks links,
            LettersToSend letters,
            EndOfSessions end,
            SecurityJournal journal,
            Clock clock) {
        this.users = users;
        this.links = links;
        this.letters = letters;
        this.end = end;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Under the user's lock.
     *
     * @param choose what the rules say to it
     * @param except a session that goes on, if any does
     * @return how many sessions ended
     */
    Uni<Decision<Integer, Refusal>> take(
            Versioned<User> stored,
            Function<Instant, Decision<User.Changed, IdentityRefusal>> choose,
            @Nullable SessionId except,
            Deed deed) {
        Instant now = clock.instant();
        UserId user = stored.value().id();
        return Proceed.with(
                choose.apply(now),
                changed -> users.save(stored.with(changed.user()))
                        .chain(() -> letters.removeAll(user))
                        .chain(() -> links.remove(user))
                        .chain(() -> journal.write(deed, List.of(changed.fact())))
                        .chain(() -> end.closeAll(user, except, EndReason.PASSWORD_CHANGED, now, deed))
                        .map(Decision::accept));
    }
}
