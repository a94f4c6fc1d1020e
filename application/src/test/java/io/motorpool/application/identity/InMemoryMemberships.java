package io.motorpool.application.identity;

import io.motorpool.domain.company.MemberRole;
import io.motorpool.domain.identity.Membership;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Memberships that the test gives and takes. */
final class InMemoryMemberships implements Memberships {

    private record Of(UserId user, Membership membership) {}

    private final List<Of> given = new CopyOnWriteArrayList<>();

    Membership give(UserId user, CompanyId company, MemberRole role) {
        Membership membership = new Membership(company, "한빛전자", role);
        given.add(new Of(user, membership));
        return membership;
    }

    void take(UserId user, CompanyId company) {
        given.removeIf(it -> it.user().equals(user) && it.membership().company().equals(company));
    }

    @Override
    public Uni<List<Membership>> of(UserId user) {
        return Uni.createFrom()
                .item(() -> given.stream()
                        .filter(it -> it.user().equals(user))
                        .map(Of::membership)
                        .sorted(Comparator.comparing(it -> it.company().value()))
                        .toList());
    }

    @Override
    public Uni<Optional<Membership>> of(UserId user, CompanyId company) {
        return of(user).map(all ->
                all.stream().filter(it -> it.company().equals(company)).findFirst());
    }
}
