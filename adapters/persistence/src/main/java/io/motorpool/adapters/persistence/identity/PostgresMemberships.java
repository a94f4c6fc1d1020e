package io.motorpool.adapters.persistence.identity;

import io.motorpool.adapters.persistence.Sql;
import io.motorpool.application.identity.Memberships;
import io.motorpool.domain.company.MemberRole;
import io.motorpool.domain.identity.Membership;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the tables of companies and their members. */
@ApplicationScoped
public class PostgresMemberships implements Memberships {

    @Override
    public Uni<List<Membership>> of(UserId user) {
        return select("", Map.of("user", user.value()));
    }

    @Override
    public Uni<Optional<Membership>> of(UserId user, CompanyId company) {
        return select("AND c.id = :company", Map.of("user", user.value(), "company", company.value()))
                .map(found -> found.stream().findFirst());
    }

    private static Uni<List<Membership>> select(String condition, Map<String, ?> parameters) {
        return Sql.read(
                """
                SELECT c.id, c.name, m.role
                  FROM member AS m JOIN company AS c ON c.id = m.company_id
                 WHERE m.user_id = :user AND m.status = 'ACTIVE' AND c.status = 'ACTIVE' %s
                 ORDER BY c.id""".formatted(condition),
                parameters,
                columns -> new Membership(
                        new CompanyId(columns.uuid()), columns.text(), columns.constant(MemberRole.class)));
    }
}
