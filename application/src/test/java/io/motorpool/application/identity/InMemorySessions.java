package io.motorpool.application.identity;

import io.motorpool.application.shared.Page;
import io.motorpool.domain.identity.SecretDigest;
import io.motorpool.domain.identity.Session;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.identity.TokenPolicy;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Sessions in memory. */
final class InMemorySessions implements Sessions {

    private record Token(SessionId session, SecretDigest digest) {}

    private record Issued(Token token, int generation) {}

    private final Rows<SessionId, Session> rows = new Rows<>();
    private final Rows<Token, Issued> tokens = new Rows<>();

    @Override
    public Uni<Optional<Session>> find(SessionId id) {
        return Uni.createFrom().item(() -> rows.get(id));
    }

    @Override
    public Uni<Optional<Session>> lock(SessionId id) {
        return find(id);
    }

    @Override
    public Uni<List<Session.Live>> lockLive(UserId user) {
        return Uni.createFrom()
                .item(() -> live(session -> session.user().equals(user)).toList());
    }

    @Override
    public Uni<List<Session.Live>> lockLapsed(Instant now, TokenPolicy policy, int atMost) {
        return Uni.createFrom()
                .item(() -> live(session -> session.isLapsed(now, policy))
                        .limit(atMost)
                        .toList());
    }

    private Stream<Session.Live> live(Predicate<Session.Live> wanted) {
        return rows.all().stream()
                .filter(Session.Live.class::isInstance)
                .map(Session.Live.class::cast)
                .filter(wanted)
                .sorted(Comparator.comparing(session -> session.id().value()));
    }

    @Override
    public Uni<Void> add(Session.Live session, SecretDigest first) {
        return rotate(session, first);
    }

    @Override
    public Uni<Void> rotate(Session.Live rotated, SecretDigest youngest) {
        return Uni.createFrom().voidItem().invoke(() -> {
            Token token = new Token(rotated.id(), youngest);
            rows.put(rotated.id(), rotated);
            tokens.put(token, new Issued(token, rotated.generation()));
        });
    }

    @Override
    public Uni<Void> save(Session changed) {
        return Uni.createFrom().voidItem().invoke(() -> rows.put(changed.id(), changed));
    }

    @Override
    public Uni<OptionalInt> generationOf(SessionId id, SecretDigest secret) {
        return Uni.createFrom()
                .item(() -> tokens.get(new Token(id, secret))
                        .map(issued -> OptionalInt.of(issued.generation()))
                        .orElse(OptionalInt.empty()));
    }

    @Override
    public Uni<Page<Session.Live>> live(UserId user, Page.Request page) {
        return Uni.createFrom()
                .item(() -> Page.of(
                        live(session -> session.user().equals(user))
                                .filter(session -> page.after()
                                        .map(cursor -> session.id().value().compareTo(cursor.id()) > 0)
                                        .orElse(true))
                                .limit(page.limit() + 1L)
                                .toList(),
                        page,
                        session -> new Page.Cursor(null, session.id().value())));
    }

    @Override
    public Uni<Integer> forgetEndedBefore(Instant before, int atMost) {
        return Uni.createFrom().item(() -> {
            int forgotten = rows.forget(
                    session ->
                            session instanceof Session.Ended ended && ended.at().isBefore(before),
                    atMost);
            int _ = tokens.forget(issued -> rows.get(issued.token().session()).isEmpty(), Integer.MAX_VALUE);
            return forgotten;
        });
    }

    List<Session> all() {
        return rows.all();
    }

    Runnable snapshot() {
        Runnable undoRows = rows.snapshot();
        Runnable undoTokens = tokens.snapshot();
        return () -> {
            undoRows.run();
            undoTokens.run();
        };
    }
}
