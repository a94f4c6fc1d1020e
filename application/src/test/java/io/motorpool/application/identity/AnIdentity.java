package io.motorpool.application.identity;

import static io.motorpool.application.shared.Answer.accepted;

import io.motorpool.application.company.MemberCompanion;
import io.motorpool.application.identity.SignIn.SignedIn;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.InMemoryOutbox;
import io.motorpool.application.shared.MovedClock;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.identity.DeviceLabel;
import io.motorpool.domain.identity.DivisionRoles;
import io.motorpool.domain.identity.IssuedToken;
import io.motorpool.domain.identity.KeyRing;
import io.motorpool.domain.identity.Password;
import io.motorpool.domain.identity.RsaPublicKey;
import io.motorpool.domain.identity.Session;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.identity.SigningKey;
import io.motorpool.domain.identity.TokenPolicy;
import io.motorpool.domain.identity.User;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Supplier;

/** Everything that identity is made of, on fakes, with a key that signs. */
final class AnIdentity {

    static final Issuer ISSUER = new Issuer("https://id.motorpool.example", "motorpool");
    static final Password RIGHT = new Password("버스타고 학교가는 펭귄 12");
    static final Password WRONG = new Password("버스타고 학교가는 펭귄 13");
    static final DeviceLabel PHONE = new DeviceLabel("휴대폰");

    /** Making a key takes long; most tests need only one that signs. */
    private static final InMemorySigningKeys SHARED_KEYS = new InMemorySigningKeys(ISSUER);

    static final RsaPublicKey SIGNS = SHARED_KEYS.make().await().indefinitely();

    final MovedClock clock = new MovedClock(IdentityFixtures.NOON);
    final InMemoryIdentity stores = new InMemoryIdentity(clock);
    final InMemoryOutbox outbox = new InMemoryOutbox();
    final InMemoryPasswordHasher hasher = new InMemoryPasswordHasher();
    final InMemorySecretSealer sealer = new InMemorySecretSealer();
    final InMemoryMailbox mailbox = new InMemoryMailbox();
    final InMemoryClientAssertions assertions = new InMemoryClientAssertions();
    final TokenPolicy policy = TokenPolicy.PUBLISHED;
    final SecurityJournal journal = new SecurityJournal(stores.trail, outbox, clock, Ids::next);
    final Throttle throttle = new Throttle(stores.unitOfWork, stores.buckets, Limits.PUBLISHED);
    final Grants grants = new Grants(stores.memberships);
    final EndOfSessions end = new EndOfSessions(stores.sessions, stores.cutOffs, journal, policy);
    final TokenIssuer tokens = new TokenIssuer(stores.unitOfWork, stores.rings, SHARED_KEYS, policy, Ids::next);
    final NewPassword newPassword = new NewPassword(stores.users, stores.links, stores.letters, end, journal, clock);

