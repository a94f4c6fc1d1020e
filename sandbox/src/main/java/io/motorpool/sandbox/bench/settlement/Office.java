package io.motorpool.sandbox.bench.settlement;

import io.motorpool.sandbox.app.MotorpoolProcess;
import io.motorpool.sandbox.bench.Effort;
import io.motorpool.sandbox.ground.Ground;
import io.motorpool.sandbox.parts.Credentials;
import io.motorpool.sandbox.parts.Parts;
import io.motorpool.sandbox.parts.PostgresPart;
import io.motorpool.sandbox.token.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Everything that is measured: one node whose timers do nothing but work off presses, and a second database with the same
 * month in it, in which the limit is measured.
 */
final class Office implements AutoCloseable {

    private static final String LIMIT_DATABASE = "motorpool_limit";
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int TURNS = 5;

    /** Exports of 50,000 rows until the compiler has nothing left to do on either side, and those that count then. */
    private static final int WARMING = 20;

    private static final int EXPORTS = 15;

    /** What an export of 50,000 rows may take, instead of the 160 MiB of a node that serves requests. */
    static final int HEAP_MIB = 256;

    private final Parts parts;
    private final MotorpoolProcess node;
    private final Tokens tokens;
    private final DrivenMonth driven =
            new DrivenMonth(YearMonth.now(DrivenMonth.SEOUL).minusMonths(1));
    private final HttpClient http = HttpClient.newHttpClient();
    private List<UUID> companies = List.of();
    private boolean started;

    private Office(Parts parts, MotorpoolProcess node, Tokens tokens) {
        this.parts = parts;
        this.node = node;
        this.tokens = tokens;
    }

    static Office on(Ground ground, Effort effort) {
        Parts parts = ground.parts();
        parts.start();
        MotorpoolProcess node = ground.node(parts)
                .withHeap(HEAP_MIB)
                .with("QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE", Integer.toString(effort.pool()))
                .with("MOTORPOOL_ROUTES_PLANNED_EVERY", "off")
                .with("MOTORPOOL_ROUTES_CAPTURED_EVERY", "off")
                .with("MOTORPOOL_ROUTES_REGISTERED_EVERY", "off")
                .with("MOTORPOOL_SETTLEMENT_POSTED_EVERY", "off");
        node.migrate();
        return new Office(parts, node, ground.tokens());
    }

    MotorpoolProcess node() {
        return node;
    }

    PostgresPart postgres() {
        return parts.postgres();
    }

    YearMonth month() {
        return driven.month();
    }

    List<UUID> companies() {
        return companies;
    }

    Press press() {
        return new Press(node.url(), tokens);
    }

    /** Once. */
    void start() {
        if (!started) {
            node.start();
            node.awaitKeys();
            started = true;
        }
    }

    void drive(int many, int runs) throws SQLException {
        companies = driven.create(postgres(), many, runs);
        asSuperuser("CREATE DATABASE %s TEMPLATE %s OWNER %s"
                .formatted(
                        LIMIT_DATABASE,
                        PostgresPart.DATABASE,
                        postgres().owner().user()));
        asSuperuser("CHECKPOINT");
    }

    List<UUID> moreCompanies(int many, int runs) throws SQLException {
        List<UUID> more = driven.create(postgres(), many, runs);
        asSuperuser("CHECKPOINT");
        return more;
    }

    Duration settleBare() throws SQLException {
        try (Connection connection = limit()) {
            Duration took = new BareSettlement(month()).settle(connection);
            asSuperuser("CHECKPOINT");
            return took;
        }
    }

    /** Nothing that went wrong is measured, and nothing that came to something else. */
    void check(Press.Outcome pressed, int expected) throws SQLException {
        if (pressed.confirmed() != expected || pressed.failed() != 0) {
            throw new IllegalStateException("not everybody was settled: " + pressed);
        }
        if (expected > 1) {
            try (Connection own = postgres().connect(postgres().app());
                    Connection bare = limit()) {
                String ours = DrivenMonth.confirmed(own);
                String theirs = DrivenMonth.confirmed(bare);
                if (!ours.equals(theirs)) {
                    throw new IllegalStateException("the application says %s, SQL alone %s".formatted(ours, theirs));
                }
            }
        }
    }

