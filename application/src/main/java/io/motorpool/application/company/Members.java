package io.motorpool.application.company;

import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.company.CompanyRefusal;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.MemberId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** All memberships, at most one for each user and company; those that have ended among them. */
public interface Members {

    Uni<Optional<Versioned<Member>>> find(MemberId id);

    Uni<Optional<Versioned<Member>>> of(CompanyId company, UserId user);

    /** For retiring it: until the unit of work ends, nothing is reserved for this member. */
    Uni<Optional<Versioned<Member>>> lock(MemberId id);

    /** Stores a new membership, unless the user has one in the company, living or ended. */
    Uni<Decision<Version, CompanyRefusal>> add(Member member);

    /**
     * What is as it was keeps its version. Fails with {@link io.motorpool.application.shared.ContendedException} when it
     * has changed since.
     */
    Uni<Version> save(Versioned<Member> changed);

    /** In order of their id. */
    Uni<Page<Versioned<Member>>> list(CompanyScope scope, Page.Request page);
}
