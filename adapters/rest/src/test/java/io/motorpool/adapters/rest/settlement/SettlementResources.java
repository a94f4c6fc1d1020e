package io.motorpool.adapters.rest.settlement;

import static io.motorpool.application.route.RouteGround.NOVEMBER;
import static io.motorpool.application.route.RouteGround.day;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.motorpool.adapters.rest.KnownCaller;
import io.motorpool.adapters.rest.OnceOnly;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.application.route.ARoad;
import io.motorpool.application.settlement.AnOffice;
import io.motorpool.application.settlement.ExtraCostWorkbooks;
import io.motorpool.application.settlement.InMemoryExtraCostWorkbooks;
import io.motorpool.application.settlement.InMemoryStatementWorkbooks;
import io.motorpool.application.settlement.PressSettlement;
import io.motorpool.application.shared.AnswerOnceService;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.Ids;
import io.motorpool.application.shared.InMemoryIdempotencyKeys;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.route.Run;
import io.motorpool.domain.route.Slot;
import io.motorpool.domain.shared.CompanyId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** The resources on the real use cases and a road in memory, asked by an approver unless said otherwise. */
final class SettlementResources {

    static final Caller APPROVER = Callers.aSettlementApprover();
    static final Caller CLERK = Callers.aSettlementClerk();
    static final String MONTH = NOVEMBER.toString();

    final AnOffice office = new AnOffice();
    final ARoad road = office.road;
    final KnownCaller caller = new KnownCaller(APPROVER);
    final ExtraCostWorkbooks workbooks = new InMemoryExtraCostWorkbooks();
    final PressSettlement press = office.pressSettlement();
    final OnceOnly once = new OnceOnly(
            new AnswerOnceService(road.unitOfWork, new InMemoryIdempotencyKeys(), road.clock),
            new ObjectMapper().registerModule(new JavaTimeModule()));
    final SettlementsResource settlements =
            new SettlementsResource(office.queries(), office.exportStatement(new InMemoryStatementWorkbooks()), caller);
    final SettlingResource settling =
            new SettlingResource(office.settleMonth(), office.postSettlements(), office.queries(), caller, once);
    final SettlementJobsResource jobs = new SettlementJobsResource(press, caller, once);
    final ExtraCostsResource costs =
            new ExtraCostsResource(office.editExtraCosts(), office.exchangeExtraCosts(workbooks), caller, once);
    final ErpAccountsResource accounts = new ErpAccountsResource(office.nameErpAccount(), office.queries(), caller);

    final CompanyId company = road.givenCompany();
    final Slot slot = road.givenService(company, 45_000);

    String id() {
        return company.toString();
    }

    /** One run, captured; and an account. */
    Run.Completed givenDrivenMonth() {
        road.givenAccount(company);
        Run.Completed run = road.givenCompleted(slot, day(2));
        long _ = road.givenCaptured(company);
        return run;
    }

    SettlementBody calculated() {
        return body(() -> settling.calculate(id(), MONTH));
    }

    SettlementBody confirmed() {
        SettlementBody calculated = calculated();
        return body(() -> settling.confirm(
                calculated.id().toString(), tag(calculated), Ids.next().toString()));
    }

    SettlementBody posted() {
        SettlementBody confirmed = confirmed();
        return body(() -> settling.post(confirmed.id().toString(), tag(confirmed)));
    }

    /** As a caller would read it. */
    String tag(SettlementBody of) {
        return Responses.of(() -> settlements.one(of.id().toString())).getHeaderString("ETag");
    }

    /** What is answered under a key, which is kept as text, is read again by its id. */
    private SettlementBody body(Supplier<Uni<Response>> call) {
        Response response = Responses.of(call);
        if (response.getEntity() instanceof SettlementBody body) {
            return body;
        }
        String text = String.valueOf(response.getEntity());
        String id = text.replaceFirst(".*?\"id\":\"([0-9a-f-]{36})\".*", "$1");
        return (SettlementBody) Responses.of(() -> settlements.one(id)).getEntity();
    }

    void workOff() {
        boolean found = true;
        while (found) {
            found = road.result(() -> press.workOn(Callers.aTimer())).fold(more -> more, refusal -> {
                throw new AssertionError(refusal);
            });
        }
    }
}
