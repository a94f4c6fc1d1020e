package io.motorpool.adapters.rest.route;

import io.motorpool.adapters.rest.Answers;
import io.motorpool.adapters.rest.CallerSource;
import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.adapters.rest.Parse;
import io.motorpool.application.route.CapturePrices;
import io.motorpool.application.route.PlanRuns;
import io.motorpool.application.settlement.RegisterVehicles;
import io.motorpool.domain.shared.CompanyId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** By hand what timers do. Asking again does nothing twice, so no key is asked for (ADR-0044). */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Runs")
class RouteChoresResource {

    private final PlanRuns plan;
    private final CapturePrices capture;
    private final RegisterVehicles register;
    private final CallerSource callers;

    RouteChoresResource(PlanRuns plan, CapturePrices capture, RegisterVehicles register, CallerSource callers) {
        this.plan = plan;
        this.capture = capture;
        this.register = register;
        this.callers = callers;
    }

    @Schema(name = "PlanRuns")
    record PlanBody(
            @Schema(required = true, format = "uuid", description = "Whose") @Nullable
            String company,

            @Schema(required = true, format = "date", examples = "2026-12-01") @Nullable
            String from,

            @Schema(
                    required = true,
                    format = "date",
                    description = "The last day; at most " + PlanRuns.MOST_DAYS + " days are planned at once",
                    examples = "2026-12-07")
            @Nullable
            String until) {

        /** Both included. */
        private record Days(LocalDate from, LocalDate until) {

            Days {
                if (until.isBefore(from) || until.isAfter(from.plusDays(PlanRuns.MOST_DAYS - 1L))) {
                    throw new IllegalArgumentException(
                            "must be on the first day or at most %d days later".formatted(PlanRuns.MOST_DAYS - 1));
                }
            }
        }

        private record Asked(CompanyId company, Days days) {}

        Asked read() {
            Input in = new Input();
            Field<CompanyId> whose =
                    in.required("company", company, Parse::uuid).map(CompanyId::new);
            Field<LocalDate> first = in.date("from", from);
            Field<LocalDate> last = in.date("until", until);
            Field<Days> days = in.made("until", () -> new Days(first.get(), last.get()));
            return in.build(() -> new Asked(whose.get(), days.get()));
        }
    }

    @Schema(name = "RunsPlanned")
    record PlannedBody(
            @Schema(required = true, minimum = "0", description = "Runs that were missing")
            int added,

            @Schema(required = true, minimum = "0", description = "Runs that a new timetable dropped, or has again")
            int changed,

            @Schema(required = true, minimum = "0", description = "Slots that could not be planned now; ask again")
            int failed) {

        static PlannedBody of(PlanRuns.Report report) {
            return new PlannedBody(report.added(), report.changed(), report.failed());
        }
    }

    @Schema(name = "CapturePrices")
    record CaptureBody(
            @Schema(required = true, pattern = "^20[0-9]{2}-(0[1-9]|1[0-2])$", examples = "2026-11") @Nullable
            String month,

            @Schema(format = "uuid", description = "Whose; every company's when absent") @Nullable
            String company) {}

    @Schema(name = "PricesCaptured")
    record CapturedBody(
            @Schema(required = true, minimum = "0", description = "Runs whose price was copied now")
            long runs,

            @Schema(required = true, description = "Companies whose prices could not be copied now; ask again")
            List<UUID> failed) {

        static CapturedBody of(CapturePrices.Report report) {
            return new CapturedBody(
                    report.runs(),
                    report.failed().stream().map(CompanyId::value).toList());
        }
    }

    @Schema(name = "VehiclesRegistered")
    record RegisteredBody(
            @Schema(required = true, description = "Whether there was a vehicle to look at; there may be another one")
            boolean found) {}

    @POST
    @Path("/sweeps/runs")
    @Operation(operationId = "planRuns", summary = "Make the runs that a company's timetables ask for")
    @APIResponseSchema(value = PlannedBody.class, responseCode = "200", responseDescription = "What was done")
    public Uni<Response> plan(@Nullable PlanBody body) {
        PlanBody.Asked asked = Input.body(body).read();
        return Answers.ok(
                plan.plan(
                        callers.caller(),
                        Optional.of(asked.company()),
                        asked.days().from(),
                        asked.days().until()),
                PlannedBody::of);
    }

    @POST
    @Path("/sweeps/prices")
    @Operation(operationId = "capturePrices", summary = "Copy the prices of completed runs")
    @APIResponseSchema(value = CapturedBody.class, responseCode = "200", responseDescription = "What was done")
    public Uni<Response> capture(@Nullable CaptureBody body) {
        CaptureBody said = Input.body(body);
        Input in = new Input();
        Field<CompanyId> whose =
                in.optional("company", said.company(), Parse::uuid).map(CompanyId::new);
        Field<YearMonth> month = in.required("month", said.month(), Parse::month);
        YearMonth of = in.build(month::get);
        return Answers.ok(capture.capture(callers.caller(), whose.optional(), of), CapturedBody::of);
    }

    @POST
    @Path("/sweeps/vehicle-registrations")
    @Operation(
            operationId = "registerNextVehicle",
            summary = "Bring the ERP's register up to date with the vehicle that waits longest")
    @APIResponseSchema(value = RegisteredBody.class, responseCode = "200", responseDescription = "What was done")
    public Uni<Response> register() {
        return Answers.ok(register.registerNext(callers.caller()), RegisteredBody::new);
    }
}
