package io.motorpool.application.identity;

import io.motorpool.application.identity.LettersToSend.Owed;
import io.motorpool.application.identity.SecurityJournal.Deed;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.identity.CutOff;
import io.motorpool.domain.identity.DivisionRoles;
import io.motorpool.domain.identity.IdentityRefusal.NotPossibleForUser;
import io.motorpool.domain.identity.OneTimeLink;
import io.motorpool.domain.identity.Person;
import io.motorpool.domain.identity.Session.EndReason;
import io.motorpool.domain.identity.SourceNetwork;
import io.motorpool.domain.identity.TokenPolicy;
import io.motorpool.domain.identity.User;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Changes users under their lock, with everything that rests on them. */
public final class LookAfterUsersService implements LookAfterUsers {

    private final UnitOfWork unitOfWork;
    private final Users users;
    private final OneTimeLinks links;
    private final LettersToSend letters;
    private final CutOffs cutOffs;
    private final EndOfSessions end;
    private final SecurityJournal journal;
    private final TokenPolicy policy;
    private final Clock clock;
    private final Supplier<UUID> nextId;

    public LookAfterUsersService(
            UnitOfWork unitOfWork,
            Users users,
            OneTimeLinks links,
            LettersToSend letters,
            CutOffs cutOffs,
            EndOfSessions end,
            SecurityJournal journal,
            TokenPolicy policy,
            Clock clock,
            Supplier<UUID> nextId) {
        this.unitOfWork = unitOfWork;
        this.users = users;
        this.links = links;
        this.letters = letters;
        this.cutOffs = cutOffs;
        this.end = end;
        this.journal = journal;
        this.policy = policy;
        this.clock = clock;
        this.nextId = nextId;
    }

    @Override
    public Uni<Decision<UserView, Refusal>> invite(Invitation invitation) {
        Person person = new Person(new UserId(nextId.get()), invitation.email(), invitation.name(), invitation.roles());
        return Proceed.with(
                Permit.anywhere(invitation.caller(), Permission.MANAGE_USERS),
                caller -> unitOfWork.inTransaction(() -> add(person, Deed.of(caller, invitation.from()))));
    }

    private Uni<Decision<UserView, Refusal>> add(Person person, Deed deed) {
        Instant now = clock.instant();
        User.Changed invited = User.invite(person, now);
        return Proceed.with(
                users.add(invited.user()),
                version -> letters.put(new Owed(person.id(), OneTimeLink.Purpose.INVITATION, 0, now))
                        .chain(() ->
                                journal.write(deed, List.of(invited.fact()), Map.of("roles", names(person.roles()))))
                        .replaceWith(() -> Decision.accept(UserView.of(new Versioned<>(invited.user(), version)))));
    }

    @Override
    public Uni<Decision<UserView, Refusal>> sendLetter(Caller caller, UserId user, SourceNetwork from) {
        Deed deed = Deed.of(caller, from);
        return change(
                caller,
                user,
                stored -> Proceed.with(
                        purpose(stored.value()),
                        purpose -> letters.put(new Owed(user, purpose, 0, clock.instant()))
                                .chain(() -> journal.note(deed, SecurityEvent.LETTER_ASKED_FOR, user, null))
                                .replaceWith(() -> Decision.accept(UserView.of(stored)))));
    }

    private static Decision<OneTimeLink.Purpose, Refusal> purpose(User user) {
        return user.linkToChooseAPassword()
                .<Decision<OneTimeLink.Purpose, Refusal>>map(Decision::accept)
                .orElseGet(() -> Decision.refuse(new NotPossibleForUser(user.status())));
    }

    @Override
    public Uni<Decision<UserView, Refusal>> changeRoles(RolesChange change) {
        Deed deed = Deed.of(change.caller(), change.from());
        return change(
                change.caller(),
                change.user(),
                stored -> Proceed.with(
                        stored.ifStill(change.seen()).widened(),
                        user -> Proceed.with(
                                user.changeRoles(change.roles(), change.caller().user(), clock.instant()),
                                changed -> changed.user().equals(user)
                                        ? Proceed.done(UserView.of(stored))
                                        : storeRoles(stored, changed, deed))));
    }

    private Uni<Decision<UserView, Refusal>> storeRoles(Versioned<User> stored, User.Changed changed, Deed deed) {
        DivisionRoles before = stored.value().person().roles();
        DivisionRoles after = changed.user().person().roles();
        return store(stored, changed, deed, Map.of("before", names(before), "after", names(after)))
                .call(view -> after.roles().containsAll(before.roles())
                        ? Uni.createFrom().voidItem()
                        : cutOff(view.id(), view.version()))
                .map(Decision::accept);
    }

    private static String names(DivisionRoles roles) {
        return roles.roles().stream().map(Role::name).sorted().collect(Collectors.joining(","));
    }

    @Override
    public Uni<Decision<UserView, Refusal>> disable(Caller caller, UserId user, Version seen, SourceNetwork from) {
        Deed deed = Deed.of(caller, from);
        return change(
                caller,
                user,
                stored -> Proceed.with(
                        stored.ifStill(seen).widened(),
                        it -> Proceed.with(
                                it.disable(caller.user(), clock.instant()),
                                changed -> store(stored, changed, deed, Map.of())
                                        .call(view -> shutOut(user, view.version(), deed))
                                        .map(Decision::accept))));
    }

    /** Whatever they had, they have no more. */
    private Uni<Void> shutOut(UserId user, Version since, Deed deed) {
        return letters.removeAll(user)
                .chain(() -> links.remove(user))
                .chain(() -> end.closeAll(user, null, EndReason.USER_DISABLED, clock.instant(), deed))
                .chain(() -> cutOff(user, since));
    }

    private Uni<Void> cutOff(UserId user, Version since) {
        return cutOffs.add(List.of(CutOff.ofUser(user, since, clock.instant(), policy)));
    }

    @Override
    public Uni<Decision<UserView, Refusal>> enable(Caller caller, UserId user, Version seen, SourceNetwork from) {
        Deed deed = Deed.of(caller, from);
        return change(
                caller,
                user,
                stored -> Proceed.with(
                        stored.ifStill(seen).widened(),
                        it -> Proceed.with(
                                it.enable(clock.instant()),
                                changed ->
                                        store(stored, changed, deed, Map.of()).map(Decision::accept))));
    }

    /** Who may not look after users does not learn who there is. */
    private Uni<Decision<UserView, Refusal>> change(
            Caller caller, UserId user, Function<Versioned<User>, Uni<Decision<UserView, Refusal>>> step) {
        return Proceed.with(
                Permit.anywhere(caller, Permission.MANAGE_USERS),
                _ -> unitOfWork.inTransaction(() -> users.lock(user)
                        .chain(found -> found.isEmpty()
                                ? Proceed.refused(new NotFound(Thing.USER))
                                : step.apply(found.get()))));
    }

    private Uni<UserView> store(Versioned<User> stored, User.Changed changed, Deed deed, Map<String, String> details) {
        return users.save(stored.with(changed.user()))
                .call(() -> journal.write(deed, List.of(changed.fact()), details))
                .map(version -> UserView.of(new Versioned<>(changed.user(), version)));
    }
}
