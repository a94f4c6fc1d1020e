package io.motorpool.application.identity;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.company.PersonName;
import io.motorpool.domain.identity.EmailAddress;
import io.smallrye.mutiny.Uni;

/**
 * The division has nobody who could invite anybody. Whoever can start Motorpool can begin: there is no caller to ask for a
 * permission, and no more than this one step, which works only as long as there is no operator.
 */
public interface InviteFirstOperator {

    Uni<Decision<UserView, Refusal>> invite(EmailAddress email, PersonName name);
}
