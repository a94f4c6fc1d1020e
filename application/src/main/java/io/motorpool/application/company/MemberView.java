package io.motorpool.application.company;

import io.motorpool.domain.company.Licence;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.company.MemberProfile;
import io.motorpool.domain.company.MemberStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.MemberId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A membership as callers see it. */
public record MemberView(
        MemberId id,
        CompanyId company,
        UserId user,
        MemberProfile profile,
        @Nullable Licence licence,
        MemberStatus status,
        Version version) {

    static MemberView of(Versioned<Member> stored) {
        Member member = stored.value();
        return new MemberView(
                member.id(),
                member.company(),
                member.user(),
                member.profile(),
                member.licence(),
                member.status(),
                stored.version());
    }

    /** What an audit entry says of it. No whole name: an entry can never be deleted, and the user's id says who it is. */
    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("user", user.toString());
        facts.put("name", profile.name().masked());
        facts.put("department", profile.department());
        facts.put("role", profile.role().name());
        facts.put("acceptsHandOver", Boolean.toString(profile.acceptsHandOver()));
        facts.put("status", status.name());
        if (licence != null) {
            facts.put("licenceClass", licence.licenceClass().name());
            facts.put("licenceExpiry", licence.expiry().toString());
        }
        return facts;
    }
}
