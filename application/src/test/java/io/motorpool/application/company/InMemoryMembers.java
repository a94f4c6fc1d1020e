package io.motorpool.application.company;

import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.VersionedMap;
import io.motorpool.domain.Decision;
import io.motorpool.domain.company.CompanyRefusal;
import io.motorpool.domain.company.CompanyRefusal.AlreadyMember;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.MemberId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Memberships in memory. Nobody waits for a lock here. */
public final class InMemoryMembers implements Members {

    private final VersionedMap<Member> rows =
            new VersionedMap<>(member -> member.id().value(), Member::company);

    @Override
    public Uni<Optional<Versioned<Member>>> find(MemberId id) {
        return Uni.createFrom().item(() -> rows.find(id.value()));
    }

    @Override
    public Uni<Optional<Versioned<Member>>> of(CompanyId company, UserId user) {
        return Uni.createFrom().item(() -> membership(company, user));
    }

    private Optional<Versioned<Member>> membership(CompanyId company, UserId user) {
        return rows.values()
                .filter(member ->
                        member.company().equals(company) && member.user().equals(user))
                .findFirst()
                .flatMap(member -> rows.find(member.id().value()));
    }

    @Override
    public Uni<Optional<Versioned<Member>>> lock(MemberId id) {
        return find(id);
    }

    @Override
    public Uni<Decision<Version, CompanyRefusal>> add(Member member) {
        return Uni.createFrom().item(() -> addUnlessThere(member));
    }

    private Decision<Version, CompanyRefusal> addUnlessThere(Member member) {
        synchronized (rows) {
            return membership(member.company(), member.user()).isPresent()
                    ? Decision.refuse(new AlreadyMember())
                    : Decision.accept(rows.add(member));
        }
    }

    @Override
    public Uni<Version> save(Versioned<Member> changed) {
        return Uni.createFrom().item(() -> rows.save(changed));
    }

    @Override
    public Uni<Page<Versioned<Member>>> list(CompanyScope scope, Page.Request page) {
        return Uni.createFrom().item(() -> rows.list(scope, _ -> true, page));
    }
}
