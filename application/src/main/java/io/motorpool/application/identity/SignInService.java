package io.motorpool.application.identity;

import io.motorpool.application.identity.RateBuckets.Kind;
import io.motorpool.application.identity.SecurityJournal.Deed;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.identity.Grant;
import io.motorpool.domain.identity.IdentityRefusal;
import io.motorpool.domain.identity.IdentityRefusal.SignInRefused;
import io.motorpool.domain.identity.KeyId;
import io.motorpool.domain.identity.LoginDigest;
import io.motorpool.domain.identity.PasswordHash;
import io.motorpool.domain.identity.Secret;
import io.motorpool.domain.identity.Session;
import io.motorpool.domain.identity.Session.Opened;
import io.motorpool.domain.identity.Session.Opening;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.identity.SignInGuard;
import io.motorpool.domain.identity.SignInGuard.Origin;
import io.motorpool.domain.identity.User;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Three steps, because the comparison of passwords is slow on purpose and must not keep a lock: the attempt is counted,
 * the password compared, and what was found then decided on, if it is still so. An unknown login takes the same steps.
 */
public final class SignInService implements SignIn {

    private final UnitOfWork unitOfWork;
    private final Throttle throttle;
    private final SignInAttempts attempts;
    private final Users users;
    private final PasswordHasher hasher;
    private final Grants grants;
    private final Sessions sessions;
    private final TokenIssuer issuer;
    private final SecurityJournal journal;
    private final Clock clock;
    private final Supplier<UUID> nextId;
    private final Supplier<Secret> nextSecret;

    public SignInService(
            UnitOfWork unitOfWork,
            Throttle throttle,
            SignInAttempts attempts,
            Users users,
            PasswordHasher hasher,
            Grants grants,
            Sessions sessions,
            TokenIssuer issuer,
            SecurityJournal journal,
            Clock clock,
            Supplier<UUID> nextId,
            Supplier<Secret> nextSecret) {
        this.unitOfWork = unitOfWork;
        this.throttle = throttle;
        this.attempts = attempts;
        this.users = users;
        this.hasher = hasher;
        this.grants = grants;
        this.sessions = sessions;
        this.issuer = issuer;
        this.journal = journal;
        this.clock = clock;
        this.nextId = nextId;
        this.nextSecret = nextSecret;
    }

    /** Who may be trying, and what their password was at that time. */
    private record Candidate(SignInGuard.Attempt attempt, Optional<User> user) {

        Optional<PasswordHash> password() {
            return user.flatMap(User::signsInWith);
        }

        @Nullable
        UserId id() {
            return user.map(User::id).orElse(null);
        }
    }

    /** A session that began, with everything that is handed out once. */
    private record Entered(Grant grant, Session.Live session, Secret refresh, Secret device, KeyId key, Instant now) {}

    @Override
    public Uni<Decision<SignedIn, Refusal>> signIn(Attempt wanted) {
        return Proceed.with(
                throttle.pass(Kind.SIGN_IN, wanted.from()),
                _ -> Proceed.with(admit(wanted), candidate -> compare(wanted, candidate)));
    }

    private Uni<Decision<Candidate, Refusal>> admit(Attempt wanted) {
        return unitOfWork.inTransaction(() -> users.signingInAs(wanted.login())
                .map(found -> found.map(Versioned::value))
                .chain(user -> attempts.admit(wanted, clock.instant()).chain(counted -> switch (counted) {
                    case Decision.Accepted<SignInGuard.Attempt, IdentityRefusal>(var attempt) ->
                        Proceed.done(new Candidate(attempt, user));
                    case Decision.Refused<SignInGuard.Attempt, IdentityRefusal>(var reason) ->
                        journal.note(
                                        Deed.ofStranger(wanted.from()),
                                        SecurityEvent.SIGN_IN_STOPPED,
                                        user.map(User::id).orElse(null),
                                        null)
                                .chain(() -> Proceed.refused(reason));
                })));
    }

