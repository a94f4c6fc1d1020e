package io.motorpool.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.PortContract;
import io.motorpool.application.shared.Walk;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.identity.ServiceAccount;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every keeper of services promises. */
public interface ServiceAccountsContract extends PortContract {

    ServiceAccounts accounts();

    @Test
    default void a_service_that_was_never_added_is_not_found() {
        UserId unknown = new UserId(Ids.next());

        assertThat(find(unknown)).isEmpty();
        assertThat(inTransaction(() -> accounts().hold(unknown))).isEmpty();
        assertThat(inTransaction(() -> accounts().lock(unknown))).isEmpty();
    }

    @Test
    default void an_added_service_is_found_as_it_was_in_its_first_version() {
        ServiceAccount division = IdentityFixtures.aService();
        ServiceAccount business = new ServiceAccount(
                new UserId(Ids.next()),
                "출입 게이트",
                new Profile.Business(new CompanyId(Ids.next())),
                Role.MEMBER,
                List.of(IdentityFixtures.aKey(), IdentityFixtures.aKey()),
                false);
        ServiceAccount keyless = new ServiceAccount(
                new UserId(Ids.next()), "보고서", new Profile.Division(), Role.AUDITOR, List.of(), true);

        assertThat(List.of(division, business, keyless)).allSatisfy(account -> {
            Versioned<ServiceAccount> stored = given(account);
            assertThat(find(account.id())).contains(stored);
            assertThat(inTransaction(() -> accounts().hold(account.id()))).contains(stored);
            assertThat(inTransaction(() -> accounts().lock(account.id()))).contains(stored);
        });
    }

    @Test
    default void a_saved_service_is_found_as_it_has_become_in_the_next_version() {
        Versioned<ServiceAccount> stored = given(IdentityFixtures.aService());
        ServiceAccount before = stored.value();
        ServiceAccount changed = new ServiceAccount(
                before.id(),
                "다른 이름",
                before.profile(),
                Role.SUPPORT_AGENT,
                List.of(IdentityFixtures.aKey(), before.keys().getFirst()),
                false);

        Version version = inTransaction(() -> accounts().save(stored.with(changed)));

        assertThat(version).isEqualTo(Version.FIRST.next());
        assertThat(find(before.id())).contains(new Versioned<>(changed, version));
    }

    @Test
    default void the_second_of_two_saves_made_from_the_same_version_fails_and_changes_nothing() {
        Versioned<ServiceAccount> stored = given(IdentityFixtures.aService());
        ServiceAccount before = stored.value();
        ServiceAccount first =
                new ServiceAccount(before.id(), "첫째", before.profile(), before.role(), before.keys(), before.enabled());
        ServiceAccount second =
                new ServiceAccount(before.id(), "둘째", before.profile(), before.role(), before.keys(), before.enabled());
        Version _ = inTransaction(() -> accounts().save(stored.with(first)));

        assertThatThrownBy(() -> inTransaction(() -> accounts().save(stored.with(second))))
                .isInstanceOf(ContendedException.class);
        assertThat(find(before.id()).map(Versioned::value)).contains(first);
    }

    @Test
    default void a_service_that_is_saved_as_it_was_keeps_its_version() {
        Versioned<ServiceAccount> stored = given(IdentityFixtures.aService());

        assertThat(inTransaction(() -> accounts().save(stored))).isEqualTo(Version.FIRST);
        assertThat(find(stored.value().id())).contains(stored);
    }

    @Test
    default void a_list_is_told_page_by_page_in_order_of_the_id() {
        UUID before = Ids.next();
        List<Versioned<ServiceAccount>> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            all.add(given(IdentityFixtures.aService()));
        }

        List<Versioned<ServiceAccount>> told = Walk.through(
                2,
                page -> inTransaction(() -> accounts()
                        .list(new Page.Request(
                                page.limit(), page.after().or(() -> Optional.of(new Page.Cursor(null, before)))))));

        assertThat(told).isEqualTo(all);
    }

    private Versioned<ServiceAccount> given(ServiceAccount account) {
        return new Versioned<>(account, inTransaction(() -> accounts().add(account)));
    }

    private Optional<Versioned<ServiceAccount>> find(UserId id) {
        return inTransaction(() -> accounts().find(id));
    }
}
