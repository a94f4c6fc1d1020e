package io.motorpool.adapters.rest.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.rest.Answers.PageBody;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.route.DispatchResource.DispatchBody;
import io.motorpool.adapters.rest.route.DispatchResource.DispatchedBody;
import io.motorpool.adapters.rest.route.DispatchResource.SubstituteBody;
import io.motorpool.adapters.rest.route.DispatchResource.WithdrawBody;
import io.motorpool.application.route.RouteGround;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.route.ContractCause;
import io.motorpool.domain.route.Route;
import io.motorpool.domain.route.Run;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DispatchResourceTest {

    private static final String FIRST = "2026-11-01T00:00:00+09:00";
    private static final String TENTH = "2026-11-10T00:00:00+09:00";
    private static final String TWELFTH = "2026-11-12T00:00:00+09:00";

    private final RoadResources given = new RoadResources();
    private final DispatchResource resource = given.dispatch;
    private final String slot = given.slot.id().toString();
    private final String vehicle = given.vehicle.id().toString();
    private final String other = given.road.givenVehicle(given.company).id().toString();
    private final String chauffeur = Ids.next().toString();

    @Test
    void a_dispatch_issues_a_contract_under_a_number_of_its_own() {
        Response response = Responses.of(() -> resource.dispatch(slot, "key", dispatch()));

        DispatchedBody body = read(response);
        assertThat(response.getStatus()).isEqualTo(201);
        assertThat(body.cut()).isEmpty();
        assertThat(body.chargesMoved()).isZero();
        ContractBody issued = body.issued().getFirst();
        assertThat(issued.number()).matches("VC202612-[0-9]{6}");
        assertThat(issued)
                .isEqualTo(new ContractBody(
                        issued.id(),
                        issued.number(),
                        given.company.value(),
                        given.slot.id().value(),
                        given.vehicle.id().value(),
                        issued.chauffeur(),
                        ContractCause.DISPATCH,
                        false,
                        Instant.parse("2026-10-31T15:00:00Z"),
                        null));
        assertThat(Responses.of(() -> resource.contract(issued.number())).getEntity())
                .isEqualTo(issued);
        assertThat(contracts()).isEqualTo(new PageBody<>(List.of(issued), null));
    }

    @Test
    void sent_twice_a_dispatch_is_one() {
        Response first = Responses.of(() -> resource.dispatch(slot, "key", dispatch()));
        Response second = Responses.of(() -> resource.dispatch(slot, "key", dispatch()));

        assertThat(first.getStatus()).isEqualTo(201);
        assertThat(second.getStatus()).isEqualTo(201);
        assertThat(contracts().items()).hasSize(1);
        assertThat(Responses.problem(() -> resource.dispatch(slot, "another", dispatch())))
                .isEqualTo("409 slot-served");
        assertThat(Responses.problem(() -> resource.dispatch(slot, null, dispatch())))
                .isEqualTo("400 idempotency-key-required");
    }

    @Test
    void a_back_dated_substitution_moves_charges_and_the_first_vehicle_returns_under_a_further_number() {
        DispatchedBody _ = dispatched();
        var _ = given.road.givenRate(
                Route.open(given.slot.route(), given.company, "판교-강남 출근"), RouteGround.NOVEMBER.atDay(1), 45_000);
        Run.Completed _ = given.road.givenCompleted(given.slot, RouteGround.day(11));
        assertThat(given.road.givenCaptured(given.company)).isEqualTo(1);

        DispatchedBody body = read(Responses.of(() ->
                resource.substitute(slot, "key-2", new SubstituteBody(other, chauffeur, TENTH, TWELFTH, "BREAKDOWN"))));

        assertThat(body.issued())
                .extracting(ContractBody::cause)
                .containsExactly(ContractCause.BREAKDOWN, ContractCause.RETURN_TO_SERVICE);
        assertThat(body.cut()).hasSize(1);
        assertThat(body.chargesMoved()).isEqualTo(1);
        assertThat(contracts().items()).hasSize(3);
    }

    @Test
    void a_contract_that_never_served_says_so() {
        DispatchedBody _ = dispatched();
        DispatchedBody _ = read(Responses.of(() ->
                resource.substitute(slot, "key-2", new SubstituteBody(other, chauffeur, FIRST, null, "ACCIDENT"))));

        ContractBody last = (ContractBody) contracts().items().getLast();
        assertThat(last.neverServed()).isTrue();
        assertThat(last.from()).isNull();
    }

    @Test
    void a_vehicle_is_withdrawn_from_now_on() {
        DispatchedBody _ = dispatched();

        assertThat(Responses.problem(() -> resource.withdraw(slot, new WithdrawBody(TENTH))))
                .isEqualTo("422 withdrawn-in-the-past");
        DispatchedBody body = (DispatchedBody)
                Responses.of(() -> resource.withdraw(slot, new WithdrawBody("2026-12-24T00:00:00+09:00")))
                        .getEntity();
        assertThat(body.cut().getFirst().until()).isEqualTo(Instant.parse("2026-12-23T15:00:00Z"));
        assertThat(Responses.problem(() -> resource.withdraw(slot, new WithdrawBody("2026-12-25T00:00:00+09:00"))))
                .isEqualTo("409 nobody-serves");
    }

    @Test
    void every_field_that_is_wrong_is_named_at_once() {
        assertThat(Responses.wrongFields(
                        () -> resource.dispatch(slot, "key", new DispatchBody("1", null, "soon", "later"))))
                .containsExactly("vehicle", "chauffeur", "from", "until");
        assertThat(Responses.wrongFields(
                        () -> resource.dispatch(slot, "key", new DispatchBody(vehicle, chauffeur, TENTH, TENTH))))
                .containsExactly("until");
        assertThat(Responses.wrongFields(() -> resource.substitute(
                        slot, "key", new SubstituteBody(other, chauffeur, TENTH, null, "RETURN_TO_SERVICE"))))
                .containsExactly("cause");
        assertThat(Responses.wrongFields(() ->
                        resource.substitute(slot, "key", new SubstituteBody(other, chauffeur, TENTH, null, null))))
                .containsExactly("cause");
        assertThat(Responses.wrongFields(() -> resource.withdraw(slot, new WithdrawBody(null))))
                .containsExactly("from");
    }

    @Test
    void what_belongs_to_another_company_is_not_there() {
        ContractBody contract = dispatched().issued().getFirst();
        given.strangerAsks();

        assertThat(Responses.problem(() -> resource.contract(contract.number())))
                .isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.contract("VC202612-999999")))
                .isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.contract("nonsense"))).isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.contracts(slot))).isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.dispatch(slot, "key", dispatch())))
                .isEqualTo("404 not-found");
        assertThat(Responses.problem(() -> resource.withdraw(slot, new WithdrawBody(TENTH))))
                .isEqualTo("404 not-found");
    }

    private DispatchBody dispatch() {
        return new DispatchBody(vehicle, chauffeur, FIRST, null);
    }

    /** What is kept for whoever asks again is kept as it is written. */
    private static DispatchedBody read(Response response) {
        return RoadResources.read(response, DispatchedBody.class);
    }

    private DispatchedBody dispatched() {
        return read(Responses.of(() -> resource.dispatch(slot, "key-1", dispatch())));
    }

    private PageBody<?> contracts() {
        return (PageBody<?>) Responses.of(() -> resource.contracts(slot)).getEntity();
    }
}
