package io.motorpool.application.identity;

import io.motorpool.application.identity.SecurityJournal.Deed;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.NotPermitted;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.identity.RefreshToken;
import io.motorpool.domain.identity.Session;
import io.motorpool.domain.identity.Session.EndReason;
import io.motorpool.domain.identity.Session.Live;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.identity.SourceNetwork;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.Optional;

/** Ends sessions at the wish of whom they belong to, or of those who look after users. */
public final class SignOutService implements SignOut {

    private final UnitOfWork unitOfWork;
    private final Users users;
    private final Sessions sessions;
    private final EndOfSessions end;
    private final Clock clock;

    public SignOutService(UnitOfWork unitOfWork, Users users, Sessions sessions, EndOfSessions end, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.users = users;
        this.sessions = sessions;
        this.end = end;
        this.clock = clock;
    }

    @Override
    public Uni<Decision<SessionId, Refusal>> from(Caller caller, SessionId session, SourceNetwork network) {
        return unitOfWork.inTransaction(() -> sessions.lock(session)
                .chain(found -> Proceed.with(
                        permitted(caller, found),
                        it -> end(it, Deed.of(caller, network)).replaceWith(() -> Decision.accept(it.id())))));
    }

    /** A stranger's session does not exist. */
    private static Decision<Session, Refusal> permitted(Caller caller, Optional<Session> found) {
        Optional<Session> visible =
                found.filter(session -> session.user().equals(caller.user()) || caller.holds(Permission.READ_USERS));
        if (visible.isEmpty()) {
            return Decision.refuse(new NotFound(Thing.SESSION));
        }
        return visible.get().user().equals(caller.user()) || caller.holds(Permission.MANAGE_USERS)
                ? Decision.accept(visible.get())
                : Decision.refuse(new NotPermitted(Permission.MANAGE_USERS));
    }

    private Uni<Void> end(Session session, Deed deed) {
        return switch (session) {
            case Live live -> end.close(live.end(EndReason.SIGNED_OUT, clock.instant()), deed);
            case Session.Ended _ -> Uni.createFrom().voidItem();
        };
    }

    @Override
    public Uni<Void> with(String token, SourceNetwork network) {
        return RefreshToken.read(token)
                .map(read -> unitOfWork.inTransaction(() -> sessions.lock(read.session())
                        .chain(found -> found.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : endIfIssued(found.get(), read, Deed.ofStranger(network)))))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** An older token of the family will do: whoever has it wants the session to end, or should not have it. */
    private Uni<Void> endIfIssued(Session session, RefreshToken token, Deed deed) {
        return sessions.generationOf(session.id(), token.secret().digest())
                .chain(generation -> generation.isEmpty() ? Uni.createFrom().voidItem() : end(session, deed));
    }

    @Override
    public Uni<Decision<Integer, Refusal>> everywhere(Caller caller, SourceNetwork network) {
        return endAll(caller, caller.user(), network);
    }

    @Override
    public Uni<Decision<Integer, Refusal>> everywhere(Caller caller, UserId user, SourceNetwork network) {
        return user.equals(caller.user())
                ? endAll(caller, user, network)
                : Proceed.with(Permit.anywhere(caller, Permission.MANAGE_USERS), _ -> endAll(caller, user, network));
    }

    private Uni<Decision<Integer, Refusal>> endAll(Caller caller, UserId user, SourceNetwork network) {
        return unitOfWork.inTransaction(() -> users.lock(user)
                .chain(found -> found.isEmpty()
                        ? Proceed.refused(new NotFound(Thing.USER))
                        : end.closeAll(
                                        user,
                                        null,
                                        EndReason.SIGNED_OUT_EVERYWHERE,
                                        clock.instant(),
                                        Deed.of(caller, network))
                                .map(Decision::accept)));
    }
}
