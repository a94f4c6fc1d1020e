package io.motorpool.bootstrap;

import io.micrometer.core.instrument.MeterRegistry;
import io.motorpool.application.company.MemberCompanion;
import io.motorpool.application.identity.*;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.identity.LegacySunset;
import io.motorpool.domain.identity.Secret;
import io.motorpool.domain.identity.TokenPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** The use cases of the identity context. */
@ApplicationScoped
class IdentityUseCases {

    @Produces
    @Singleton
    SignIn signIn(
            UnitOfWork unitOfWork,
            Throttle throttle,
            Doorkeeper doorkeeper,
            Grants grants,
            SessionDesk desk,
            SecurityJournal journal,
            Clock clock) {
        return new SignInService(unitOfWork, throttle, doorkeeper, grants, desk, journal, clock);
    }

    @Produces
    @Singleton
    RefreshSession refresh(
            UnitOfWork unitOfWork,
            Throttle throttle,
            SessionDesk desk,
            Grants grants,
            EndOfSessions end,
            SecurityJournal journal,
            Clock clock) {
        return new RefreshSessionService(unitOfWork, throttle, desk, grants, end, journal, clock);
    }

    @Produces
    @Singleton
    MemberCompanion shutOutLeavers(Users users, EndOfSessions end, Clock clock) {
        return new ShutOutLeavers(users, end, clock);
    }

    @Produces
    @Singleton
    SignOut signOut(UnitOfWork unitOfWork, Users users, Sessions sessions, EndOfSessions end, Clock clock) {
        return new SignOutService(unitOfWork, users, sessions, end, clock);
    }

    @Produces
    @Singleton
    ChangePassword changePassword(
            UnitOfWork unitOfWork,
            Throttle throttle,
            Users users,
            PasswordHasher hasher,
            NewPassword newPassword,
            SecurityJournal journal) {
        return new ChangePasswordService(unitOfWork, throttle, users, hasher, newPassword, journal);
    }

    @Produces
    @Singleton
    ChoosePassword choosePassword(
            UnitOfWork unitOfWork,
            Throttle throttle,
            OneTimeLinks links,
            Users users,
            PasswordHasher hasher,
            NewPassword newPassword,
            SecurityJournal journal,
            Clock clock) {
        return new ChoosePasswordService(unitOfWork, throttle, links, users, hasher, newPassword, journal, clock);
    }

    @Produces
    @Singleton
    AskForLetter askForLetter(
            UnitOfWork unitOfWork,
            Throttle throttle,
            Users users,
            LettersToSend letters,
            SecurityJournal journal,
            Clock clock) {
        return new AskForLetterService(unitOfWork, throttle, users, letters, journal, clock);
    }

    @Produces
    @Singleton
    SendLetters sendLetters(
            UnitOfWork unitOfWork,
            LettersToSend letters,
            Users users,
            OneTimeLinks links,
            Mailbox mailbox,
            SecurityJournal journal,
            Clock clock,
            Supplier<Secret> nextSecret) {
        return new SendLettersService(unitOfWork, letters, users, links, mailbox, journal, clock, nextSecret);
    }

    @Produces
    @Singleton
    InviteFirstOperator inviteFirstOperator(
            UnitOfWork unitOfWork,
            Users users,
            LettersToSend letters,
            SecurityJournal journal,
            Clock clock,
            Supplier<UUID> nextId) {
        return new InviteFirstOperatorService(unitOfWork, users, letters, journal, clock, nextId);
    }

    @Produces
    @Singleton
    LookAfterUsers lookAfterUsers(
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
        return new LookAfterUsersService(
                unitOfWork, users, links, letters, cutOffs, end, journal, policy, clock, nextId);
    }

    @Produces
    @Singleton
    UserQueries userQueries(UnitOfWork unitOfWork, Users users, Memberships memberships) {
        return new UserQueriesService(unitOfWork, users, memberships);
    }

    @Produces
    @Singleton
    SessionQueries sessionQueries(UnitOfWork unitOfWork, Users users, Sessions sessions, TokenPolicy policy) {
        return new SessionQueriesService(unitOfWork, users, sessions, policy);
    }

    @Produces
    @Singleton
    LookAfterServiceAccounts lookAfterServiceAccounts(
            UnitOfWork unitOfWork,
            ServiceAccounts accounts,
            CutOffs cutOffs,
            SecurityJournal journal,
            TokenPolicy policy,
            Clock clock,
            Supplier<UUID> nextId) {
        return new LookAfterServiceAccountsService(unitOfWork, accounts, cutOffs, journal, policy, clock, nextId);
    }

    @Produces
    @Singleton
    ServiceAccountQueries serviceAccountQueries(UnitOfWork unitOfWork, ServiceAccounts accounts) {
        return new ServiceAccountQueriesService(unitOfWork, accounts);
    }

    @Produces
    @Singleton
    GrantServiceToken grantServiceToken(
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
        return new GrantServiceTokenService(
                unitOfWork, throttle, accounts, assertions, used, tokens, issuer, journal, policy, clock);
    }

    @Produces
    @Singleton
    LegacyTokens legacyTokens(
            UnitOfWork unitOfWork,
            Throttle throttle,
            LegacySunset sunset,
            FirstServerTokens firstServer,
            SecondServerSessions secondServer,
            Users users,
            Grants grants,
            Clock clock) {
        return new LegacyTokensService(unitOfWork, throttle, sunset, firstServer, secondServer, users, grants, clock);
    }

    /** The one way to tell who calls, for every edge. */
    @Produces
    @Singleton
    IdentifyCaller identifyCaller(AccessTokens own, LegacyTokens legacy, MeterRegistry meters) {
        return new MeteredIdentification(new IdentifyCallerService(own, legacy), meters);
    }

    @Produces
    @Singleton
    CutOffList cutOffList(UnitOfWork unitOfWork, CutOffs cutOffs, Clock clock) {
        return new CutOffListService(unitOfWork, cutOffs, clock);
    }

    @Produces
    @Singleton
    KeyQueries keyQueries(UnitOfWork unitOfWork, KeyRings rings) {
        return new KeyQueriesService(unitOfWork, rings);
    }

    @Produces
    @Singleton
    TurnKeyRing turnKeyRing(KeyRingSteps steps) {
        return new TurnKeyRingService(steps);
    }

    @Produces
    @Singleton
    LookAfterKeys lookAfterKeys(
            UnitOfWork unitOfWork,
            KeyRings rings,
            CutOffs cutOffs,
            KeyRingSteps steps,
            SecurityJournal journal,
            Clock clock) {
        return new LookAfterKeysService(unitOfWork, rings, cutOffs, steps, journal, clock);
    }

    @Produces
    @Singleton
    SecurityQueries securityQueries(UnitOfWork unitOfWork, SecurityTrail trail) {
        return new SecurityQueriesService(unitOfWork, trail);
    }

    @Produces
    @Singleton
    ForgetOldThings forgetOldThings(
            UnitOfWork unitOfWork,
            Sessions sessions,
            EndOfSessions end,
            TokenPolicy policy,
            Clock clock,
            OneTimeLinks links,
            CutOffs cutOffs,
            SignInGuards guards,
            KnownDevices devices,
            RateBuckets buckets,
            UsedAssertions assertions) {
        return new ForgetOldThingsService(
                unitOfWork,
                sessions,
                end,
                ForgetOldThingsService.everything(links, cutOffs, guards, devices, buckets, assertions),
                policy,
                clock);
    }
}
