package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.app.MotorpoolProcess;
import io.motorpool.sandbox.bench.identity.BareRotation;
import io.motorpool.sandbox.parts.PostgresPart;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the bench calls the bare SQL of a refresh is what the application sends for one, as PostgreSQL logs it. */
@EndToEnd
class BareRotationIT {

    private static final Pattern EXECUTED = Pattern.compile("LOG: {2}execute [^:]*: (.*)");
    private static final Pattern STARTS_ANEW = Pattern.compile("^\\d{4}-\\d{2}-\\d{2} .*");
    private static final Pattern TABLE = Pattern.compile(
            "\\b(?:from|join|into|update) (rate_bucket|session|user_account|refresh_token|key_ring|signing_key)\\b");

    private final RunningSystem system;

    BareRotationIT(RunningSystem system) {
        this.system = system;
    }

    @Test
    void the_bare_statements_are_those_of_the_application_in_the_same_order() throws SQLException, IOException {
        Somebody somebody = Somebody.active(system, "SUPPORT_AGENT");
        Answer tokens = somebody.signIn().expect(201);
        String marker = "/* refresh of " + somebody.id() + " */";
        List<String> sent;
        try (MotorpoolProcess node = system.node().sibling("logged")) {
            logStatements(true);
            node.start();
            mark(marker);
            Answer next =
                    Api.at(node.url()).post("/sessions/refresh", Map.of("refreshToken", Somebody.refreshToken(tokens)));
            next.mustBe(200);
            mark(marker);
            sent = sentBetween(marker);
        } finally {
            logStatements(false);
        }

        assertThat(sent)
                .isEqualTo(BareRotation.statements().stream()
                        .map(BareRotationIT::gist)
                        .toList());
    }

    /** What a statement does to which tables, and which locks it takes: not how its values are written. */
    private static String gist(String sql) {
        String plain = sql.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").trim();
        String verbs = Pattern.compile("\\b(insert|update set|update|select|delete)\\b")
                .matcher(plain.replaceAll("for (no key )?update", ""))
                .results()
                .map(match -> match.group(1))
                .distinct()
                .sorted()
                .collect(Collectors.joining("+"));
        Matcher tables = TABLE.matcher(plain);
        String named = tables.results().map(match -> match.group(1)).distinct().collect(Collectors.joining(","));
        Matcher lock =
                Pattern.compile("for (share|update|no key update|key share)").matcher(plain);
        return "%s %s%s".formatted(verbs, named, lock.find() ? " " + lock.group() : "");
    }

    /** Timers of the other nodes ask too, but for other tables; the key ring's are told by its lock. */
    private List<String> sentBetween(String marker) throws IOException {
        List<String> statements = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        boolean between = false;
        for (String line : Files.readAllLines(system.parts().postgres().log())) {
            if (STARTS_ANEW.matcher(line).matches()) {
                add(open, between, statements);
                open.setLength(0);
                if (line.contains(marker)) {
                    between = !between;
                }
                Matcher executed = EXECUTED.matcher(line);
                if (executed.find()) {
                    open.append(executed.group(1));
                }
            } else if (!open.isEmpty()) {
                open.append(' ').append(line.trim());
            }
        }
        return statements;
    }

    private static void add(StringBuilder open, boolean between, List<String> statements) {
        if (between
                && TABLE.matcher(open.toString().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "))
                        .find()) {
            statements.add(gist(open.toString()));
        }
    }

    private void mark(String marker) throws SQLException {
        PostgresPart postgres = system.parts().postgres();
        try (Connection database = postgres.connect(postgres.superuser());
                Statement statement = database.createStatement()) {
            boolean _ = statement.execute("SET log_statement = 'all'");
            boolean _ = statement.execute("SELECT 1 " + marker);
        }
    }

    /** For whoever connects from now on as the application. */
    private void logStatements(boolean on) throws SQLException {
        PostgresPart postgres = system.parts().postgres();
        try (Connection database = postgres.connect(postgres.superuser());
                Statement statement = database.createStatement()) {
            boolean _ = statement.execute("ALTER ROLE %s %s"
                    .formatted(postgres.app().user(), on ? "SET log_statement = 'all'" : "RESET log_statement"));
        }
    }
}
