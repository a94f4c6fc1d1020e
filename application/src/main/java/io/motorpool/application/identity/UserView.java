package io.motorpool.application.identity;

import io.motorpool.domain.company.PersonName;
import io.motorpool.domain.identity.DivisionRoles;
import io.motorpool.domain.identity.EmailAddress;
import io.motorpool.domain.identity.Person;
import io.motorpool.domain.identity.User;
import io.motorpool.domain.identity.UserStatus;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;

/** A user as callers see them. */
public record UserView(
        UserId id, EmailAddress email, PersonName name, DivisionRoles roles, UserStatus status, Version version) {

    static UserView of(Versioned<User> stored) {
        Person person = stored.value().person();
        return new UserView(
                person.id(),
                person.email(),
                person.name(),
                person.roles(),
                stored.value().status(),
                stored.version());
    }
}
