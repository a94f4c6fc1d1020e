package io.motorpool.application.identity;

import io.motorpool.application.identity.SecurityJournal.Deed;
import io.motorpool.application.shared.Permit;
import io.motorpool.application.shared.Proceed;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.AccessRefusal.NotFound;
import io.motorpool.domain.access.AccessRefusal.Thing;
import io.motorpool.domain.access.Permission;
import io.motorpool.domain.identity.CutOff;
import io.motorpool.domain.identity.KeyId;
import io.motorpool.domain.identity.RsaPublicKey;
import io.motorpool.domain.identity.ServiceAccount;
import io.motorpool.domain.identity.TokenPolicy;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Changes services under their lock. What a service loses it loses at once: its tokens are cut off. */
public final class LookAfterServiceAccountsService implements LookAfterServiceAccounts {

    private final UnitOfWork unitOfWork;
    private final ServiceAccounts accounts;
    private final CutOffs cutOffs;
    private final SecurityJournal journal;
    private final TokenPolicy policy;
    private final Clock clock;
    private final Supplier<UUID> nextId;

    public LookAfterServiceAccountsService(
            UnitOfWork unitOfWork,
            ServiceAccounts accounts,
            CutOffs cutOffs,
            SecurityJournal journal,
            TokenPolicy policy,
            Clock clock,
            Supplier<UUID> nextId) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.cutOffs = cutOffs;
        this.journal = journal;
        this.policy = policy;
        this.clock = clock;
        this.nextId = nextId;
    }

    @Override
    public Uni<Decision<ServiceAccountView, Refusal>> register(Registration wanted) {
        return Proceed.with(
                Permit.anywhere(wanted.caller(), Permission.MANAGE_SERVICE_ACCOUNTS),
                _ -> unitOfWork.inTransaction(() -> add(wanted)));
    }

    private Uni<Decision<ServiceAccountView, Refusal>> add(Registration wanted) {
        ServiceAccount.Changed registered = ServiceAccount.register(
                new UserId(nextId.get()),
                wanted.name(),
                wanted.profile(),
                wanted.role(),
                wanted.key(),
                clock.instant());
        return accounts.add(registered.account())
                .chain(version -> write(
                        Deed.of(wanted.caller(), wanted.from()),
                        registered,
                        new Versioned<>(registered.account(), version)));
    }

    @Override
    public Uni<Decision<ServiceAccountView, Refusal>> change(Change change) {
        return change(
                change.account(),
                (account, now) -> Decision.accept(account.change(change.name(), change.profile(), change.role(), now)),
                (before, after) -> !before.profile().equals(after.profile()) || before.role() != after.role());
    }

    @Override
    public Uni<Decision<ServiceAccountView, Refusal>> addKey(Existing account, RsaPublicKey key) {
        return change(account, (it, now) -> it.addKey(key, now), (_, _) -> false);
    }

    @Override
    public Uni<Decision<ServiceAccountView, Refusal>> removeKey(Existing account, KeyId key) {
        return change(account, (it, now) -> it.removeKey(key, now), (_, _) -> true);
    }

    @Override
    public Uni<Decision<ServiceAccountView, Refusal>> disable(Existing account) {
        return change(account, ServiceAccount::disable, (_, _) -> true);
    }

    @Override
    public Uni<Decision<ServiceAccountView, Refusal>> enable(Existing account) {
        return change(account, ServiceAccount::enable, (_, _) -> false);
    }

    /** Who may not look after services does not learn which there are. */
    private Uni<Decision<ServiceAccountView, Refusal>> change(
            Existing wanted,
            BiFunction<ServiceAccount, Instant, Decision<ServiceAccount.Changed, Refusal>> step,
            BiPredicate<ServiceAccount, ServiceAccount> losesSomething) {
        return Proceed.with(
                Permit.anywhere(wanted.caller(), Permission.MANAGE_SERVICE_ACCOUNTS),
                _ -> unitOfWork.inTransaction(() -> accounts.lock(wanted.account())
                        .chain(found -> Proceed.with(
                                current(found, wanted.seen()),
                                stored -> Proceed.with(
                                        step.apply(stored.value(), clock.instant()),
                                        changed -> store(wanted, stored, changed, losesSomething))))));
    }

    private static Decision<Versioned<ServiceAccount>, Refusal> current(
            Optional<Versioned<ServiceAccount>> found, Version seen) {
        return found.<Decision<Versioned<ServiceAccount>, Refusal>>map(
                        stored -> stored.ifStill(seen).map(stored::with).widened())
                .orElseGet(() -> Decision.refuse(new NotFound(Thing.SERVICE_ACCOUNT)));
    }

    /** What changes nothing leaves no trace. */
    private Uni<Decision<ServiceAccountView, Refusal>> store(
            Existing wanted,
            Versioned<ServiceAccount> stored,
            ServiceAccount.Changed changed,
            BiPredicate<ServiceAccount, ServiceAccount> losesSomething) {
        if (changed.account().equals(stored.value())) {
            return Proceed.done(ServiceAccountView.of(stored));
        }
        return accounts.save(stored.with(changed.account()))
                .call(version -> losesSomething.test(stored.value(), changed.account())
                        ? cutOffs.add(List.of(CutOff.ofUser(wanted.account(), version, clock.instant(), policy)))
                        : Uni.createFrom().voidItem())
                .chain(version -> write(
                        Deed.of(wanted.caller(), wanted.from()), changed, new Versioned<>(changed.account(), version)));
    }

    private Uni<Decision<ServiceAccountView, Refusal>> write(
            Deed deed, ServiceAccount.Changed changed, Versioned<ServiceAccount> stored) {
        ServiceAccount account = stored.value();
        String keys = account.keys().stream().map(key -> key.id().value()).collect(Collectors.joining(","));
        return journal.write(
                        deed,
                        List.of(changed.fact()),
                        Map.of("role", account.role().name(), "keys", keys))
                .replaceWith(() -> Decision.accept(ServiceAccountView.of(stored)));
    }
}
