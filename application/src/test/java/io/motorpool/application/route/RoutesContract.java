package io.motorpool.application.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motorpool.application.shared.AtOnce;
import io.motorpool.application.shared.CompanyScope;
import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.route.Rate;
import io.motorpool.domain.route.Route;
import io.motorpool.domain.route.RouteId;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.Money;
import io.motorpool.domain.shared.Version;
import io.motorpool.domain.shared.Versioned;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every keeper of routes promises. */
public interface RoutesContract extends RouteGround {

    @Test
    default void a_route_is_found_as_it_was_added_and_one_that_was_never_added_is_not() {
        Route route = givenRoute(givenCompany());

        assertThat(inTransaction(() -> routes().find(route.id()))).contains(new Versioned<>(route, Version.FIRST));
        assertThat(inTransaction(() -> routes().lock(route.id()))).contains(new Versioned<>(route, Version.FIRST));
        assertThat(inTransaction(() -> routes().find(new RouteId(Ids.next())))).isEmpty();
        assertThat(ratesOf(route).rates()).isEmpty();
    }

    @Test
    default void the_second_of_two_saves_made_from_the_same_version_fails() {
        Versioned<Route> stored = new Versioned<>(givenRoute(givenCompany()), Version.FIRST);
        Route closed = new Route(
                stored.value().id(), stored.value().company(), stored.value().name(), true);

        assertThat(inTransaction(() -> routes().save(stored.with(closed)))).isEqualTo(Version.FIRST.next());
        assertThatThrownBy(() -> inTransaction(() -> routes().save(stored.with(closed))))
                .isInstanceOf(ContendedException.class);
    }

    @Test
    default void routes_are_listed_page_by_page_for_their_company_only() {
        CompanyId company = givenCompany();
        Route first = givenRoute(company);
        Route second = givenRoute(company);
        Route _ = givenRoute(givenCompany());
        CompanyScope own = new CompanyScope.Only(company);

        Page<Versioned<Route>> begin = inTransaction(() -> routes().list(own, new Page.Request(1, Optional.empty())));
        Page<Versioned<Route>> rest = inTransaction(() -> routes().list(own, new Page.Request(1, begin.next())));

        assertThat(begin.items()).extracting(Versioned::value).containsExactly(first);
        assertThat(rest.items()).extracting(Versioned::value).containsExactly(second);
        assertThat(rest.next()).isEmpty();
        assertThat(inTransaction(() -> routes().list(new CompanyScope.None(), Page.Request.first()))
                        .items())
                .isEmpty();
    }

    @Test
    default void rates_are_added_version_by_version() {
        Route route = givenRoute(givenCompany());
        var _ = givenRate(route, NOVEMBER.atDay(1), 45_000);
        var both = givenRate(route, NOVEMBER.atDay(10), 50_000);

        assertThat(ratesOf(route)).isEqualTo(both);
        assertThatThrownBy(() ->
                        inTransaction(() -> routes().addRate(route, new Rate(2, NOVEMBER.atDay(20), Money.won(1)))))
                .isInstanceOf(ContendedException.class);
        assertThat(ratesOf(route)).isEqualTo(both);
    }

    @Test
    default void of_many_who_add_the_same_version_of_a_rate_at_once_one_succeeds() {
        Route route = givenRoute(givenCompany());

        var answers = AtOnce.times(4, () -> {
            try {
                return inTransaction(() -> routes().addRate(route, new Rate(1, NOVEMBER.atDay(1), Money.won(45_000)))
                        .replaceWith("added"));
            } catch (ContendedException lost) {
                return "lost";
            }
        });

        assertThat(answers).filteredOn(answer -> answer.equals("added")).hasSize(1);
        assertThat(ratesOf(route).rates()).hasSize(1);
    }
}
