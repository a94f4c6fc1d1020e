package io.motorpool.adapters.persistence.identity;

import static io.motorpool.application.shared.Answer.accepted;

import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.application.identity.AskForLetter;
import io.motorpool.application.identity.AskForLetterService;
import io.motorpool.application.identity.ChangePassword;
import io.motorpool.application.identity.ChangePasswordService;
import io.motorpool.application.identity.ChoosePassword;
import io.motorpool.application.identity.ChoosePasswordService;
import io.motorpool.application.identity.CutOffs;
import io.motorpool.application.identity.Doorkeeper;
import io.motorpool.application.identity.EndOfSessions;
import io.motorpool.application.identity.Grants;
import io.motorpool.application.identity.IdentityFixtures;
import io.motorpool.application.identity.InMemoryPasswordHasher;
import io.motorpool.application.identity.InMemorySecretSealer;
import io.motorpool.application.identity.InMemorySigningKeys;
import io.motorpool.application.identity.Issuer;
import io.motorpool.application.identity.KeyRings;
import io.motorpool.application.identity.KnownDevices;
import io.motorpool.application.identity.LettersToSend;
import io.motorpool.application.identity.Limits;
import io.motorpool.application.identity.Mailbox;
import io.motorpool.application.identity.Memberships;
import io.motorpool.application.identity.NewPassword;
import io.motorpool.application.identity.OneTimeLinks;
import io.motorpool.application.identity.PasswordHasher;
import io.motorpool.application.identity.RateBuckets;
import io.motorpool.application.identity.RefreshSession;
import io.motorpool.application.identity.RefreshSessionService;
import io.motorpool.application.identity.SecurityJournal;
import io.motorpool.application.identity.SecurityTrail;
import io.motorpool.application.identity.SendLetters;
import io.motorpool.application.identity.SendLettersService;
import io.motorpool.application.identity.SessionDesk;
import io.motorpool.application.identity.Sessions;
import io.motorpool.application.identity.SignIn;
import io.motorpool.application.identity.SignInAttempts;
import io.motorpool.application.identity.SignInGuards;
import io.motorpool.application.identity.SignInService;
import io.motorpool.application.identity.SignOut;
import io.motorpool.application.identity.SignOutService;
import io.motorpool.application.identity.Throttle;
import io.motorpool.application.identity.TokenIssuer;
import io.motorpool.application.identity.Users;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.MovedClock;
import io.motorpool.application.shared.Outbox;
import io.motorpool.application.shared.UnitOfWork;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.identity.DeviceLabel;
import io.motorpool.domain.identity.KeyRing;
import io.motorpool.domain.identity.Password;
import io.motorpool.domain.identity.RateLimit;
import io.motorpool.domain.identity.RsaPublicKey;
import io.motorpool.domain.identity.Secret;
import io.motorpool.domain.identity.SigningKey;
import io.motorpool.domain.identity.TokenPolicy;
import io.motorpool.domain.identity.User;
import io.quarkus.arc.Arc;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The use cases on everything that identity keeps in PostgreSQL, at the time that the test says. Cryptography is faked. */
final class IdentityOnPostgres {

    static final Password RIGHT = new Password("버스타고 학교가는 펭귄 12");

    private static final Issuer ISSUER = new Issuer("https://id.motorpool.example", "motorpool");
    /** Tests share the buckets, and each has a clock of its own. */
    private static final Limits GENEROUS = new Limits(Stream.of(RateBuckets.Kind.values())
            .collect(Collectors.toMap(Function.identity(), _ -> new RateLimit(Duration.ofMillis(1), 1_000_000))));

    /** Making a key takes long, and the ring in the database outlives a test. */
    private static final InMemorySigningKeys KEYS = new InMemorySigningKeys(ISSUER);

    private static final RsaPublicKey SIGNS = KEYS.make().await().indefinitely();

    final MovedClock clock = new MovedClock(IdentityFixtures.NOON);
    final InMemoryPasswordHasher hasher = new InMemoryPasswordHasher();
    final Queue<Mailbox.Letter> mails = new ConcurrentLinkedQueue<>();
    final SignIn signIn;
    final RefreshSession refresh;
    final SignOut signOut;
    final ChangePassword changePassword;
    final AskForLetter askForLetter;
    final SendLetters sendLetters;
    final ChoosePassword choosePassword;

    private final PostgresContract store;
    private final Queue<Secret> secrets = new ConcurrentLinkedQueue<>();

    IdentityOnPostgres(PostgresContract store) {
        this(store, port(Sessions.class));
    }

