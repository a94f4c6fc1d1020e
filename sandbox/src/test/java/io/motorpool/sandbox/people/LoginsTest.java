package io.motorpool.sandbox.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.sandbox.token.DemoUser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginsTest {

    @TempDir
    Path folder;

    @Test
    void a_password_is_written_down_before_it_is_chosen_and_stays_the_same() throws Exception {
        Path file = folder.resolve("people.json");
        Login planned = new Logins(file).plan(DemoUser.OPERATOR);

        assertThat(new Logins(file).plan(DemoUser.OPERATOR)).isEqualTo(planned);
        assertThat(new Logins(file).of(DemoUser.OPERATOR)).contains(planned);
        assertThat(new Logins(file).of(DemoUser.MEMBER)).isEmpty();
        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void no_two_passwords_are_alike_and_none_shows_in_a_message() {
        Login one = Login.ofSomebodyNew("hanbit");
        Login other = Login.ofSomebodyNew("hanbit");

        assertThat(one.password()).matches("([a-z2-9]{4}-){4}[a-z2-9]{4}").isNotEqualTo(other.password());
        assertThat(one.toString()).doesNotContain(one.password()).contains(one.email());
    }
}
