package io.motorpool.application.identity;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.company.PersonName;
import io.motorpool.domain.identity.DivisionRoles;
import io.motorpool.domain.identity.EmailAddress;
import io.motorpool.domain.identity.SourceNetwork;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.smallrye.mutiny.Uni;

/** Who may sign in, and what they are to the division. */
public interface LookAfterUsers {

    /** They get a letter by which they choose a password. */
    Uni<Decision<UserView, Refusal>> invite(Invitation invitation);

    /** Another letter, in place of the one that was lost; to somebody who has been here it allows a new password. */
    Uni<Decision<UserView, Refusal>> sendLetter(Caller caller, UserId user, SourceNetwork from);

    /** What is taken away is gone at once: access tokens that say otherwise are worth nothing. */
    Uni<Decision<UserView, Refusal>> changeRoles(RolesChange change);

    /** All their sessions end, and nothing that was sent to them opens anything. */
    Uni<Decision<UserView, Refusal>> disable(Caller caller, UserId user, Version seen, SourceNetwork from);

    Uni<Decision<UserView, Refusal>> enable(Caller caller, UserId user, Version seen, SourceNetwork from);

    record Invitation(Caller caller, EmailAddress email, PersonName name, DivisionRoles roles, SourceNetwork from) {}

    /** @param seen the version that the caller decided on */
    record RolesChange(Caller caller, UserId user, Version seen, DivisionRoles roles, SourceNetwork from) {}
}
