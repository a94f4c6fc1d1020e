package io.motorpool.domain.identity;

import static io.motorpool.domain.Answers.accepted;
import static io.motorpool.domain.Answers.refused;
import static io.motorpool.domain.company.Fixtures.KIM;
import static io.motorpool.domain.identity.Fixtures.MONDAY_9AM;
import static io.motorpool.domain.identity.Fixtures.secret;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.domain.identity.IdentityRefusal.LinkRefused;
import io.motorpool.domain.identity.OneTimeLink.Purpose;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OneTimeLinkTest {

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void a_link_opens_what_it_was_sent_for_until_its_time_is_over(Purpose purpose) {
        OneTimeLink link = OneTimeLink.to(KIM, purpose, secret(1), MONDAY_9AM);

        assertThat(accepted(link.open(purpose, link.until().minusMillis(1)))).isEqualTo(link);
        assertThat(refused(link.open(purpose, link.until()))).isEqualTo(new LinkRefused());
    }

    @Test
    void an_invitation_waits_for_three_days_and_a_reset_for_half_an_hour() {
        assertThat(Purpose.INVITATION.lives()).isEqualTo(Duration.ofHours(72));
        assertThat(Purpose.PASSWORD_RESET.lives()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void an_invitation_is_no_reset() {
        OneTimeLink link = OneTimeLink.to(KIM, Purpose.INVITATION, secret(1), MONDAY_9AM);

        assertThat(refused(link.open(Purpose.PASSWORD_RESET, MONDAY_9AM))).isEqualTo(new LinkRefused());
    }

    @Test
    void only_the_digest_of_its_secret_is_kept() {
        OneTimeLink link = OneTimeLink.to(KIM, Purpose.INVITATION, secret(1), MONDAY_9AM);

        assertThat(link.digest()).isEqualTo(secret(1).digest());
        assertThat(link.toString()).doesNotContain(secret(1).text());
    }
}