    IdentityOnPostgres(PostgresContract store, Sessions sessions) {
        this(store, sessions, hasher -> hasher);
    }

    /** @param between what happens around the comparison of passwords at sign-in */
    IdentityOnPostgres(PostgresContract store, Sessions sessions, UnaryOperator<PasswordHasher> between) {
        this.store = store;
        PasswordHasher comparing = between.apply(hasher);
        UnitOfWork unitOfWork = port(UnitOfWork.class);
        Users users = port(Users.class);
        OneTimeLinks links = port(OneTimeLinks.class);
        LettersToSend letters = port(LettersToSend.class);
        TokenPolicy policy = TokenPolicy.PUBLISHED;
        SecurityJournal journal = new SecurityJournal(port(SecurityTrail.class), port(Outbox.class), clock, Ids::next);
        Throttle throttle = new Throttle(unitOfWork, port(RateBuckets.class), GENEROUS);
        Grants grants = new Grants(port(Memberships.class));
        EndOfSessions end = new EndOfSessions(sessions, port(CutOffs.class), journal, policy);
        TokenIssuer issuer = new TokenIssuer(unitOfWork, port(KeyRings.class), KEYS, policy, Ids::next);
        NewPassword newPassword = new NewPassword(users, links, letters, end, journal, clock);
        SignInAttempts attempts =
                new SignInAttempts(port(SignInGuards.class), port(KnownDevices.class), this::nextSecret);
        Doorkeeper doorkeeper = new Doorkeeper(unitOfWork, attempts, users, comparing, journal, clock);
        SessionDesk desk = new SessionDesk(
                users, sessions, new InMemorySecretSealer(), issuer, policy, Ids::next, this::nextSecret);
        signIn = new SignInService(unitOfWork, throttle, doorkeeper, grants, desk, journal, clock);
        refresh = new RefreshSessionService(unitOfWork, throttle, desk, grants, end, journal, clock);
        changePassword = new ChangePasswordService(unitOfWork, throttle, users, hasher, newPassword, journal);
        signOut = new SignOutService(unitOfWork, users, sessions, end, clock);
        askForLetter = new AskForLetterService(unitOfWork, throttle, users, letters, journal, clock);
        Mailbox mailbox = letter -> Uni.createFrom().voidItem().invoke(() -> mails.add(letter));
        sendLetters =
                new SendLettersService(unitOfWork, letters, users, links, mailbox, journal, clock, this::nextSecret);
        choosePassword =
                new ChoosePasswordService(unitOfWork, throttle, links, users, hasher, newPassword, journal, clock);
        keyThatSigns();
    }

    /** Every secret that was made, whoever got it. */
    List<Secret> secrets() {
        return List.copyOf(secrets);
    }

    private Secret nextSecret() {
        Secret made = IdentityFixtures.aSecret();
        secrets.add(made);
        return made;
    }

    private void keyThatSigns() {
        KeyRings rings = port(KeyRings.class);
        store.inTransaction(() -> rings.lock(KeyRings.ISSUER)
                .chain(ring -> rings.save(new KeyRing(
                        KeyRings.ISSUER,
                        List.of(new SigningKey.Active(SIGNS, clock.instant())),
                        ring.setVersion() + 1,
                        false))));
    }

    /** Somebody who signs in with the right password. */
    User.Active givenUser() {
        User.Active user = new User.Active(
                IdentityFixtures.aPerson(), hasher.hash(RIGHT).await().indefinitely());
        return store.inTransaction(() -> port(Users.class).add(user).replaceWith(user));
    }

    SignIn.SignedIn signedIn(User user) {
        return done(() -> signIn.signIn(attempt(user, RIGHT, null)));
    }

    SignIn.Attempt attempt(User user, Password password, @Nullable Secret device) {
        return new SignIn.Attempt(
                user.person().email(), password, null, new DeviceLabel("휴대폰"), device, IdentityFixtures.OFFICE);
    }

    static RefreshSession.Request showing(String token) {
        return new RefreshSession.Request(token, null, IdentityFixtures.OFFICE);
    }

    /** What a use case that must succeed answers. */
    <T> T done(Supplier<Uni<Decision<T, Refusal>>> useCase) {
        return accepted(Uni.createFrom().item(answer(useCase)));
    }

    <T> Decision<T, Refusal> answer(Supplier<Uni<Decision<T, Refusal>>> useCase) {
        return store.result(useCase);
    }

    static <P> P port(Class<P> type) {
        return Arc.container().instance(type).get();
    }
}
