package io.motorpool.application.company;

import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.MemberId;
import io.smallrye.mutiny.Uni;

/** What callers want to know about companies and their members. Lists are in order of the id, the oldest first. */
public interface CompanyQueries {

    Uni<Decision<CompanyView, Refusal>> company(Caller caller, CompanyId company);

    /** The division finds every company, others find their own. */
    Uni<Decision<Page<CompanyView>, Refusal>> companies(Caller caller, Page.Request page);

    /** Everybody may read their own membership. */
    Uni<Decision<MemberView, Refusal>> member(Caller caller, MemberId member);

    Uni<Decision<Page<MemberView>, Refusal>> members(Caller caller, CompanyId company, Page.Request page);
}
