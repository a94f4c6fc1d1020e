package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.bench.SentStatements;
import io.motorpool.sandbox.bench.identity.BareRotation;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the bench calls the bare SQL of a refresh is, word for word, what the application sends for one. */
@EndToEnd
class BareRotationIT {

    private final RunningSystem system;

    BareRotationIT(RunningSystem system) {
        this.system = system;
    }

    @Test
    void the_bare_statements_are_those_of_the_application_in_the_same_order() throws SQLException {
        Somebody somebody = Somebody.active(system, "SUPPORT_AGENT");
        Answer tokens = somebody.signIn().expect(201);
        String[] token = {Somebody.refreshToken(tokens)};

        try (SentStatements sent = new SentStatements(system.parts().postgres())) {
            for (List<String> statements : BareRotation.statements()) {
                sent.expect(
                        "a refresh",
                        statements,
                        () -> token[0] =
                                Somebody.refreshToken(somebody.refresh(token[0]).expect(200)));
            }
        }

        assertThat(token[0]).isNotEqualTo(Somebody.refreshToken(tokens));
    }
}
