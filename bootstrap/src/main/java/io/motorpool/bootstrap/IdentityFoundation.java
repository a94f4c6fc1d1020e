package io.motorpool.bootstrap;

import io.motorpool.adapters.mail.SmtpMailbox;
import io.motorpool.application.identity.CutOffs;
import io.motorpool.application.identity.Doorkeeper;
import io.motorpool.application.identity.EndOfSessions;
import io.motorpool.application.identity.Grants;
import io.motorpool.application.identity.KeyRingSteps;
import io.motorpool.application.identity.KeyRings;
import io.motorpool.application.identity.KeySetPublication;
import io.motorpool.application.identity.KnownDevices;
import io.motorpool.application.identity.LettersToSend;
import io.motorpool.application.identity.Limits;
import io.motorpool.application.identity.Memberships;
import io.motorpool.application.identity.NewPassword;
import io.motorpool.application.identity.OneTimeLinks;
import io.motorpool.application.identity.PasswordHasher;
import io.motorpool.application.identity.RateBuckets;
import io.motorpool.application.identity.SecretSealer;
import io.motorpool.application.identity.SecurityJournal;
import io.motorpool.application.identity.SecurityTrail;
import io.motorpool.application.identity.SessionDesk;
import io.motorpool.application.identity.Sessions;
import io.motorpool.application.identity.SignInAttempts;
import io.motorpool.application.identity.SignInGuards;
import io.motorpool.application.identity.SigningKeys;
import io.motorpool.application.identity.Throttle;
import io.motorpool.application.identity.TokenIssuer;
import io.motorpool.application.identity.TrustedProxies;
import io.motorpool.application.identity.Users;
import io.motorpool.application.shared.Outbox;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.identity.KeyTimings;
import io.motorpool.domain.identity.LegacyScheme;
import io.motorpool.domain.identity.LegacySunset;
import io.motorpool.domain.identity.Secret;
import io.motorpool.domain.identity.TokenPolicy;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** What the use cases of identity stand on: policies, secrets, and the parts that several of them share. */
@ApplicationScoped
class IdentityFoundation {

    /** Nobody listens on the way to a mail server here. */
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

    private static final Logger LOG = Logger.getLogger(IdentityFoundation.class);

    @Produces
    @Singleton
    TokenPolicy tokenPolicy(IdentitySettings settings) {
        IdentitySettings.Tokens tokens = settings.tokens();
        TokenPolicy policy =
                new TokenPolicy(tokens.access(), tokens.idle(), tokens.absolute(), tokens.grace(), tokens.skew());
        if (!policy.equals(TokenPolicy.PUBLISHED)) {
            LOG.warnf("tokens are good for other times than the published ones: %s; that is for drills", policy);
        }
        return policy;
    }

    @Produces
    @Singleton
    KeyTimings keyTimings(IdentitySettings settings, TokenPolicy policy) {
        IdentitySettings.Keys keys = settings.keys();
        return new KeyTimings(policy, keys.cached(), keys.visibleBeforeUse(), keys.signsFor());
    }

    @Produces
    @Singleton
    LegacySunset legacySunset(IdentitySettings settings) {
        Map<LegacyScheme, Instant> dates = new EnumMap<>(LegacyScheme.class);
        IdentitySettings.Legacy legacy = settings.legacy();
        legacy.firstServerUntil().ifPresent(date -> dates.put(LegacyScheme.FIRST_SERVER_JWT, date));
        legacy.secondServerUntil().ifPresent(date -> dates.put(LegacyScheme.SECOND_SERVER_SESSION, date));
        return new LegacySunset(dates);
    }

    @Produces
    @Singleton
    Supplier<Secret> nextSecret() {
        SecureRandom random = new SecureRandom();
        return () -> {
            byte[] bytes = new byte[Secret.BYTES];
            random.nextBytes(bytes);
            return Secret.of(bytes);
        };
    }

    @Produces
    @Singleton
    SmtpMailbox smtp(MailSettings settings, Vertx vertx) {
        SmtpMailbox.Server server = new SmtpMailbox.Server(
                settings.host(),
                settings.port(),
                settings.user().orElse(""),
                settings.password().orElse(""),
                settings.encrypted().orElse(!THIS_MACHINE.contains(settings.host())));
        return new SmtpMailbox(vertx, server, settings.from(), settings.page());
    }

    void close(@Disposes SmtpMailbox mailbox) {
        mailbox.close();
    }

    @Produces
    @Singleton
    SecurityJournal securityJournal(SecurityTrail trail, Outbox outbox, Clock clock, Supplier<UUID> nextId) {
        return new SecurityJournal(trail, outbox, clock, nextId);
    }

    @Produces
    @Singleton
    Throttle throttle(UnitOfWork unitOfWork, RateBuckets buckets) {
        return new Throttle(unitOfWork, buckets, Limits.PUBLISHED);
    }

    @Produces
    @Singleton
    Doorkeeper doorkeeper(
            UnitOfWork unitOfWork,
            SignInGuards guards,
            KnownDevices devices,
            Supplier<Secret> nextSecret,
            Users users,
            PasswordHasher hasher,
            SecurityJournal journal,
            Clock clock) {
        SignInAttempts attempts = new SignInAttempts(guards, devices, nextSecret);
        return new Doorkeeper(unitOfWork, attempts, users, hasher, journal, clock);
    }

    @Produces
    @Singleton
    SessionDesk sessionDesk(
            Users users,
            Sessions sessions,
            SecretSealer sealer,
            TokenIssuer issuer,
            TokenPolicy policy,
            Supplier<UUID> nextId,
            Supplier<Secret> nextSecret) {
        return new SessionDesk(users, sessions, sealer, issuer, policy, nextId, nextSecret);
    }

    @Produces
    @Singleton
    TrustedProxies trustedProxies(@ConfigProperty(name = "motorpool.trusted-proxies") Optional<List<String>> trusted) {
        return new TrustedProxies(trusted.orElse(List.of()));
    }

    @Produces
    @Singleton
    Grants grants(Memberships memberships) {
        return new Grants(memberships);
    }

    @Produces
    @Singleton
    TokenIssuer tokenIssuer(
            UnitOfWork unitOfWork, KeyRings rings, SigningKeys keys, TokenPolicy policy, Supplier<UUID> nextId) {
        return new TokenIssuer(unitOfWork, rings, keys, policy, nextId);
    }

    @Produces
    @Singleton
    EndOfSessions endOfSessions(Sessions sessions, CutOffs cutOffs, SecurityJournal journal, TokenPolicy policy) {
        return new EndOfSessions(sessions, cutOffs, journal, policy);
    }

    @Produces
    @Singleton
    NewPassword newPassword(
            Users users,
            OneTimeLinks links,
            LettersToSend letters,
            EndOfSessions end,
            SecurityJournal journal,
            Clock clock) {
        return new NewPassword(users, links, letters, end, journal, clock);
    }

    @Produces
    @Singleton
    KeyRingSteps keyRingSteps(
            UnitOfWork unitOfWork,
            KeyRings rings,
            SigningKeys keys,
            KeySetPublication publication,
            SecurityJournal journal,
            KeyTimings timings,
            Clock clock) {
        return new KeyRingSteps(unitOfWork, rings, keys, publication, journal, timings, clock);
    }
}
