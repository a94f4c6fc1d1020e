package io.motorpool.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.domain.identity.EmailAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What everybody who asks for sessions of the second server promises. */
public interface SecondServerSessionsContract extends AwaitedContract {

    EmailAddress LOGIN = new EmailAddress("minsu.kim@hanbit.example");

    SecondServerSessions sessions();

    /** A session that goes on there. */
    String session(EmailAddress login);

    /** The session is over there. */
    void givenEnded(String session);

    void givenOutOfReach();

    @Test
    default void says_whose_session_it_is() {
        assertThat(holder(session(LOGIN))).contains(LOGIN);
    }

    @Test
    default void a_session_that_is_over_is_nobodys() {
        String session = session(LOGIN);
        givenEnded(session);

        assertThat(holder(session)).isEmpty();
    }

    @Test
    default void a_session_that_never_was_is_nobodys() {
        assertThat(List.of("", "nonsense", "../../etc/passwd", "a\r\nb: c", "세션", "x".repeat(100_000)))
                .allSatisfy(session -> assertThat(holder(session)).isEmpty());
    }

    @Test
    default void a_server_that_does_not_answer_is_not_taken_for_a_no() {
        String session = session(LOGIN);
        givenOutOfReach();

        assertThatThrownBy(() -> holder(session)).isInstanceOf(OutOfReachException.class);
    }

    private Optional<EmailAddress> holder(String session) {
        return result(() -> sessions().holder(session));
    }
}
