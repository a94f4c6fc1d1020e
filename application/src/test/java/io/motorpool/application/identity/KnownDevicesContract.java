package io.motorpool.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.PortContract;
import io.motorpool.domain.identity.LoginDigest;
import io.motorpool.domain.identity.SecretDigest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every memory of devices promises. */
public interface KnownDevicesContract extends PortContract {

    Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00.123456Z");

    KnownDevices devices();

    @Test
    default void a_device_is_known_with_its_login_until_its_time_is_over() {
        LoginDigest login = LoginDigest.of(IdentityFixtures.anAddress());
        SecretDigest device = IdentityFixtures.aSecret().digest();
        assertThat(knows(login, device, IdentityFixtures.NOON)).isFalse();

        inTransaction(() -> devices().put(login, device, IdentityFixtures.NOON));

        assertThat(knows(login, device, IdentityFixtures.NOON.minus(IdentityFixtures.A_MOMENT)))
                .isTrue();
        assertThat(knows(login, device, IdentityFixtures.NOON)).isFalse();
        assertThat(knows(LoginDigest.of(IdentityFixtures.anAddress()), device, LONG_AGO))
                .isFalse();
        assertThat(knows(login, IdentityFixtures.aSecret().digest(), LONG_AGO)).isFalse();
    }

    @Test
    default void a_device_that_is_used_again_is_known_for_longer() {
        LoginDigest login = LoginDigest.of(IdentityFixtures.anAddress());
        SecretDigest device = IdentityFixtures.aSecret().digest();
        inTransaction(() -> devices().put(login, device, IdentityFixtures.NOON));

        inTransaction(() -> devices().put(login, device, IdentityFixtures.NOON.plusSeconds(60)));

        assertThat(knows(login, device, IdentityFixtures.NOON)).isTrue();
    }

    @Test
    default void devices_whose_time_is_over_are_forgotten_a_few_at_a_time() {
        int _ = inTransaction(() -> devices().forgetOver(LONG_AGO, 1_000));
        LoginDigest login = LoginDigest.of(IdentityFixtures.anAddress());
        for (int i = 0; i < 3; i++) {
            SecretDigest device = IdentityFixtures.aSecret().digest();
            inTransaction(() -> devices().put(login, device, LONG_AGO));
        }

        assertThat(inTransaction(() -> devices().forgetOver(LONG_AGO.minus(IdentityFixtures.A_MOMENT), 10)))
                .isZero();
        assertThat(inTransaction(() -> devices().forgetOver(LONG_AGO, 2))).isEqualTo(2);
        assertThat(inTransaction(() -> devices().forgetOver(LONG_AGO, 2))).isEqualTo(1);
    }

    private boolean knows(LoginDigest login, SecretDigest device, Instant now) {
        return inTransaction(() -> devices().knows(login, device, now));
    }
}
