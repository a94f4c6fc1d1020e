package io.motorpool.application.identity;

import io.motorpool.application.identity.Doorkeeper.Recognised;
import io.motorpool.application.identity.RateBuckets.Kind;
import io.motorpool.application.identity.SecurityJournal.Deed;
import io.motorpool.application.identity.SessionDesk.Ticket;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.identity.Grant;
import io.motorpool.domain.identity.IdentityRefusal;
import io.motorpool.domain.identity.Secret;
import io.motorpool.domain.identity.User;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;

/** Whom the {@link Doorkeeper} recognises begins a session, provided that it is still so when the session begins. */
public final class SignInService implements SignIn {

    private final UnitOfWork unitOfWork;
    private final Throttle throttle;
    private final Doorkeeper doorkeeper;
    private final Grants grants;
    private final SessionDesk desk;
    private final SecurityJournal journal;
    private final Clock clock;

    public SignInService(
            UnitOfWork unitOfWork,
            Throttle throttle,
            Doorkeeper doorkeeper,
            Grants grants,
            SessionDesk desk,
            SecurityJournal journal,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.throttle = throttle;
        this.doorkeeper = doorkeeper;
        this.grants = grants;
        this.desk = desk;
        this.journal = journal;
        this.clock = clock;
    }

    /** A session that began, and the secret by which the device is known. */
    private record Entered(Ticket ticket, Secret device) {}

    @Override
    public Uni<Decision<SignedIn, Refusal>> signIn(Attempt wanted) {
        return Proceed.with(
                throttle.pass(Kind.SIGN_IN, wanted.from()),
                _ -> Proceed.with(doorkeeper.recognise(wanted), this::enter));
    }

    private Uni<Decision<SignedIn, Refusal>> enter(Recognised recognised) {
        Uni<Decision<Entered, Refusal>> entering = unitOfWork.inTransaction(
                () -> Proceed.with(doorkeeper.letIn(recognised), user -> welcome(recognised, user)));
        return Proceed.with(
                entering,
                entered -> desk.handOut(entered.ticket())
                        .map(tokens -> Decision.accept(new SignedIn(
                                tokens, entered.device(), entered.ticket().now().plus(SignInAttempts.DEVICE_KEPT)))));
    }

    private Uni<Decision<Entered, Refusal>> welcome(Recognised recognised, Versioned<User.Active> user) {
        return grants.underWantedOrUsual(user.value(), recognised.wanted().profile())
                .chain(granted -> switch (granted) {
                    case Decision.Accepted<Grant, IdentityRefusal>(var grant) -> begin(recognised, user.with(grant));
                    case Decision.Refused<Grant, IdentityRefusal>(var reason) ->
                        journal.note(
                                        new Deed(
                                                user.value().id(),
                                                recognised.wanted().from()),
                                        SecurityEvent.PROFILE_REFUSED,
                                        user.value().id(),
                                        null)
                                .chain(() -> Proceed.refused(reason));
                });
    }

    private Uni<Decision<Entered, Refusal>> begin(Recognised recognised, Versioned<Grant> grant) {
        Deed deed = new Deed(recognised.user(), recognised.wanted().from());
        return desk.begin(grant, recognised.wanted().device(), clock.instant())
                .call(begun -> journal.write(deed, List.of(begun.fact())))
                .chain(begun -> doorkeeper
                        .remember(recognised)
                        .map(device -> Decision.accept(new Entered(begun.ticket(), device))));
    }
}
