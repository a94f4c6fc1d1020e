package io.motorpool.domain.company;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;

import io.motorpool.domain.Decision;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.MemberId;
import io.motorpool.domain.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A user's membership in one company. The same user may be a member elsewhere too; the two memberships know nothing of
 * each other.
 *
 * @param licence absent for members who do not drive
 */
public record Member(
        MemberId id,
        CompanyId company,
        UserId user,
        MemberProfile profile,
        @Nullable Licence licence,
        MemberStatus status) {

    public static Member enrol(
            MemberId id, CompanyId company, UserId user, MemberProfile profile, @Nullable Licence licence) {
        return new Member(id, company, user, profile, licence, MemberStatus.ACTIVE);
    }

    public Decision<Member, CompanyRefusal> change(MemberProfile newProfile, @Nullable Licence newLicence) {
        return isActive()
                ? accept(new Member(id, company, user, newProfile, newLicence, status))
                : refuse(new CompanyRefusal.MemberRetired());
    }

    /** A member leaves only when no reservation waits for them. */
    public Decision<Member, CompanyRefusal> retire(long activeReservations) {
        if (!isActive()) {
            return refuse(new CompanyRefusal.MemberRetired());
        }
        if (activeReservations > 0) {
            return refuse(new CompanyRefusal.StillInUse(activeReservations, 0));
        }
        return accept(new Member(id, company, user, profile, licence, MemberStatus.RETIRED));
    }

    public boolean isActive() {
        return status == MemberStatus.ACTIVE;
    }
}
