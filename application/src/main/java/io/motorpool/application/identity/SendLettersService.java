package io.motorpool.application.identity;

import io.motorpool.application.identity.LettersToSend.Owed;
import io.motorpool.application.identity.Mailbox.Letter;
import io.motorpool.application.identity.SecurityJournal.Deed;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.identity.OneTimeLink;
import io.motorpool.domain.identity.Person;
import io.motorpool.domain.identity.Secret;
import io.motorpool.domain.identity.User;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes the secret only when a letter is about to be sent: its digest is stored, then the letter goes out, then it is no
 * longer owed. Who dies in between leaves it owed; it is sent again with another secret, and the first one is worth
 * nothing.
 */
public final class SendLettersService implements SendLetters {

    /** How often sending a letter is begun before it is given up. */
    static final int MOST_TRIES = 8;

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    private final UnitOfWork unitOfWork;
    private final LettersToSend letters;
    private final Users users;
    private final OneTimeLinks links;
    private final Mailbox mailbox;
    private final SecurityJournal journal;
    private final Clock clock;
    private final Supplier<Secret> nextSecret;

    public SendLettersService(
            UnitOfWork unitOfWork,
            LettersToSend letters,
            Users users,
            OneTimeLinks links,
            Mailbox mailbox,
            SecurityJournal journal,
            Clock clock,
            Supplier<Secret> nextSecret) {
        this.unitOfWork = unitOfWork;
        this.letters = letters;
        this.users = users;
        this.links = links;
        this.mailbox = mailbox;
        this.journal = journal;
        this.clock = clock;
        this.nextSecret = nextSecret;
    }

    /** What became of the next letter. */
    private sealed interface Next {

        /** There is none. */
        record Nothing() implements Next {}

        /** It is owed no longer, and was not sent. */
        record Dropped() implements Next {}

        /** It can go out. @param owed as it stays owed until it has */
        record Ready(Letter letter, Owed owed) implements Next {}
    }

    @Override
    public Uni<Decision<Integer, Refusal>> send(Caller caller) {
        return Proceed.with(
                Permit.anywhere(caller, Permission.RUN_SWEEPS),
                _ -> sendNext(BATCH).map(Decision::accept));
    }

    private Uni<Integer> sendNext(int left) {
        return left == 0
                ? Uni.createFrom().item(0)
                : unitOfWork.inTransaction(this::next).chain(next -> switch (next) {
                    case Next.Nothing _ -> Uni.createFrom().item(0);
                    case Next.Dropped _ -> sendNext(left - 1);
                    case Next.Ready(var letter, var owed) ->
                        bring(letter, owed)
                                .chain(sent -> sent
                                        ? sendNext(left - 1).map(further -> further + 1)
                                        : Uni.createFrom().item(0));
                });
    }

    private Uni<Next> next() {
        return letters.lockNext(clock.instant())
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().<Next>item(new Next.Nothing())
                        : users.find(found.get().user())
                                .chain(user ->
                                        prepare(found.get(), user.orElseThrow().value())));
    }

    /** The user may have come to need another letter since, or none. */
    private Uni<Next> prepare(Owed owed, User user) {
        Optional<OneTimeLink.Purpose> purpose = user.linkToChooseAPassword();
        if (purpose.isEmpty()) {
            return letters.remove(owed).replaceWith(new Next.Dropped());
        }
        if (owed.tried() == MOST_TRIES) {
            return letters.remove(owed)
                    .chain(() -> journal.note(Deed.ofMotorpool(), SecurityEvent.LETTER_GIVEN_UP, user.id(), null))
                    .replaceWith(new Next.Dropped());
        }
        return link(owed, user.person(), purpose.get());
    }

    private Uni<Next> link(Owed owed, Person person, OneTimeLink.Purpose purpose) {
        Instant now = clock.instant();
        Secret secret = nextSecret.get();
        OneTimeLink link = OneTimeLink.to(person.id(), purpose, secret, now);
        Owed later = new Owed(person.id(), purpose, owed.tried() + 1, now.plus(pauseAfter(owed.tried())));
        return letters.put(later)
                .chain(() -> links.put(link))
                .replaceWith(new Next.Ready(
                        new Letter(person.email(), person.name(), purpose, secret, link.until()), later));
    }

    private static Duration pauseAfter(int tried) {
        return FIRST_PAUSE.multipliedBy(1L << tried);
    }

    /** If one does not get out, the others will not either: they wait for the next time. */
    private Uni<Boolean> bring(Letter letter, Owed owed) {
        return mailbox.send(letter)
                .chain(() -> unitOfWork.inTransaction(() -> letters.remove(owed)
                        .chain(() -> journal.note(Deed.ofMotorpool(), SecurityEvent.LETTER_SENT, owed.user(), null))))
                .replaceWith(true)
                .onFailure(OutOfReachException.class)
                .recoverWithItem(false);
    }
}
