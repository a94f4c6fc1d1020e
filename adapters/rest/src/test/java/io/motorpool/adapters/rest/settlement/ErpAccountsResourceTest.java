package io.motorpool.adapters.rest.settlement;

import static io.motorpool.adapters.rest.settlement.SettlementResources.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.settlement.ErpAccountsResource.AccountBody;
import io.motorpool.adapters.rest.settlement.ErpAccountsResource.NameBody;
import io.motorpool.application.shared.Callers;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErpAccountsResourceTest {

    private final SettlementResources given = new SettlementResources();
    private final ErpAccountsResource resource = given.accounts;

    @Test
    void an_account_is_named_and_read() {
        assertThat(Responses.of(() -> resource.one(given.id())).getEntity()).isEqualTo(new AccountBody(null));
        given.caller.becomes(CLERK);

        assertThat(Responses.of(() -> resource.name(given.id(), new NameBody("17100001")))
                        .getEntity())
                .isEqualTo(new AccountBody("17100001"));
        assertThat(Responses.of(() -> resource.one(given.id())).getEntity()).isEqualTo(new AccountBody("17100001"));
    }

    @Test
    void an_account_has_up_to_ten_digits() {
        for (String nonsense : List.of("", "12345678901", "17-1", "열")) {
            assertThat(Responses.wrongFields(() -> resource.name(given.id(), new NameBody(nonsense))))
                    .as(nonsense)
                    .containsExactly("number");
        }
        assertThat(Responses.wrongFields(() -> resource.name(given.id(), new NameBody(null))))
                .containsExactly("number");
    }

    @Test
    void a_stranger_finds_nothing() {
        given.caller.becomes(Callers.anAdminOf(given.road.givenCompany()));

        assertThat(Responses.problem(() -> resource.one(given.id()))).isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.name(given.id(), new NameBody("1"))))
                .isEqualTo("404 not-found");
    }
}
