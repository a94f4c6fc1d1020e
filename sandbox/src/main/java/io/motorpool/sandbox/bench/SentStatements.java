package io.motorpool.sandbox.bench;

import io.motorpool.sandbox.files.Processes;
import io.motorpool.sandbox.parts.PostgresPart;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets PostgreSQL write down every statement for a moment, and compares what the application sends with what its limit
 * is made of. Without this the two would drift apart, and the ratio would come to mean something else.
 */
public final class SentStatements implements AutoCloseable {

    private static final Pattern ENTRY =
            Pattern.compile("\\S+ \\S+ \\S+ \\[(\\d+)] LOG: {2}(?:statement|execute [^:]+): (.*)", Pattern.DOTALL);
    private static final Pattern NEW_LINE_OF_LOG = Pattern.compile("\\n(?=\\d{4}-\\d\\d-\\d\\d )");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final PostgresPart postgres;

    public SentStatements(PostgresPart postgres) throws SQLException {
        this.postgres = postgres;
        configure("ALTER SYSTEM SET log_statement = 'all'");
    }

    @Override
    public void close() throws SQLException {
        configure("ALTER SYSTEM RESET log_statement");
    }

    /** Running connections take it up within a moment. */
    private void configure(String change) throws SQLException {
        try (Connection connection = postgres.connect(postgres.superuser());
                Statement statement = connection.createStatement()) {
            statement.execute(change);
            statement.execute("SELECT pg_reload_conf()");
            statement.execute("SELECT pg_sleep(0.5)");
        }
    }

    /** Fails when the request does not make the application send exactly these, one after the other on one connection. */
    public void expect(String what, List<String> statements, Runnable request) {
        List<String> expected = statements.stream().map(SentStatements::oneLine).toList();
        long before = size();
        request.run();
        if (!Processes.await(() -> isIn(expected, since(before)), PATIENCE)) {
            throw new IllegalStateException("""
                    The application sends something else to %s than its limit does, so a ratio would mean nothing.
                    Expected:
                    %s
                    Sent, each once:
                    %s""".formatted(what, lines(expected.stream()), lines(sent(before))));
        }
    }

    private Stream<String> sent(long before) {
        return since(before).values().stream().flatMap(List::stream).distinct();
    }

    private static String lines(Stream<String> statements) {
        return statements.collect(Collectors.joining("\n"));
    }

    private static boolean isIn(List<String> expected, Map<String, List<String>> byConnection) {
        return byConnection.values().stream().anyMatch(sent -> Collections.indexOfSubList(sent, expected) >= 0);
    }

    private Map<String, List<String>> since(long before) {
        return byConnection(read(before));
    }

    /** What each connection sent, in order. */
    static Map<String, List<String>> byConnection(String log) {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        NEW_LINE_OF_LOG.splitAsStream(log).forEach(entry -> {
            Matcher matcher = ENTRY.matcher(entry);
            if (matcher.matches()) {
                sent.computeIfAbsent(matcher.group(1), _ -> new ArrayList<>()).add(oneLine(matcher.group(2)));
            }
        });
        return sent;
    }

    private static String oneLine(String statement) {
        return SPACES.matcher(statement).replaceAll(" ").strip();
    }

    private long size() {
        try {
            return Files.size(postgres.log());
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + postgres.log(), failed);
        }
    }

    private String read(long from) {
        try (RandomAccessFile log = new RandomAccessFile(postgres.log().toFile(), "r")) {
            byte[] rest = new byte[(int) (log.length() - from)];
            log.seek(from);
            log.readFully(rest);
            return new String(rest, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read " + postgres.log(), failed);
        }
    }
}
