package io.motorpool.adapters.persistence.company;

import io.motorpool.adapters.persistence.Sql;
import io.motorpool.adapters.persistence.VersionedTable;
import io.motorpool.application.company.Members;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.Decision;
import io.motorpool.domain.company.CompanyRefusal;
import io.motorpool.domain.company.CompanyRefusal.AlreadyMember;
import io.motorpool.domain.company.Licence;
import io.motorpool.domain.company.Member;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.MemberId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** The member table, and the anchor that is locked before the plans of a user change. */
@ApplicationScoped
public class PostgresMembers implements Members {

    private static final VersionedTable<MemberRow, Member> TABLE = new VersionedTable<>(
            MemberRow.class, "member", "companyId", row -> row.id, CompanyMapper::member, CompanyMapper::memberRow);

    @Override
    public Uni<Optional<Versioned<Member>>> find(MemberId id) {
        return TABLE.find(id.value());
    }

    @Override
    public Uni<Optional<Versioned<Member>>> of(CompanyId company, UserId user) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "from MemberRow where companyId = ?1 and userId = ?2", MemberRow.class)
                        .setParameter(1, company.value())
                        .setParameter(2, user.value())
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row).map(CompanyMapper::member));
    }

    @Override
    public Uni<Optional<Versioned<Member>>> lock(MemberId id) {
        return TABLE.lock(id.value());
    }

    @Override
    public Uni<Decision<Version, CompanyRefusal>> add(Member member) {
        return insert(member)
                .chain(stored -> stored == 1
                        ? anchor(member.user()).replaceWith(() -> Decision.accept(Version.FIRST))
                        : Uni.createFrom().item(() -> Decision.refuse(new AlreadyMember())));
    }

    private static Uni<Integer> insert(Member member) {
        Optional<Licence> licence = Optional.ofNullable(member.licence());
        return Sql.change(
                """
                INSERT INTO member (id, version, company_id, user_id, name, department, role, accepts_hand_over,
                                    licence_class, licence_expiry, status)
                VALUES (:id, 0, :company, :user, :name, :department, :role, :acceptsHandOver,
                        NULLIF(:licenceClass, ''), CAST(NULLIF(:licenceExpiry, '') AS date), :status)
                ON CONFLICT DO NOTHING""",
                Map.of(
                        "id", member.id().value(),
                        "company", member.company().value(),
                        "user", member.user().value(),
                        "name", member.profile().name().value(),
                        "department", member.profile().department(),
                        "role", member.profile().role().name(),
                        "acceptsHandOver", member.profile().acceptsHandOver(),
                        "licenceClass",
                                licence.map(it -> it.licenceClass().name()).orElse(""),
                        "licenceExpiry",
                                licence.map(it -> it.expiry().toString()).orElse(""),
                        "status", member.status().name()));
    }

    /** One for each user, however many companies they belong to: nobody drives two vehicles at once (P17). */
    private static Uni<Integer> anchor(UserId user) {
        return Sql.change(
                "INSERT INTO schedule_anchor (id) VALUES (:user) ON CONFLICT DO NOTHING", Map.of("user", user.value()));
    }

    @Override
    public Uni<Version> save(Versioned<Member> changed) {
        return TABLE.save(changed);
    }

    @Override
    public Uni<Page<Versioned<Member>>> list(CompanyScope scope, Page.Request page) {
        return TABLE.list(scope, page);
    }
}
