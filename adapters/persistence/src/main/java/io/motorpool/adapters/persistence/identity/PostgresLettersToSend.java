package io.motorpool.adapters.persistence.identity;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.identity.LettersToSend;
import io.motorpool.domain.identity.OneTimeLink.Purpose;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The letter table, a queue with one place for each user. */
@ApplicationScoped
public class PostgresLettersToSend implements LettersToSend {

    @Override
    public Uni<Void> put(Owed letter) {
        return Sql.changeAhead("""
                INSERT INTO letter_to_send (user_id, purpose, tried, not_before)
                VALUES (:user, :purpose, :tried, :notBefore)
                ON CONFLICT (user_id) DO UPDATE
                   SET purpose = excluded.purpose, tried = excluded.tried, not_before = excluded.not_before""", parameters(letter), _ -> {});
    }

    @Override
    public Uni<Optional<Owed>> lockNext(Instant now) {
        return Sql.read("""
                        SELECT user_id, purpose, tried, not_before FROM letter_to_send WHERE not_before <= :now
                         ORDER BY not_before, user_id LIMIT 1 FOR UPDATE SKIP LOCKED""", Map.of("now", now), PostgresLettersToSend::letter)
                .map(found -> found.stream().findFirst());
    }

    private static Owed letter(Columns columns) {
        return new Owed(
                new UserId(columns.uuid()), columns.constant(Purpose.class), columns.number(), columns.instant());
    }

    @Override
    public Uni<Void> remove(Owed letter) {
        return Sql.changeAhead("""
                DELETE FROM letter_to_send
                 WHERE user_id = :user AND purpose = :purpose AND tried = :tried AND not_before = :notBefore""", parameters(letter), _ -> {});
    }

    @Override
    public Uni<Void> removeAll(UserId user) {
        return Sql.changeAhead(
                "DELETE FROM letter_to_send WHERE user_id = :user", Map.of("user", user.value()), _ -> {});
    }

    private static Map<String, ?> parameters(Owed letter) {
        return Map.of(
                "user", letter.user().value(),
                "purpose", letter.purpose().name(),
                "tried", letter.tried(),
                "notBefore", letter.notBefore());
    }
}
