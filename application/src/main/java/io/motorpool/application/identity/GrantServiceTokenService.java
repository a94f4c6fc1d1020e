package io.motorpool.application.identity;

import io.motorpool.application.identity.RateBuckets.Kind;
import io.motorpool.application.identity.SecurityJournal.Deed;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.identity.ClientAssertion;
import io.motorpool.domain.identity.Grant;
import io.motorpool.domain.identity.IdentityRefusal;
import io.motorpool.domain.identity.IdentityRefusal.ClientRefused;
import io.motorpool.domain.identity.KeyId;
import io.motorpool.domain.identity.ServiceAccount;
import io.motorpool.domain.identity.TokenPolicy;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds the account while it decides: what is taken from the service meanwhile waits, and cuts off what it got. */
public final class GrantServiceTokenService implements GrantServiceToken {

    private final UnitOfWork unitOfWork;
    private final Throttle throttle;
    private final ServiceAccounts accounts;
    private final ClientAssertions assertions;
    private final UsedAssertions used;
    private final TokenIssuer tokens;
    private final Issuer issuer;
    private final SecurityJournal journal;
    private final TokenPolicy policy;
    private final Clock clock;

    public GrantServiceTokenService(
            UnitOfWork unitOfWork,
            Throttle throttle,
            ServiceAccounts accounts,
            ClientAssertions assertions,
            UsedAssertions used,
            TokenIssuer tokens,
            Issuer issuer,
            SecurityJournal journal,
            TokenPolicy policy,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.throttle = throttle;
        this.accounts = accounts;
        this.assertions = assertions;
        this.used = used;
        this.tokens = tokens;
        this.issuer = issuer;
        this.journal = journal;
        this.policy = policy;
        this.clock = clock;
    }

    private record Granted(Versioned<Grant> grant, KeyId key, Instant now) {}

    @Override
    public Uni<Decision<ServiceToken, Refusal>> grant(Request request) {
        return Proceed.with(
                throttle.pass(Kind.SERVICE_TOKEN, request.from()),
                _ -> Proceed.with(
                        unitOfWork.inTransaction(() -> decide(request)),
                        granted -> tokens.issue(granted.key(), granted.grant(), null, granted.now())
                                .map(issued -> Decision.accept(
                                        new ServiceToken(granted.grant().value(), issued.token(), issued.until())))));
    }

    private Uni<Decision<Granted, Refusal>> decide(Request request) {
        Optional<UserId> claimed = assertions.claimedBy(request.assertion()).filter(request::isFor);
        return claimed.isEmpty()
                ? turnAway(request, null)
                : accounts.hold(claimed.get())
                        .chain(found -> found.isEmpty() ? turnAway(request, null) : verify(request, found.get()));
    }

    private Uni<Decision<Granted, Refusal>> verify(Request request, Versioned<ServiceAccount> stored) {
        ServiceAccount account = stored.value();
        Instant now = clock.instant();
        Optional<ClientAssertion> words = assertions.verify(request.assertion(), account.keys(), issuer.url());
        if (words.isEmpty()) {
            return turnAway(request, account.id());
        }
        return switch (account.grant(words.get(), now, policy)) {
            case Decision.Accepted<Grant, IdentityRefusal>(var grant) ->
                useOnce(request, words.get(), stored.with(grant), now);
            case Decision.Refused<Grant, IdentityRefusal> _ -> turnAway(request, account.id());
        };
    }

    private Uni<Decision<Granted, Refusal>> useOnce(
            Request request, ClientAssertion words, Versioned<Grant> grant, Instant now) {
        return used.use(words.client(), words.id(), words.rememberedUntil(policy))
                .chain(first -> first
                        ? tokens.signingKey()
                                .call(() -> journal.note(
                                        new Deed(words.client(), request.from()),
                                        SecurityEvent.SERVICE_TOKEN_ISSUED,
                                        words.client().value(),
                                        null,
                                        Map.of("key", words.key().value())))
                                .map(key -> Decision.accept(new Granted(grant, key, now)))
                        : turnAway(request, words.client()));
    }

    private <T> Uni<Decision<T, Refusal>> turnAway(Request request, @Nullable UserId service) {
        return journal.note(Deed.ofStranger(request.from()), SecurityEvent.SERVICE_TOKEN_REFUSED, service, null)
                .chain(() -> Proceed.refused(new ClientRefused()));
    }
}
