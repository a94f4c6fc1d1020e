package io.motorpool.application.identity;

import io.motorpool.application.identity.RateBuckets.Bucket;
import io.motorpool.application.identity.RateBuckets.Kind;
import io.motorpool.application.identity.SecurityJournal.Deed;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.identity.IdentityRefusal;
import io.motorpool.domain.identity.IdentityRefusal.NotPossibleForUser;
import io.motorpool.domain.identity.IdentityRefusal.PasswordTooWeak;
import io.motorpool.domain.identity.IdentityRefusal.PasswordTooWeak.Weakness;
import io.motorpool.domain.identity.IdentityRefusal.PasswordWrong;
import io.motorpool.domain.identity.Password;
import io.motorpool.domain.identity.PasswordHash;
import io.motorpool.domain.identity.PasswordPolicy;
import io.motorpool.domain.identity.User;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * The present password is compared and the new one hashed outside of any unit of work; then the change is made, if the
 * present password is still the one that was compared.
 */
public final class ChangePasswordService implements ChangePassword {

    private final UnitOfWork unitOfWork;
    private final Throttle throttle;
    private final Users users;
    private final PasswordHasher hasher;
    private final NewPassword newPassword;
    private final SecurityJournal journal;

    public ChangePasswordService(
            UnitOfWork unitOfWork,
            Throttle throttle,
            Users users,
            PasswordHasher hasher,
            NewPassword newPassword,
            SecurityJournal journal) {
        this.unitOfWork = unitOfWork;
        this.throttle = throttle;
        this.users = users;
        this.hasher = hasher;
        this.newPassword = newPassword;
        this.journal = journal;
    }

    @Override
    public Uni<Decision<Integer, Refusal>> change(Change change) {
        Bucket own = new Bucket(Kind.CHANGE_PASSWORD, change.caller().user().toString());
        return Proceed.with(
                unitOfWork.reading(() -> users.find(change.caller().user())).map(ChangePasswordService::active),
                user -> Proceed.with(throttle.pass(own), _ -> compare(change, user)));
    }

    /** A service has no password. */
    private static Decision<User.Active, Refusal> active(Optional<Versioned<User>> found) {
        return found.map(Versioned::value)
                .<Decision<User.Active, Refusal>>map(user -> user instanceof User.Active active
                        ? Decision.accept(active)
                        : Decision.refuse(new NotPossibleForUser(user.status())))
                .orElseGet(() -> Decision.refuse(new NotFound(Thing.USER)));
    }

    private Uni<Decision<Integer, Refusal>> compare(Change change, User.Active user) {
        return hasher.check(change.present(), user.password())
                .chain(match -> match == PasswordHasher.Match.NONE ? wrong(change) : take(change, user));
    }

    private Uni<Decision<Integer, Refusal>> wrong(Change change) {
        return unitOfWork.inTransaction(() -> journal.note(
                        Deed.of(change.caller(), change.from()),
                        SecurityEvent.PASSWORD_CHANGE_REFUSED,
                        change.caller().user(),
                        change.session())
                .chain(() -> Proceed.refused(new PasswordWrong())));
    }

    private Uni<Decision<Integer, Refusal>> take(Change change, User.Active user) {
        Decision<Password, IdentityRefusal> good = change.wanted().equals(change.present())
                ? Decision.refuse(new PasswordTooWeak(Weakness.UNCHANGED))
                : PasswordPolicy.check(change.wanted(), user.person());
        return Proceed.with(
                good,
                wanted -> hasher.hash(wanted)
                        .chain(hash -> unitOfWork.inTransaction(() ->
                                users.lock(user.id()).chain(found -> store(change, user, hash, found.orElseThrow())))));
    }

    private Uni<Decision<Integer, Refusal>> store(
            Change change, User.Active compared, PasswordHash hash, Versioned<User> stored) {
        return stored.value() instanceof User.Active now && now.password().equals(compared.password())
                ? newPassword.take(
                        stored,
                        instant -> Decision.accept(now.changePassword(hash, instant)),
                        change.session(),
                        Deed.of(change.caller(), change.from()))
                : Proceed.refused(new PasswordWrong());
    }
}
