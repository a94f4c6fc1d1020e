package io.motorpool.application.identity;

import io.motorpool.application.shared.Outbox;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.identity.IdentityEvent;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.identity.SourceNetwork;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The traces that identity leaves, written together: the entry for those who ask what happened, and the facts for those
 * who act on them. Part of the unit of work.
 */
public final class SecurityJournal {

    private final SecurityTrail trail;
    private final Outbox outbox;
    private final Clock clock;
    private final Supplier<UUID> nextId;

    public SecurityJournal(SecurityTrail trail, Outbox outbox, Clock clock, Supplier<UUID> nextId) {
        this.trail = trail;
        this.outbox = outbox;
        this.clock = clock;
        this.nextId = nextId;
    }

    /**
     * Who did something, from where.
     *
     * @param actor absent for a stranger
     * @param from absent when Motorpool does it by itself, or as a consequence of something else
     */
    record Deed(@Nullable UserId actor, @Nullable SourceNetwork from) {

        static Deed of(Caller caller, SourceNetwork from) {
            return new Deed(caller.user(), from);
        }

        /** What somebody did elsewhere, where nobody asks from where. */
        static Deed from(Caller caller) {
            return new Deed(caller.user(), null);
        }

        static Deed ofStranger(SourceNetwork from) {
            return new Deed(null, from);
        }

        static Deed ofMotorpool() {
            return new Deed(null, null);
        }
    }

    /** Facts, each with its entry. */
    Uni<Void> write(Deed deed, List<? extends IdentityEvent> facts) {
        return write(deed, facts, Map.of());
    }

    /** @param details what the entries say besides */
    Uni<Void> write(Deed deed, List<? extends IdentityEvent> facts, Map<String, String> details) {
        if (facts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return trail.record(facts.stream()
                        .map(fact -> entry(deed, Told.of(fact), details))
                        .toList())
                .chain(() -> outbox.append(facts));
    }

    /** What is nobody's fact, but security asks about it. */
    Uni<Void> note(Deed deed, SecurityEvent event, @Nullable UserId about, @Nullable SessionId session) {
        return note(deed, event, about == null ? null : about.value(), session, Map.of());
    }

    Uni<Void> note(
            Deed deed,
            SecurityEvent event,
            @Nullable UUID about,
            @Nullable SessionId session,
            Map<String, String> details) {
        return trail.record(List.of(entry(deed, new Told(event, about, session, Map.of()), details)));
    }

    private SecurityEntry entry(Deed deed, Told told, Map<String, String> details) {
        Map<String, String> facts = new TreeMap<>(told.facts());
        facts.putAll(details);
        return new SecurityEntry(
                nextId.get(),
                clock.instant(),
                told.event(),
                deed.actor(),
                told.about(),
                told.session(),
                deed.from(),
                facts);
    }

    /** A fact in the words of the trail. */
    private record Told(
            SecurityEvent event,
            @Nullable UUID about,
            @Nullable SessionId session,
            Map<String, String> facts) {

        static Told of(IdentityEvent fact) {
            return switch (fact) {
                case IdentityEvent.OfUser it -> new Told(eventOf(it), it.user().value(), null, Map.of());
                case IdentityEvent.OfSession it -> ofSession(it);
                case IdentityEvent.OfServiceAccount it ->
                    new Told(eventOf(it), it.account().value(), null, Map.of());
                case IdentityEvent.OfKey it -> ofKey(it);
            };
        }

        private static SecurityEvent eventOf(IdentityEvent.OfUser fact) {
            return switch (fact) {
                case IdentityEvent.UserInvited _ -> SecurityEvent.USER_INVITED;
                case IdentityEvent.UserActivated _ -> SecurityEvent.USER_ACTIVATED;
                case IdentityEvent.PasswordChanged _ -> SecurityEvent.PASSWORD_CHANGED;
                case IdentityEvent.DivisionRolesChanged _ -> SecurityEvent.DIVISION_ROLES_CHANGED;
                case IdentityEvent.UserDisabled _ -> SecurityEvent.USER_DISABLED;
                case IdentityEvent.UserEnabled _ -> SecurityEvent.USER_ENABLED;
            };
        }

        private static Told ofSession(IdentityEvent.OfSession fact) {
            UUID user = fact.user().value();
            SessionId session = fact.session();
            return switch (fact) {
                case IdentityEvent.SessionStarted _ -> new Told(SecurityEvent.SIGNED_IN, user, session, Map.of());
                case IdentityEvent.SessionEnded ended ->
                    new Told(
                            SecurityEvent.SESSION_ENDED,
                            user,
                            session,
                            Map.of("reason", ended.reason().name()));
                case IdentityEvent.RefreshTokenReused _ ->
                    new Told(SecurityEvent.REFRESH_TOKEN_REUSED, user, session, Map.of());
            };
        }

        private static SecurityEvent eventOf(IdentityEvent.OfServiceAccount fact) {
            return switch (fact) {
                case IdentityEvent.ServiceAccountRegistered _ -> SecurityEvent.SERVICE_ACCOUNT_REGISTERED;
                case IdentityEvent.ServiceAccountChanged _ -> SecurityEvent.SERVICE_ACCOUNT_CHANGED;
                case IdentityEvent.ServiceAccountDisabled _ -> SecurityEvent.SERVICE_ACCOUNT_DISABLED;
                case IdentityEvent.ServiceAccountEnabled _ -> SecurityEvent.SERVICE_ACCOUNT_ENABLED;
            };
        }

        private static Told ofKey(IdentityEvent.OfKey fact) {
            Map<String, String> facts = new TreeMap<>(Map.of("key", fact.key().value()));
            SecurityEvent event =
                    switch (fact) {
                        case IdentityEvent.KeyPrepared _ -> SecurityEvent.KEY_PREPARED;
                        case IdentityEvent.KeyPublished _ -> SecurityEvent.KEY_PUBLISHED;
                        case IdentityEvent.KeyActivated activated -> {
                            facts.put("early", Boolean.toString(activated.early()));
                            yield SecurityEvent.KEY_ACTIVATED;
                        }
                        case IdentityEvent.KeyRetired _ -> SecurityEvent.KEY_RETIRED;
                        case IdentityEvent.KeyRemoved _ -> SecurityEvent.KEY_REMOVED;
                        case IdentityEvent.KeyRevoked _ -> SecurityEvent.KEY_REVOKED;
                    };
            return new Told(event, fact.ring().value(), null, facts);
        }
    }
}
