package io.motorpool.application.identity;

import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;

/** What callers want to know about services. Lists are in order of the id, the oldest first. */
public interface ServiceAccountQueries {

    Uni<Decision<ServiceAccountView, Refusal>> account(Caller caller, UserId account);

    Uni<Decision<Page<ServiceAccountView>, Refusal>> accounts(Caller caller, Page.Request page);
}
