package io.motorpool.domain.identity;

import io.motorpool.domain.company.PersonName;
import io.motorpool.domain.shared.UserId;

/**
 * Who a user is, whatever has become of their access.
 *
 * @param roles what they are to the division; nothing for the people of client companies
 */
public record Person(UserId id, EmailAddress email, PersonName name, DivisionRoles roles) {

    public Person with(DivisionRoles newRoles) {
        return new Person(id, email, name, newRoles);
    }
}
