package io.motorpool.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.shared.CompanyScope.None;
import io.motorpool.application.shared.CompanyScope.Only;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How every list behaves.
 *
 * @param <T> what is listed
 */
public interface ListContract<T> extends PortContract {

    /** A company that nothing in the list belongs to yet. */
    CompanyId givenOwner();

    /** Something in the list that belongs to the company; each is newer than the one before. */
    T givenListed(CompanyId owner);

    Uni<Page<T>> list(CompanyScope scope, Page.Request page);

    UUID idOf(T listed);

    @Test
    default void a_list_is_told_page_by_page_in_order_of_the_id() {
        CompanyId owner = givenOwner();
        T first = givenListed(owner);
        T second = givenListed(owner);
        T third = givenListed(owner);

        Page<T> begin = page(new Only(owner), new Page.Request(2, Optional.empty()));
        Page<T> rest = page(new Only(owner), new Page.Request(2, begin.next()));

        assertThat(begin.items()).containsExactly(first, second);
        assertThat(rest.items()).containsExactly(third);
        assertThat(rest.next()).isEmpty();
    }

    @Test
    default void a_list_that_fits_one_page_exactly_has_no_next_page() {
        CompanyId owner = givenOwner();
        T only = givenListed(owner);

        Page<T> page = page(new Only(owner), new Page.Request(1, Optional.empty()));

        assertThat(page).isEqualTo(new Page<>(List.of(only), Optional.empty()));
    }

    @Test
    default void a_list_holds_nothing_of_another_company() {
        T strange = givenListed(givenOwner());
        CompanyId owner = givenOwner();
        T own = givenListed(owner);
        var justBefore = new Page.Cursor(null, new UUID(idOf(strange).getMostSignificantBits() - 1, 0));
        var afterThat = new Page.Request(Page.Request.LARGEST, Optional.of(justBefore));

        assertThat(page(new Only(owner), afterThat).items()).containsExactly(own);
        assertThat(page(new None(), afterThat).items()).isEmpty();
    }

    @Test
    default void a_walk_through_a_list_tells_each_once_even_while_it_grows() {
        CompanyId owner = givenOwner();
        List<T> before = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            before.add(givenListed(owner));
        }
        List<T> meanwhile = new ArrayList<>();

        List<T> told = Walk.through(2, page -> page(new Only(owner), page), () -> {
            if (meanwhile.size() < 2) {
                meanwhile.add(givenListed(owner));
            }
        });

        assertThat(told)
                .containsExactlyElementsOf(
                        Stream.concat(before.stream(), meanwhile.stream()).toList());
    }

    private Page<T> page(CompanyScope scope, Page.Request page) {
        return inTransaction(() -> list(scope, page));
    }
}
