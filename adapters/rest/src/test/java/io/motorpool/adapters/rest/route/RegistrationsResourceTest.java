package io.motorpool.adapters.rest.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.motorpool.adapters.rest.Answers.PageBody;
import io.motorpool.adapters.rest.Paging;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.route.DispatchResource.DispatchBody;
import io.motorpool.adapters.rest.route.RegistrationsResource.RegistrationBody;
import io.motorpool.adapters.rest.route.RegistrationsResource.RetriedBody;
import io.motorpool.adapters.rest.route.RouteChoresResource.RegisteredBody;
import io.motorpool.application.settlement.Placement.RegisteredVehicle;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Ids;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegistrationsResourceTest {

    private static final Paging ALL = new Paging(null, null);

    private final RoadResources given = new RoadResources();
    private final RegistrationsResource resource = given.registrations;
    private final String vehicle = given.vehicle.id().toString();

    @Test
    void a_dispatched_vehicle_waits_until_the_register_has_heard_of_it() {
        dispatched();

        assertThat(waiting(null))
                .extracting(RegistrationBody::vehicle, RegistrationBody::attempts, RegistrationBody::trouble)
                .containsExactly(tuple(given.vehicle.id().value(), 0, ""));
        assertThat(registered()).isEqualTo(new RegisteredBody(true));
        assertThat(waiting(null)).isEmpty();
        assertThat(registered()).isEqualTo(new RegisteredBody(false));
    }

    @Test
    void what_is_rejected_is_tried_again_when_somebody_asks() {
        dispatched();
        RegisteredVehicle twin = new RegisteredVehicle(
                given.vehicle.id(),
                given.vehicle.description().plate(),
                given.vehicle.description().vin(),
                given.vehicle.description().model(),
                null,
                null);
        var _ = given.register.blank(twin);
        var _ = given.register.blank(twin);
        assertThat(registered()).isEqualTo(new RegisteredBody(true));

        assertThat(waiting(null)).singleElement().satisfies(rejected -> {
            assertThat(rejected.rejected()).isTrue();
            assertThat(rejected.trouble()).isEqualTo("REGISTERED_MORE_THAN_ONCE");
        });
        assertThat(Responses.of(() -> resource.retry(vehicle)).getEntity())
                .isEqualTo(new RetriedBody(given.vehicle.id().value()));
        assertThat(waiting(null)).extracting(RegistrationBody::rejected).containsExactly(false);
        assertThat(Responses.problem(() -> resource.retry(vehicle))).isEqualTo("404 not-found");
    }

    @Test
    void the_list_is_narrowed_to_a_company() {
        dispatched();

        assertThat(waiting(given.company.toString())).hasSize(1);
        assertThat(waiting(given.road.givenCompany().toString())).isEmpty();
        assertThat(Responses.wrongFields(() -> resource.list("1", new Paging("?", null))))
                .containsExactly("company", "cursor");
    }

    @Test
    void a_company_neither_sees_nor_retries() {
        given.caller.becomes(Callers.anAdminOf(given.company));
        assertThat(Responses.problem(() -> resource.list(null, ALL))).isEqualTo("403 not-permitted");
        assertThat(Responses.problem(() -> resource.retry(vehicle))).isEqualTo("403 not-permitted");

        given.strangerAsks();
        assertThat(Responses.problem(() -> resource.retry(vehicle))).isEqualTo("404 not-found");
    }

    private void dispatched() {
        DispatchBody order = new DispatchBody(vehicle, Ids.next().toString(), "2026-11-01T00:00:00+09:00", null);
        assertThat(Responses.of(() -> given.dispatch.dispatch(given.slot.id().toString(), "key", order))
                        .getStatus())
                .isEqualTo(201);
    }

    private Object registered() {
        return Responses.of(given.chores::register).getEntity();
    }

    private List<RegistrationBody> waiting(@Nullable String company) {
        PageBody<?> page =
                (PageBody<?>) Responses.of(() -> resource.list(company, ALL)).getEntity();
        return page.items().stream().map(RegistrationBody.class::cast).toList();
    }
}
