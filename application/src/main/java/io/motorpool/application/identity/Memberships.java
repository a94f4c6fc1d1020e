package io.motorpool.application.identity;

import io.motorpool.domain.identity.Membership;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** What the company context says about users: of which companies they are members now. */
public interface Memberships {

    /** Active ones in companies that have not left, in order of the company's id. */
    Uni<List<Membership>> of(UserId user);

    Uni<Optional<Membership>> of(UserId user, CompanyId company);
}
