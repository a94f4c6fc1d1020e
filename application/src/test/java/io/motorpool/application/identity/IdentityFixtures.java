package io.motorpool.application.identity;

import io.motorpool.application.shared.Ids;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.company.PersonName;
import io.motorpool.domain.identity.DeviceLabel;
import io.motorpool.domain.identity.DivisionRoles;
import io.motorpool.domain.identity.EmailAddress;
import io.motorpool.domain.identity.PasswordHash;
import io.motorpool.domain.identity.Person;
import io.motorpool.domain.identity.RsaPublicKey;
import io.motorpool.domain.identity.SealedSecret;
import io.motorpool.domain.identity.Secret;
import io.motorpool.domain.identity.ServiceAccount;
import io.motorpool.domain.identity.Session;
import io.motorpool.domain.identity.Session.Live;
import io.motorpool.domain.identity.Session.Opening;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.identity.SourceNetwork;
import io.motorpool.domain.identity.TokenPolicy;
import io.motorpool.domain.identity.User;
import io.motorpool.domain.shared.UserId;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Users, sessions, services and keys that tests begin with. */
public final class IdentityFixtures {

    public static final Instant NOON = Instant.parse("2027-03-02T03:00:00.123456Z");
    public static final Duration A_MOMENT = Duration.ofMillis(1);
    public static final SourceNetwork OFFICE = SourceNetwork.of("192.0.2.17");
    public static final SourceNetwork ELSEWHERE = SourceNetwork.of("198.51.100.3");

    private static final SecureRandom RANDOM = new SecureRandom();

    private IdentityFixtures() {}

    public static Secret aSecret() {
        byte[] bytes = new byte[Secret.BYTES];
        RANDOM.nextBytes(bytes);
        return Secret.of(bytes);
    }

    public static EmailAddress anAddress() {
        return EmailAddress.parse("minsu." + Ids.next() + "@hanbit.example");
    }

    public static Person aPerson() {
        return aPerson(DivisionRoles.NONE);
    }

    public static Person aPerson(DivisionRoles roles) {
        return new Person(new UserId(Ids.next()), anAddress(), new PersonName("김민수"), roles);
    }

    public static PasswordHash aHash() {
        return new PasswordHash(
                "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$" + aSecret().text().replaceAll("[_-]", "x"));
    }

    public static User.Invited anInvitedUser() {
        return new User.Invited(aPerson());
    }

    public static User.Active anActiveUser() {
        return new User.Active(aPerson(), aHash());
    }

    public static RsaPublicKey aKey() {
        BigInteger modulus = new BigInteger(RsaPublicKey.FEWEST_BITS, RANDOM)
                .setBit(RsaPublicKey.FEWEST_BITS - 1)
                .setBit(0);
        return new RsaPublicKey(modulus, BigInteger.valueOf(65_537));
    }

    public static Live aSession(UserId user) {
        return aSession(user, NOON);
    }

    public static Live aSession(UserId user, Instant at) {
        return aSession(user, at, new Profile.Personal());
    }

    public static Live aSession(UserId user, Instant at, Profile profile) {
        Opening opening = new Opening(new SessionId(Ids.next()), user, new DeviceLabel("김민수의 휴대폰"), at);
        return Session.open(opening, profile).session();
    }

    /** Its next generation. */
    public static Live rotated(Live session, Instant at) {
        return switch (session.show(session.generation(), at, TokenPolicy.PUBLISHED)) {
            case Session.Shown.Current current -> current.replacedBy(new SealedSecret("sealed-" + at), at);
            case Session.Shown.JustReplaced _, Session.Shown.Final _ -> throw new IllegalStateException("not current");
        };
    }

    public static ServiceAccount aService() {
        return new ServiceAccount(
                new UserId(Ids.next()), "정산 서버", new Profile.Division(), Role.AUDITOR, List.of(aKey()), true);
    }
}