    final SignInAttempts attempts = new SignInAttempts(stores.guards, stores.devices, IdentityFixtures::aSecret);
    final Doorkeeper doorkeeper = new Doorkeeper(stores.unitOfWork, attempts, stores.users, hasher, journal, clock);
    final SessionDesk desk = new SessionDesk(
            stores.users, stores.sessions, sealer, tokens, policy, Ids::next, IdentityFixtures::aSecret);
    final SignIn signIn = new SignInService(stores.unitOfWork, throttle, doorkeeper, grants, desk, journal, clock);
    final RefreshSession refresh =
            new RefreshSessionService(stores.unitOfWork, throttle, desk, grants, end, journal, clock);
    final SignOut signOut = new SignOutService(stores.unitOfWork, stores.users, stores.sessions, end, clock);
    final SessionQueries sessions = new SessionQueriesService(stores.unitOfWork, stores.users, stores.sessions, policy);
    final ChangePassword changePassword =
            new ChangePasswordService(stores.unitOfWork, throttle, stores.users, hasher, newPassword, journal);
    final AskForLetter askForLetter =
            new AskForLetterService(stores.unitOfWork, throttle, stores.users, stores.letters, journal, clock);
    final ChoosePassword choosePassword = new ChoosePasswordService(
            stores.unitOfWork, throttle, stores.links, stores.users, hasher, newPassword, journal, clock);
    final SendLetters sendLetters = new SendLettersService(
            stores.unitOfWork,
            stores.letters,
            stores.users,
            stores.links,
            mailbox,
            journal,
            clock,
            IdentityFixtures::aSecret);
    final LookAfterUsers lookAfterUsers = new LookAfterUsersService(
            stores.unitOfWork,
            stores.users,
            stores.links,
            stores.letters,
            stores.cutOffs,
            end,
            journal,
            policy,
            clock,
            Ids::next);
    final MemberCompanion leavers = new ShutOutLeavers(stores.users, end, clock);
    final UserQueries users = new UserQueriesService(stores.unitOfWork, stores.users, stores.memberships);
    final InviteFirstOperator inviteFirst =
            new InviteFirstOperatorService(stores.unitOfWork, stores.users, stores.letters, journal, clock, Ids::next);
    final LookAfterServiceAccounts lookAfterServices = new LookAfterServiceAccountsService(
            stores.unitOfWork, stores.accounts, stores.cutOffs, journal, policy, clock, Ids::next);
    final ServiceAccountQueries services = new ServiceAccountQueriesService(stores.unitOfWork, stores.accounts);
    final GrantServiceToken grantServiceToken = new GrantServiceTokenService(
            stores.unitOfWork,
            throttle,
            stores.accounts,
            assertions,
            stores.assertions,
            tokens,
            ISSUER,
            journal,
            policy,
            clock);
    final KeyQueries keys = new KeyQueriesService(stores.unitOfWork, stores.rings);
    final SecurityQueries security = new SecurityQueriesService(stores.unitOfWork, stores.trail);
    final CutOffList cutOffList = new CutOffListService(stores.unitOfWork, stores.cutOffs, clock);
    final ForgetOldThings forget = new ForgetOldThingsService(
            stores.unitOfWork,
            stores.sessions,
            end,
            ForgetOldThingsService.everything(
                    stores.links, stores.cutOffs, stores.guards, stores.devices, stores.buckets, stores.assertions),
            policy,
            clock);

    AnIdentity() {
        KeyRing ring =
                new KeyRing(KeyRings.ISSUER, List.of(new SigningKey.Active(SIGNS, IdentityFixtures.NOON)), 1, false);
        done(() -> stores.rings.save(ring));
    }

    /** Lets a step of the test itself happen. */
    <T> T done(Supplier<Uni<T>> step) {
        return stores.unitOfWork.inTransaction(step).await().indefinitely();
    }

    /** Somebody who signs in with the right password. */
    User.Active givenUser(Role... roles) {
        User.Active user = new User.Active(
                IdentityFixtures.aPerson(DivisionRoles.of(List.of(roles))),
                hasher.hash(RIGHT).await().indefinitely());
        done(() -> stores.users.add(user).replaceWithVoid());
        return user;
    }

    User user(UserId id) {
        return stored(id).value();
    }

    Versioned<User> stored(UserId id) {
        return done(() -> stores.users.find(id)).orElseThrow();
    }

    /** Whatever made them so. */
    void becomes(User user) {
        done(() -> stores.users.save(stored(user.id()).with(user)).replaceWithVoid());
    }

    SignIn.Attempt attempt(User user, Password password) {
        return new SignIn.Attempt(user.person().email(), password, null, PHONE, null, IdentityFixtures.OFFICE);
    }

    SignedIn signedIn(User user) {
        return accepted(signIn.signIn(attempt(user, RIGHT)));
    }

    RefreshSession.Request request(Tokens tokens) {
        return request(tokens.refresh().written());
    }

    RefreshSession.Request request(String token) {
        return new RefreshSession.Request(token, null, IdentityFixtures.OFFICE);
    }

    Session session(SessionId id) {
        return done(() -> stores.sessions.find(id)).orElseThrow();
    }

    /** Whether the access token that was given out is still worth something, as this node sees it at once. */
    boolean isCutOff(Tokens given) {
        String payload = SignedWords.read(given.access().text()).payload();
        Version edition = new Version(Long.parseLong(payload.replaceAll("(?s).*\"edition\":(\\d+).*", "$1")));
        IssuedToken token = new IssuedToken(SIGNS.id(), given.grant().user(), edition, given.session());
        return done(() -> stores.cutOffs.all(clock.instant())).stream().anyMatch(entry -> entry.refuses(token));
    }

    /** What security was told, the oldest first, without what only differs. */
    List<SecurityEvent> told() {
        return stores.trail.entries().stream().map(SecurityEntry::event).toList();
    }

    SecurityEntry lastTold() {
        return stores.trail.entries().getLast();
    }
}
