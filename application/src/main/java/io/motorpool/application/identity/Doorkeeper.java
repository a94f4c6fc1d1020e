package io.motorpool.application.identity;

import io.motorpool.application.identity.SecurityJournal.Deed;
import io.motorpool.application.identity.SignIn.Attempt;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.identity.IdentityRefusal;
import io.motorpool.domain.identity.IdentityRefusal.SignInRefused;
import io.motorpool.domain.identity.LoginDigest;
import io.motorpool.domain.identity.PasswordHash;
import io.motorpool.domain.identity.Secret;
import io.motorpool.domain.identity.SignInGuard;
import io.motorpool.domain.identity.User;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Recognises people by their passwords. The comparison is slow on purpose and must not keep a lock, so an attempt is
 * counted, the password compared, and whoever acts on it asks once more whether it is still so. An unknown login takes the
 * same steps at the same cost.
 */
public final class Doorkeeper {

    private final UnitOfWork unitOfWork;
    private final SignInAttempts attempts;
    private final Users users;
    private final PasswordHasher hasher;
    private final SecurityJournal journal;
    private final Clock clock;

    public Doorkeeper(
            UnitOfWork unitOfWork,
            SignInAttempts attempts,
            Users users,
            PasswordHasher hasher,
            SecurityJournal journal,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.attempts = attempts;
        this.users = users;
        this.hasher = hasher;
        this.journal = journal;
        this.clock = clock;
    }

    /** Who may be trying, and what their password was at that time. */
    private record Candidate(Attempt wanted, SignInGuard.Attempt counted, Optional<User> user) {

        Optional<PasswordHash> password() {
            return user.flatMap(User::signsInWith);
        }

        @Nullable
        UserId id() {
            return user.map(User::id).orElse(null);
        }
    }

    /**
     * Whose password was right when it was compared.
     *
     * @param stronger the same password hashed with today's effort; absent when it was already
     */
    record Recognised(
            Attempt wanted,
            SignInGuard.Attempt counted,
            UserId user,
            PasswordHash password,
            @Nullable PasswordHash stronger) {

        private LoginDigest login() {
            return LoginDigest.of(wanted.login());
        }
    }

    /** Outside of any unit of work. */
    Uni<Decision<Recognised, Refusal>> recognise(Attempt wanted) {
        return Proceed.with(admit(wanted), this::compare);
    }

    private Uni<Decision<Candidate, Refusal>> admit(Attempt wanted) {
        return unitOfWork.inTransaction(() -> users.signingInAs(wanted.login())
                .map(found -> found.map(Versioned::value))
                .chain(user -> attempts.admit(wanted, clock.instant()).chain(counted -> switch (counted) {
                    case Decision.Accepted<SignInGuard.Attempt, IdentityRefusal>(var attempt) ->
                        Proceed.done(new Candidate(wanted, attempt, user));
                    case Decision.Refused<SignInGuard.Attempt, IdentityRefusal>(var reason) ->
                        journal.note(
                                        Deed.ofStranger(wanted.from()),
                                        SecurityEvent.SIGN_IN_STOPPED,
                                        user.map(User::id).orElse(null),
                                        null)
                                .chain(() -> Proceed.refused(reason));
                })));
    }

    private Uni<Decision<Recognised, Refusal>> compare(Candidate candidate) {
        Attempt wanted = candidate.wanted();
        return candidate
                .password()
                .map(kept -> hasher.check(wanted.password(), kept))
                .orElseGet(() -> hasher.checkNobody(wanted.password()))
                .onFailure()
                .call(() -> unitOfWork.inTransaction(
                        () -> attempts.withdraw(LoginDigest.of(wanted.login()), candidate.counted())))
                .chain(match -> switch (match) {
                    case NONE -> unitOfWork.inTransaction(() -> turnAway(wanted, candidate.id()));
                    case GOOD -> Proceed.done(recognised(candidate, null));
                    case OUTDATED ->
                        hasher.hash(wanted.password())
                                .map(stronger -> Decision.accept(recognised(candidate, stronger)));
                });
    }

    private static Recognised recognised(Candidate candidate, @Nullable PasswordHash stronger) {
        return new Recognised(
                candidate.wanted(),
                candidate.counted(),
                candidate.user().orElseThrow().id(),
                candidate.password().orElseThrow(),
                stronger);
    }

    /**
     * The user, held, if they still sign in with the password that was compared: one that was changed meanwhile opens
     * nothing. It is kept more safely if it was not yet, and earlier attempts are forgiven.
     */
    Uni<Decision<Versioned<User.Active>, Refusal>> letIn(Recognised recognised) {
        return stillSo(recognised)
                .chain(user -> user.isEmpty()
                        ? turnAway(recognised.wanted(), recognised.user())
                        : attempts.forgive(recognised.login(), recognised.counted())
                                .replaceWith(() -> Decision.accept(user.get())));
    }

    private Uni<Optional<Versioned<User.Active>>> stillSo(Recognised recognised) {
        PasswordHash stronger = recognised.stronger();
        return stronger == null
                ? users.hold(recognised.user()).map(found -> found.flatMap(stored -> unchanged(stored, recognised)))
                : users.lock(recognised.user())
                        .map(found -> found.flatMap(stored -> unchanged(stored, recognised)))
                        .chain(found -> found.isEmpty()
                                ? Uni.createFrom().item(found)
                                : keep(found.get(), stronger).map(Optional::of));
    }

    private Uni<Versioned<User.Active>> keep(Versioned<User.Active> stored, PasswordHash stronger) {
        User.Active kept = stored.value().keepingPasswordAs(stronger);
        return users.save(new Versioned<>(kept, stored.version())).map(version -> new Versioned<>(kept, version));
    }

    private static Optional<Versioned<User.Active>> unchanged(Versioned<User> stored, Recognised recognised) {
        return stored.value() instanceof User.Active active
                        && active.signsInWith().equals(Optional.of(recognised.password()))
                ? Optional.of(stored.with(active))
                : Optional.empty();
    }

    /** By which secret the device is known from now on. */
    Uni<Secret> remember(Recognised recognised) {
        return attempts.remember(
                recognised.login(), recognised.counted(), recognised.wanted().known(), clock.instant());
    }

    private <T> Uni<Decision<T, Refusal>> turnAway(Attempt wanted, @Nullable UserId user) {
        return journal.note(Deed.ofStranger(wanted.from()), SecurityEvent.SIGN_IN_REFUSED, user, null)
                .chain(() -> Proceed.refused(new SignInRefused()));
    }
}
