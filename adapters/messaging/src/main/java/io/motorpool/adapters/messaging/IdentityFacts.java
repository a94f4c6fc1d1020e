package io.motorpool.adapters.messaging;

import io.motorpool.domain.identity.IdentityEvent;
import java.util.UUID;

/** What is told about users, sessions, services and the issuer's keys. */
final class IdentityFacts {

    private IdentityFacts() {}

    record UserInvited(UUID user) {}

    record UserActivated(UUID user) {}

    record PasswordChanged(UUID user) {}

    record DivisionRolesChanged(UUID user) {}

    record UserDisabled(UUID user) {}

    record UserEnabled(UUID user) {}

    record SessionStarted(UUID session, UUID user) {}

    record SessionEnded(UUID session, UUID user, String reason) {}

    record RefreshTokenReused(UUID session, UUID user) {}

    record ServiceAccountRegistered(UUID account) {}

    record ServiceAccountChanged(UUID account) {}

    record ServiceAccountDisabled(UUID account) {}

    record ServiceAccountEnabled(UUID account) {}

    record KeyPrepared(UUID ring, String key) {}

    record KeyPublished(UUID ring, String key) {}

    record KeyActivated(UUID ring, String key, boolean early) {}

    record KeyRetired(UUID ring, String key) {}

    record KeyRemoved(UUID ring, String key) {}

    record KeyRevoked(UUID ring, String key) {}

    static Fact of(IdentityEvent event) {
        return switch (event) {
            case IdentityEvent.OfUser it -> ofUser(it);
            case IdentityEvent.OfSession it -> ofSession(it);
            case IdentityEvent.OfServiceAccount it -> ofServiceAccount(it);
            case IdentityEvent.OfKey it -> ofKey(it);
        };
    }

    private static Fact ofUser(IdentityEvent.OfUser event) {
        return switch (event) {
            case IdentityEvent.UserInvited it ->
                new Fact("identity.user-invited.v1", new UserInvited(it.user().value()));
            case IdentityEvent.UserActivated it ->
                new Fact(
                        "identity.user-activated.v1",
                        new UserActivated(it.user().value()));
            case IdentityEvent.PasswordChanged it ->
                new Fact(
                        "identity.password-changed.v1",
                        new PasswordChanged(it.user().value()));
            case IdentityEvent.DivisionRolesChanged it ->
                new Fact(
                        "identity.division-roles-changed.v1",
                        new DivisionRolesChanged(it.user().value()));
            case IdentityEvent.UserDisabled it ->
                new Fact("identity.user-disabled.v1", new UserDisabled(it.user().value()));
            case IdentityEvent.UserEnabled it ->
                new Fact("identity.user-enabled.v1", new UserEnabled(it.user().value()));
        };
    }

    private static Fact ofSession(IdentityEvent.OfSession event) {
        return switch (event) {
            case IdentityEvent.SessionStarted it ->
                new Fact(
                        "identity.session-started.v1",
                        new SessionStarted(it.session().value(), it.user().value()));
            case IdentityEvent.SessionEnded it ->
                new Fact(
                        "identity.session-ended.v1",
                        new SessionEnded(
                                it.session().value(),
                                it.user().value(),
                                it.reason().name()));
            case IdentityEvent.RefreshTokenReused it ->
                new Fact(
                        "identity.refresh-token-reused.v1",
                        new RefreshTokenReused(it.session().value(), it.user().value()));
        };
    }

    private static Fact ofServiceAccount(IdentityEvent.OfServiceAccount event) {
        return switch (event) {
            case IdentityEvent.ServiceAccountRegistered it ->
                new Fact(
                        "identity.service-account-registered.v1",
                        new ServiceAccountRegistered(it.account().value()));
            case IdentityEvent.ServiceAccountChanged it ->
                new Fact(
                        "identity.service-account-changed.v1",
                        new ServiceAccountChanged(it.account().value()));
            case IdentityEvent.ServiceAccountDisabled it ->
                new Fact(
                        "identity.service-account-disabled.v1",
                        new ServiceAccountDisabled(it.account().value()));
            case IdentityEvent.ServiceAccountEnabled it ->
                new Fact(
                        "identity.service-account-enabled.v1",
                        new ServiceAccountEnabled(it.account().value()));
        };
    }

    private static Fact ofKey(IdentityEvent.OfKey event) {
        return switch (event) {
            case IdentityEvent.KeyPrepared it ->
                new Fact(
                        "identity.key-prepared.v1",
                        new KeyPrepared(it.ring().value(), it.key().value()));
            case IdentityEvent.KeyPublished it ->
                new Fact(
                        "identity.key-published.v1",
                        new KeyPublished(it.ring().value(), it.key().value()));
            case IdentityEvent.KeyActivated it ->
                new Fact(
                        "identity.key-activated.v1",
                        new KeyActivated(it.ring().value(), it.key().value(), it.early()));
            case IdentityEvent.KeyRetired it ->
                new Fact(
                        "identity.key-retired.v1",
                        new KeyRetired(it.ring().value(), it.key().value()));
            case IdentityEvent.KeyRemoved it ->
                new Fact(
                        "identity.key-removed.v1",
                        new KeyRemoved(it.ring().value(), it.key().value()));
            case IdentityEvent.KeyRevoked it ->
                new Fact(
                        "identity.key-revoked.v1",
                        new KeyRevoked(it.ring().value(), it.key().value()));
        };
    }
}
