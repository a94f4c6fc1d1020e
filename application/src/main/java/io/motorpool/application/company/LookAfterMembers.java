package io.motorpool.application.company;

import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.company.Licence;
import io.motorpool.domain.company.MemberProfile;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.MemberId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** People join a company, change department or licence, and leave. */
public interface LookAfterMembers {

    /** Who was a member before takes up the old membership again. */
    Uni<Decision<MemberView, Refusal>> enrol(Enrolment enrolment);

    Uni<Decision<MemberView, Refusal>> change(Change change);

    /** Only a member for whom no reservation waits can leave. */
    Uni<Decision<MemberView, Refusal>> retire(Caller caller, MemberId member, Version seen);

    /** @param licence absent when the member does not drive */
    record Enrolment(
            Caller caller,
            CompanyId company,
            UserId user,
            MemberProfile profile,
            @Nullable Licence licence) {}

    /**
     * @param seen the version that the caller decided on
     * @param licence absent when the member does not drive
     */
    record Change(
            Caller caller,
            MemberId member,
            Version seen,
            MemberProfile profile,
            @Nullable Licence licence) {}
}
