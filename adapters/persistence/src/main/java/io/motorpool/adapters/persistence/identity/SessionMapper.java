package io.motorpool.adapters.persistence.identity;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.identity.DeviceLabel;
import io.motorpool.domain.identity.SealedSecret;
import io.motorpool.domain.identity.Session;
import io.motorpool.domain.identity.Session.EndReason;
import io.motorpool.domain.identity.Session.Ended;
import io.motorpool.domain.identity.Session.Live;
import io.motorpool.domain.identity.Session.Opening;
import io.motorpool.domain.identity.Session.Rotation;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.shared.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Between rows and sessions. */
final class SessionMapper {

    /** What {@link #session} reads. */
    static final String COLUMNS = "id, user_id, device, started_at, profile, company_id, last_used_at, generation,"
            + " rotated_at, successor, ended_at, end_reason";

    private SessionMapper() {}

    static Session session(Columns columns) {
        Opening opening = new Opening(
                new SessionId(columns.uuid()),
                new UserId(columns.uuid()),
                new DeviceLabel(columns.text()),
                columns.instant());
        Profile profile = ProfileMapper.profile(columns);
        Instant lastUsedAt = columns.instant();
        int generation = columns.number();
        Rotation rotation = rotation(columns.instantOrNull(), columns.textOrNull());
        Instant endedAt = columns.instantOrNull();
        return endedAt == null
                ? new Live(opening, profile, lastUsedAt, generation, rotation)
                : new Ended(opening, profile, lastUsedAt, generation, endedAt, columns.constant(EndReason.class));
    }

    /** From a question that asks for those that go on. */
    static Live live(Columns columns) {
        return switch (session(columns)) {
            case Live live -> live;
            case Ended ended -> throw new IllegalStateException("session %s is over".formatted(ended.id()));
        };
    }

    private static @Nullable Rotation rotation(@Nullable Instant at, @Nullable String successor) {
        return at == null || successor == null ? null : new Rotation(at, new SealedSecret(successor));
    }

    /** What may change of every session, by the names that statements give it; an empty text stands for no company. */
    static Map<String, Object> parameters(SessionId id, Profile profile, Instant lastUsedAt, int generation) {
        UUID company = ProfileMapper.company(profile);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("id", id.value());
        parameters.put("profile", ProfileMapper.name(profile));
        parameters.put("company", company == null ? "" : company.toString());
        parameters.put("lastUsedAt", lastUsedAt);
        parameters.put("generation", generation);
        return parameters;
    }
}
