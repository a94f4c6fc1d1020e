package io.motorpool.application.identity;

import io.motorpool.application.identity.RateBuckets.Kind;
import io.motorpool.application.identity.SecurityJournal.Deed;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.identity.IdentityRefusal;
import io.motorpool.domain.identity.IdentityRefusal.LinkRefused;
import io.motorpool.domain.identity.OneTimeLink;
import io.motorpool.domain.identity.PasswordHash;
import io.motorpool.domain.identity.PasswordPolicy;
import io.motorpool.domain.identity.Secret;
import io.motorpool.domain.identity.SecretDigest;
import io.motorpool.domain.identity.User;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.Optional;

/**
 * Looks at the link first, so that a weak password does not use it up and nobody has something hashed without a link. It
 * counts once: it is used up together with the change.
 */
public final class ChoosePasswordService implements ChoosePassword {

    private final UnitOfWork unitOfWork;
    private final Throttle throttle;
    private final OneTimeLinks links;
    private final Users users;
    private final PasswordHasher hasher;
    private final NewPassword newPassword;
    private final SecurityJournal journal;
    private final Clock clock;

    public ChoosePasswordService(
            UnitOfWork unitOfWork,
            Throttle throttle,
            OneTimeLinks links,
            Users users,
            PasswordHasher hasher,
            NewPassword newPassword,
            SecurityJournal journal,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.throttle = throttle;
        this.links = links;
        this.users = users;
        this.hasher = hasher;
        this.newPassword = newPassword;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Uni<Decision<UserId, Refusal>> choose(Choice choice) {
        return Proceed.with(
                        throttle.pass(Kind.USE_A_LINK, choice.from()),
                        _ -> Proceed.with(
                                unitOfWork.reading(() -> look(choice)),
                                user -> Proceed.with(
                                        PasswordPolicy.check(choice.wanted(), user.person()),
                                        wanted -> hasher.hash(wanted).chain(hash -> take(choice, user.id(), hash)))))
                .call(answer -> answer.fold(
                        _ -> Uni.createFrom().voidItem(),
                        reason -> reason instanceof LinkRefused
                                ? noteRefused(choice)
                                : Uni.createFrom().voidItem()));
    }

    private Uni<Void> noteRefused(Choice choice) {
        return unitOfWork.inTransaction(
                () -> journal.note(Deed.ofStranger(choice.from()), SecurityEvent.LINK_REFUSED, null, null));
    }

    private Uni<Decision<User, Refusal>> look(Choice choice) {
        return digest(choice)
                .map(digest -> links.find(digest)
                        .chain(found -> Proceed.with(
                                open(found, choice),
                                link -> users.find(link.user())
                                        .map(user -> Decision.accept(
                                                user.orElseThrow().value())))))
                .orElseGet(() -> Proceed.refused(new LinkRefused()));
    }

    private static Optional<SecretDigest> digest(Choice choice) {
        try {
            return Optional.of(new Secret(choice.link()).digest());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Decision<OneTimeLink, IdentityRefusal> open(Optional<OneTimeLink> found, Choice choice) {
        return found.map(link -> link.open(choice.purpose(), clock.instant()))
                .orElseGet(() -> Decision.refuse(new LinkRefused()));
    }

    private Uni<Decision<UserId, Refusal>> take(Choice choice, UserId user, PasswordHash hash) {
        return unitOfWork.inTransaction(() -> users.lock(user)
                .map(Optional::orElseThrow)
                .chain(stored -> links.take(digest(choice).orElseThrow())
                        .chain(found -> Proceed.with(
                                open(found, choice),
                                _ -> newPassword.take(
                                        stored,
                                        now -> stored.value().choosePassword(hash, now),
                                        null,
                                        new Deed(user, choice.from())))))
                .map(answer -> answer.map(_ -> user)));
    }
}