    private Uni<Decision<SignedIn, Refusal>> compare(Attempt wanted, Candidate candidate) {
        return candidate
                .password()
                .map(kept -> hasher.check(wanted.password(), kept))
                .orElseGet(() -> hasher.checkNobody(wanted.password()))
                .onFailure()
                .call(() -> unitOfWork.inTransaction(
                        () -> attempts.withdraw(LoginDigest.of(wanted.login()), candidate.attempt())))
                .chain(match -> switch (match) {
                    case NONE -> unitOfWork.inTransaction(() -> turnAway(wanted, candidate));
                    case GOOD -> enter(wanted, candidate, null);
                    case OUTDATED ->
                        hasher.hash(wanted.password()).chain(stronger -> enter(wanted, candidate, stronger));
                });
    }

    private <T> Uni<Decision<T, Refusal>> turnAway(Attempt wanted, Candidate candidate) {
        return journal.note(Deed.ofStranger(wanted.from()), SecurityEvent.SIGN_IN_REFUSED, candidate.id(), null)
                .chain(() -> Proceed.refused(new SignInRefused()));
    }

    private Uni<Decision<SignedIn, Refusal>> enter(
            Attempt wanted, Candidate candidate, @Nullable PasswordHash stronger) {
        Uni<Decision<Entered, Refusal>> entering = unitOfWork.inTransaction(() -> found(candidate, stronger)
                .chain(user ->
                        user.isPresent() ? welcome(wanted, candidate, user.get()) : turnAway(wanted, candidate)));
        return Proceed.with(
                entering,
                entered -> issuer.tokens(
                                entered.key(), entered.grant(), entered.session(), entered.refresh(), entered.now())
                        .map(tokens -> Decision.accept(new SignedIn(
                                tokens, entered.device(), entered.now().plus(SignInAttempts.DEVICE_KEPT)))));
    }

    /** The user, if they still sign in with the password that was compared; it is kept more safely if it was not yet. */
    private Uni<Optional<User.Active>> found(Candidate candidate, @Nullable PasswordHash stronger) {
        UserId id = candidate.user().orElseThrow().id();
        if (stronger == null) {
            return users.hold(id).map(found -> found.flatMap(stored -> unchanged(stored.value(), candidate)));
        }
        return users.lock(id).chain(found -> {
            Optional<User.Active> active = found.flatMap(stored -> unchanged(stored.value(), candidate));
            return active.isEmpty()
                    ? Uni.createFrom().item(active)
                    : users.save(found.get().with(active.get().keepingPasswordAs(stronger)))
                            .replaceWith(active);
        });
    }

    private static Optional<User.Active> unchanged(User user, Candidate candidate) {
        return user instanceof User.Active active && active.signsInWith().equals(candidate.password())
                ? Optional.of(active)
                : Optional.empty();
    }

    private Uni<Decision<Entered, Refusal>> welcome(Attempt wanted, Candidate candidate, User.Active user) {
        return attempts.forgive(LoginDigest.of(wanted.login()), candidate.attempt())
                .chain(() -> grants.underWantedOrUsual(user, wanted.profile()))
                .chain(granted -> switch (granted) {
                    case Decision.Accepted<Grant, IdentityRefusal>(var grant) -> begin(wanted, candidate, grant);
                    case Decision.Refused<Grant, IdentityRefusal>(var reason) ->
                        journal.note(new Deed(user.id(), wanted.from()), SecurityEvent.PROFILE_REFUSED, user.id(), null)
                                .chain(() -> Proceed.refused(reason));
                });
    }

    private Uni<Decision<Entered, Refusal>> begin(Attempt wanted, Candidate candidate, Grant grant) {
        Instant now = clock.instant();
        Opened opened = Session.open(
                new Opening(new SessionId(nextId.get()), grant.user(), wanted.device(), now), grant.profile());
        Secret refresh = nextSecret.get();
        Secret device = device(wanted, candidate);
        return issuer.signingKey()
                .call(() -> sessions.add(opened.session(), refresh.digest()))
                .call(() ->
                        attempts.remember(LoginDigest.of(wanted.login()), device, now.plus(SignInAttempts.DEVICE_KEPT)))
                .call(() -> journal.write(new Deed(grant.user(), wanted.from()), List.of(opened.fact())))
                .map(key -> Decision.accept(new Entered(grant, opened.session(), refresh, device, key, now)));
    }

    /** One that is known keeps its secret; a secret that we did not make is not taken over. */
    private Secret device(Attempt wanted, Candidate candidate) {
        Secret known = wanted.known();
        return known != null && candidate.attempt().origin() instanceof Origin.Familiar ? known : nextSecret.get();
    }
}