    /** Medians of the same export, in turn. */
    record Exported(Duration application, Duration bare) {}

    Exported exportOf(int runs) throws Exception {
        UUID company = driven.create(postgres(), 1, runs).getFirst();
        check(press().settle(month(), List.of(company), Duration.ofMillis(100)), 1);
        UUID settlement = press().settlement(company, month());
        ShownBill bill;
        try (Connection connection = postgres().connect(postgres().app())) {
            bill = ShownBill.of(connection, settlement, month());
        }
        Work exported = () -> fetch("/settlements/" + settlement + "/statement-workbook");
        Work written = () -> BareStatement.write(bill);
        Sheets.checkAlike(exported.run(), written.run());
        List<Duration> application = new ArrayList<>();
        List<Duration> bare = new ArrayList<>();
        for (int turn = 0; turn < WARMING + EXPORTS; turn++) {
            application.add(timed(exported));
            bare.add(timed(written));
        }
        return new Exported(
                SettlementBenchmark.median(application.subList(WARMING, WARMING + EXPORTS)),
                SettlementBenchmark.median(bare.subList(WARMING, WARMING + EXPORTS)));
    }

    Duration importOf(int rows) throws Exception {
        List<Duration> took = new ArrayList<>();
        for (UUID company : driven.create(postgres(), TURNS, 30)) {
            byte[] workbook = Sheets.extraCosts(month(), "판교-강남 출근 1", rows);
            took.add(timed(() -> send("/companies/" + company + "/extra-costs/" + month() + "/workbook", workbook)));
        }
        return SettlementBenchmark.median(took);
    }

    private interface Work {
        byte[] run() throws Exception;
    }

    private static Duration timed(Work work) throws Exception {
        long begun = System.nanoTime();
        byte[] made = work.run();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        if (made.length == 0) {
            throw new IllegalStateException("nothing was made");
        }
        return took;
    }

    private byte[] fetch(String path) throws IOException, InterruptedException {
        return answer(request(path)
                .header("Accept", WORKBOOK + ", application/problem+json")
                .GET());
    }

    private byte[] send(String path, byte[] workbook) throws IOException, InterruptedException {
        return answer(request(path)
                .header("Content-Type", WORKBOOK)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(workbook)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(node.url() + "/api/v1" + path))
                .header("Authorization", "Bearer " + tokens.division(UUID.randomUUID(), "SETTLEMENT_CLERK"));
    }

    private byte[] answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("answered %d: %s"
                    .formatted(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8)));
        }
        return answer.body();
    }

    private Connection limit() throws SQLException {
        Credentials app = postgres().app();
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:%d/%s".formatted(postgres().port(), LIMIT_DATABASE),
                app.user(),
                app.password());
    }

    private void asSuperuser(String statement) throws SQLException {
        try (Connection connection = postgres().connect(postgres().superuser());
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    String databaseSettings() throws SQLException {
        try (Connection connection = postgres().connect(postgres().superuser());
                Statement sql = connection.createStatement();
                ResultSet settings = sql.executeQuery("""
                        SELECT 'PostgreSQL ' || current_setting('server_version') || ', '
                               || string_agg(name || '=' || current_setting(name), ' ' ORDER BY name)
                          FROM pg_settings
                         WHERE name IN ('fsync', 'full_page_writes', 'max_wal_size', 'shared_buffers', 'synchronous_commit',
                                        'wal_level')""")) {
            settings.next();
            return String.valueOf(settings.getString(1));
        }
    }

    @Override
    public void close() {
        http.close();
        node.close();
        parts.close();
    }
}
