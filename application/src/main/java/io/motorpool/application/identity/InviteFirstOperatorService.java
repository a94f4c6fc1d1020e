package io.motorpool.application.identity;

import io.motorpool.application.identity.LettersToSend.Owed;
import io.motorpool.application.identity.SecurityJournal.Deed;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.company.PersonName;
import io.motorpool.domain.identity.DivisionRoles;
import io.motorpool.domain.identity.EmailAddress;
import io.motorpool.domain.identity.IdentityRefusal.OperatorExists;
import io.motorpool.domain.identity.OneTimeLink;
import io.motorpool.domain.identity.Person;
import io.motorpool.domain.identity.User;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Asks and acts as one, so that of two who begin at once one is the first. */
public final class InviteFirstOperatorService implements InviteFirstOperator {

    private final UnitOfWork unitOfWork;
    private final Users users;
    private final LettersToSend letters;
    private final SecurityJournal journal;
    private final Clock clock;
    private final Supplier<UUID> nextId;

    public InviteFirstOperatorService(
            UnitOfWork unitOfWork,
            Users users,
            LettersToSend letters,
            SecurityJournal journal,
            Clock clock,
            Supplier<UUID> nextId) {
        this.unitOfWork = unitOfWork;
        this.users = users;
        this.letters = letters;
        this.journal = journal;
        this.clock = clock;
        this.nextId = nextId;
    }

    @Override
    public Uni<Decision<UserView, Refusal>> invite(EmailAddress email, PersonName name) {
        Person person = new Person(new UserId(nextId.get()), email, name, DivisionRoles.of(Role.OPERATOR));
        return unitOfWork.inTransaction(() -> users.lockWhetherAnybodyIs(Role.OPERATOR)
                .chain(there -> there ? Proceed.refused(new OperatorExists()) : add(person)));
    }

    private Uni<Decision<UserView, Refusal>> add(Person person) {
        Instant now = clock.instant();
        User.Changed invited = User.invite(person, now);
        return Proceed.with(
                users.add(invited.user()),
                version -> letters.put(new Owed(person.id(), OneTimeLink.Purpose.INVITATION, 0, now))
                        .chain(() -> journal.write(
                                Deed.ofMotorpool(), List.of(invited.fact()), Map.of("roles", Role.OPERATOR.name())))
                        .replaceWith(() -> Decision.accept(UserView.of(new Versioned<>(invited.user(), version)))));
    }
}
