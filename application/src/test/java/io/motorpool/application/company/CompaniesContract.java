package io.motorpool.application.company;

import static io.motorpool.application.company.CompanyFixtures.aBusinessNumber;
import static io.motorpool.application.company.CompanyFixtures.aCompany;
import static io.motorpool.application.company.CompanyFixtures.retired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.ListContract;
import io.motorpool.application.shared.Page;
import io.motorpool.application.shared.Walk;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Decision.Accepted;
import io.motorpool.domain.company.BillingPolicy;
import io.motorpool.domain.company.BusinessNumber;
import io.motorpool.domain.company.Company;
import io.motorpool.domain.company.CompanyRefusal;
import io.motorpool.domain.company.CompanyRefusal.BusinessNumberTaken;
import io.motorpool.domain.company.CompanyStatus;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every keeper of companies promises. */
public interface CompaniesContract extends ListContract<Versioned<Company>> {

    Companies companies();

    @Override
    default CompanyId givenOwner() {
        return new CompanyId(Ids.next());
    }

    /** A company belongs to itself: its list can hold one at most. */
    @Override
    default Versioned<Company> givenListed(CompanyId owner) {
        Company like = aCompany();
        return given(new Company(owner, like.name(), like.businessNumber(), like.billingPolicy(), like.status()));
    }

    @Override
    default Uni<Page<Versioned<Company>>> list(CompanyScope scope, Page.Request page) {
        return companies().list(scope, page);
    }

    @Override
    default UUID idOf(Versioned<Company> listed) {
        return listed.value().id().value();
    }

    @Test
    default void of_some_ids_those_are_told_that_companies_have() {
        CompanyId first = given(aCompany()).value().id();
        CompanyId second = given(aCompany()).value().id();
        Versioned<Company> _ = given(aCompany());

        assertThat(inTransaction(() -> companies().present(List.of(first, new CompanyId(Ids.next()), second))))
                .containsExactlyInAnyOrder(first, second);
        assertThat(inTransaction(() -> companies().present(List.of()))).isEmpty();
    }

    @Override
    @Test
    default void a_list_is_told_page_by_page_in_order_of_the_id() {
        UUID before = Ids.next();
        Versioned<Company> first = given(aCompany());
        Versioned<Company> second = given(aCompany());

        var begin = inTransaction(() ->
                list(new CompanyScope.Every(), new Page.Request(1, Optional.of(new Page.Cursor(null, before)))));
        var rest = inTransaction(() -> list(new CompanyScope.Every(), new Page.Request(1, begin.next())));

        assertThat(begin.items()).containsExactly(first);
        assertThat(rest.items()).containsExactly(second);
    }

    @Override
    @Test
    default void a_walk_through_a_list_tells_each_once_even_while_it_grows() {
        Optional<Page.Cursor> before = Optional.of(new Page.Cursor(null, Ids.next()));
        List<Versioned<Company>> all =
                new ArrayList<>(List.of(given(aCompany()), given(aCompany()), given(aCompany())));

        List<Versioned<Company>> told = Walk.through(
                2,
                page -> inTransaction(() -> list(
                        new CompanyScope.Every(),
                        new Page.Request(page.limit(), page.after().or(() -> before)))),
                () -> {
                    if (all.size() < 5) {
                        all.add(given(aCompany()));
                    }
                });

        assertThat(told).isEqualTo(all);
    }

    @Test
    default void a_company_that_was_never_added_is_not_found() {
        CompanyId unknown = new CompanyId(Ids.next());

        assertThat(find(unknown)).isEmpty();
        assertThat(inTransaction(() -> companies().hold(unknown))).isEmpty();
        assertThat(inTransaction(() -> companies().lock(unknown))).isEmpty();
    }

    @Test
    default void an_added_company_is_found_as_it_was_in_its_first_version() {
        Company company = aCompany();

        Decision<Version, CompanyRefusal> added =
                inTransaction(() -> companies().add(company));

        var stored = Optional.of(new Versioned<>(company, Version.FIRST));
        assertThat(added).isEqualTo(Decision.accept(Version.FIRST));
        assertThat(find(company.id())).isEqualTo(stored);
        assertThat(inTransaction(() -> companies().hold(company.id()))).isEqualTo(stored);
        assertThat(inTransaction(() -> companies().lock(company.id()))).isEqualTo(stored);
    }

    @Test
    default void a_business_number_is_given_once_and_the_unit_of_work_goes_on() {
        Company first = given(aCompany()).value();
        Company second = aCompany(first.businessNumber());
        Company other = aCompany();

        var answers = inTransaction(() -> companies()
                .add(second)
                .chain(refused -> companies().add(other).map(accepted -> List.of(refused, accepted))));

        assertThat(answers)
                .containsExactly(
                        Decision.refuse(new BusinessNumberTaken(first.businessNumber())),
                        Decision.accept(Version.FIRST));
        assertThat(find(second.id())).isEmpty();
    }

    @Test
    default void a_business_number_is_free_again_once_its_company_has_left() {
        Versioned<Company> former = given(aCompany());
        inTransaction(
                () -> companies().save(former.with(retired(former.value()))).replaceWithVoid());

        var added = inTransaction(() -> companies().add(aCompany(former.value().businessNumber())));

        assertThat(added).isEqualTo(Decision.accept(Version.FIRST));
    }

    @Test
    default void of_many_who_register_the_same_number_at_once_one_succeeds() {
        BusinessNumber number = aBusinessNumber();

        var answers = AtOnce.times(8, () -> inTransaction(() -> companies().add(aCompany(number))));

        assertThat(answers).filteredOn(Accepted.class::isInstance).hasSize(1);
    }

    @Test
    default void a_saved_company_is_found_as_it_has_become_in_the_next_version() {
        Versioned<Company> stored = given(aCompany());
        Company changed = new Company(
                stored.value().id(),
                "한빛모빌리티",
                stored.value().businessNumber(),
                BillingPolicy.MEMBER_CARD,
                CompanyStatus.ACTIVE);

        Version version = inTransaction(() -> companies().save(stored.with(changed)));

        assertThat(version).isEqualTo(Version.FIRST.next());
        assertThat(find(changed.id())).contains(new Versioned<>(changed, version));
    }

    @Test
    default void the_second_of_two_saves_made_from_the_same_version_fails_and_changes_nothing() {
        Versioned<Company> stored = given(aCompany());
        Versioned<Company> gone = stored.with(retired(stored.value()));
        inTransaction(() -> companies().save(gone).replaceWithVoid());

        assertThatThrownBy(() -> inTransaction(() -> companies().save(stored))).isInstanceOf(ContendedException.class);
        assertThat(find(stored.value().id()).map(Versioned::value)).contains(gone.value());
    }

    @Test
    default void a_company_that_is_saved_as_it_was_keeps_its_version() {
        Versioned<Company> stored = given(aCompany());

        assertThat(inTransaction(() -> companies().save(stored))).isEqualTo(Version.FIRST);
        assertThat(find(stored.value().id())).contains(stored);
    }

    private Versioned<Company> given(Company company) {
        inTransaction(() -> companies().add(company).replaceWithVoid());
        return new Versioned<>(company, Version.FIRST);
    }

    private Optional<Versioned<Company>> find(CompanyId id) {
        return inTransaction(() -> companies().find(id));
    }
}
