package io.motorpool.domain.identity;

import io.motorpool.domain.DomainEvent;
import io.motorpool.domain.shared.UserId;
import java.time.Instant;
import java.util.UUID;

/**
 * Facts about users, their sessions, services and the issuer's keys. They belong to no company: a user may be a member of
 * several. They carry ids only (P19).
 */
public sealed interface IdentityEvent extends DomainEvent {

    /** About somebody who may sign in. */
    sealed interface OfUser extends IdentityEvent {
        UserId user();

        @Override
        default UUID subject() {
            return user().value();
        }
    }

    record UserInvited(UserId user, Instant occurredAt) implements OfUser {}

    record UserActivated(UserId user, Instant occurredAt) implements OfUser {}

    record PasswordChanged(UserId user, Instant occurredAt) implements OfUser {}

    record DivisionRolesChanged(UserId user, Instant occurredAt) implements OfUser {}

    record UserDisabled(UserId user, Instant occurredAt) implements OfUser {}

    record UserEnabled(UserId user, Instant occurredAt) implements OfUser {}

    /** About one sign-in on one device. */
    sealed interface OfSession extends IdentityEvent {
        SessionId session();

        UserId user();

        @Override
        default UUID subject() {
            return session().value();
        }
    }

    record SessionStarted(SessionId session, UserId user, Instant occurredAt) implements OfSession {}

    /** Access tokens of the session are worth nothing from now on. */
    record SessionEnded(SessionId session, UserId user, Session.EndReason reason, Instant occurredAt)
            implements OfSession {}

    /** Somebody showed a refresh token that had been replaced: one of two holders is not the owner. */
    record RefreshTokenReused(SessionId session, UserId user, Instant occurredAt) implements OfSession {}

    /** About a service that acts by itself. */
    sealed interface OfServiceAccount extends IdentityEvent {
        UserId account();

        @Override
        default UUID subject() {
            return account().value();
        }
    }

    record ServiceAccountRegistered(UserId account, Instant occurredAt) implements OfServiceAccount {}

    record ServiceAccountChanged(UserId account, Instant occurredAt) implements OfServiceAccount {}

    record ServiceAccountDisabled(UserId account, Instant occurredAt) implements OfServiceAccount {}

    record ServiceAccountEnabled(UserId account, Instant occurredAt) implements OfServiceAccount {}

    /** About one of the issuer's keys. They are told in the order of the ring. */
    sealed interface OfKey extends IdentityEvent {
        KeyRingId ring();

        KeyId key();

        @Override
        default UUID subject() {
            return ring().value();
        }
    }

    record KeyPrepared(KeyRingId ring, KeyId key, Instant occurredAt) implements OfKey {}

    /** It was read back from where verifiers find it. */
    record KeyPublished(KeyRingId ring, KeyId key, Instant occurredAt) implements OfKey {}

    /** @param early whether it signs before it was visible long enough, because no other key could */
    record KeyActivated(KeyRingId ring, KeyId key, boolean early, Instant occurredAt) implements OfKey {}

    record KeyRetired(KeyRingId ring, KeyId key, Instant occurredAt) implements OfKey {}

    record KeyRemoved(KeyRingId ring, KeyId key, Instant occurredAt) implements OfKey {}

    /** Whoever verifies must not trust it any more. */
    record KeyRevoked(KeyRingId ring, KeyId key, Instant occurredAt) implements OfKey {}
}
