package io.motorpool.sandbox.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.sandbox.fuzz.GarageServer.Lie;
import io.motorpool.sandbox.token.DevelopmentKeys;
import io.motorpool.sandbox.token.Tokens;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The proof that it can fail: each lie of a server is found, and one that does not lie is not blamed. */
class OpenApiFuzzerTest {

    @TempDir
    static Path folder;

    private static DevelopmentKeys keys;

    private final StringWriter out = new StringWriter();

    @BeforeAll
    static void make_keys() {
        keys = DevelopmentKeys.in(folder.resolve("keys"));
    }

    @Test
    void a_server_that_keeps_its_promises_is_not_blamed() throws Exception {
        assertThat(complaintsAbout(Lie.NONE, 2_000)).isEmpty();

        assertThat(out.toString())
                .contains("openGarage", "changeGarage", "requests in")
                .doesNotContain(" 0%");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FAILS_NOW_AND_THEN | answers 500",
                "HANGS_UP_NOW_AND_THEN | gives no answer",
                "FORGETS_THE_VERSION | without the header ETag",
                "SAYS_TOO_MUCH | property 'combination' is not defined in the schema",
                "TAKES_ANY_BODY | accepts what the document forbids",
                "TAKES_ANY_LIMIT | accepts a limit that is none",
                "TAKES_ANY_PARAMETER | accepts a parameter that it does not know",
                "KNOWS_EVERYBODY | does not answer 401 to a caller it cannot know",
                "SHOWS_EVERYTHING | shows what belongs to another company",
                "IGNORES_VERSIONS | to a change without If-Match",
                "ANSWERS_TWICE | answers a repeated request otherwise than at first",
                "REFUSES_EVERY_CHANGE | was never accepted"
            })
    void every_lie_is_found_and_told_with_a_way_to_see_it(Lie lie, String complaint) throws Exception {
        List<String> complaints = complaintsAbout(lie, 800);

        assertThat(complaints).anySatisfy(line -> assertThat(line).contains(complaint));
        assertThat(complaints)
                .filteredOn(line -> !line.contains("was never accepted") && !line.startsWith("and "))
                .allMatch(line -> line.contains("seed 42, client ") && line.contains("curl -i"));
    }

    private List<String> complaintsAbout(Lie lie, int requests) throws Exception {
        try (GarageServer server = new GarageServer(lie, keys.publicKey())) {
            return new OpenApiFuzzer(Clock.systemUTC())
                    .run(new FuzzTarget(
                            server.url(),
                            new Tokens(keys),
                            Visitors.NONE,
                            Optional.empty(),
                            Optional.empty(),
                            folder.resolve("bodies"),
                            42,
                            requests,
                            new PrintWriter(out, true)));
        }
    }
}
