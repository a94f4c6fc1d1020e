package io.motorpool.application.identity;

import io.motorpool.application.identity.LettersToSend.Owed;
import io.motorpool.application.identity.RateBuckets.Bucket;
import io.motorpool.application.identity.RateBuckets.Kind;
import io.motorpool.application.identity.SecurityJournal.Deed;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.identity.EmailAddress;
import io.motorpool.domain.identity.LoginDigest;
import io.motorpool.domain.identity.SourceNetwork;
import io.motorpool.domain.identity.User;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.Optional;

/**
 * Only notes that a letter is owed, so that the answer takes as long for nobody as for somebody, and the letter is not
 * sent unless that was stored.
 */
public final class AskForLetterService implements AskForLetter {

    private final UnitOfWork unitOfWork;
    private final Throttle throttle;
    private final Users users;
    private final LettersToSend letters;
    private final SecurityJournal journal;
    private final Clock clock;

    public AskForLetterService(
            UnitOfWork unitOfWork,
            Throttle throttle,
            Users users,
            LettersToSend letters,
            SecurityJournal journal,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.throttle = throttle;
        this.users = users;
        this.letters = letters;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Uni<Decision<Noted, Refusal>> ask(EmailAddress login, SourceNetwork from) {
        Bucket mailbox = new Bucket(
                Kind.ASK_FOR_A_LINK_TO_ONE_MAILBOX, LoginDigest.of(login).text());
        return Proceed.with(
                throttle.pass(Kind.ASK_FOR_A_LINK, from),
                _ -> Proceed.with(
                        throttle.pass(mailbox),
                        _ -> unitOfWork.inTransaction(() ->
                                users.signingInAs(login).chain(found -> note(found.map(Versioned::value), from)))));
    }

    private Uni<Decision<Noted, Refusal>> note(Optional<User> user, SourceNetwork from) {
        return owe(user)
                .chain(() -> journal.note(
                        Deed.ofStranger(from),
                        SecurityEvent.LETTER_ASKED_FOR,
                        user.map(User::id).orElse(null),
                        null))
                .replaceWith(() -> Decision.accept(new Noted()));
    }

    private Uni<Void> owe(Optional<User> user) {
        return user.flatMap(
                        it -> it.linkToChooseAPassword().map(purpose -> new Owed(it.id(), purpose, 0, clock.instant())))
                .map(letters::put)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
