package io.motorpool.domain.identity;

import static io.motorpool.domain.company.Fixtures.KIM;

import io.motorpool.domain.access.Profile;
import io.motorpool.domain.company.PersonName;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/** A user with a device, and keys, for tests. */
public final class Fixtures {

    public static final Instant MONDAY_9AM = Instant.parse("2026-11-02T00:00:00Z");
    public static final PasswordHash A_HASH = new PasswordHash("$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA");
    public static final PasswordHash ANOTHER_HASH = new PasswordHash("$argon2id$v=19$m=19456,t=2,p=1$c2FsdB$aGFzaB");

    private Fixtures() {}

    public static Person kim() {
        return new Person(KIM, new EmailAddress("minsu.kim@hanbit.example"), new PersonName("김민수"), DivisionRoles.NONE);
    }

    public static SessionId aSessionId() {
        return new SessionId(new UUID(4, 1));
    }

    public static Session.Opening anOpening() {
        return new Session.Opening(aSessionId(), KIM, new DeviceLabel("민수의 휴대폰"), MONDAY_9AM);
    }

    public static Session.Live aSession() {
        return Session.open(anOpening(), new Profile.Personal()).session();
    }

    public static Secret secret(int number) {
        byte[] bytes = new byte[Secret.BYTES];
        Arrays.fill(bytes, (byte) number);
        return Secret.of(bytes);
    }

    public static SealedSecret sealed(int number) {
        return new SealedSecret("sealed-" + number);
    }

    /** A number that could be a key: nothing is ever verified with it. */
    public static RsaPublicKey key(int number) {
        return new RsaPublicKey(
                BigInteger.ONE.shiftLeft(RsaPublicKey.FEWEST_BITS - 1).add(BigInteger.valueOf(2L * number + 1)),
                BigInteger.valueOf(65_537));
    }
}
