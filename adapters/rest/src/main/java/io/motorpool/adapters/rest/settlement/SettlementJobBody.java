package io.motorpool.adapters.rest.settlement;

import io.motorpool.adapters.rest.Representation;
import io.motorpool.application.settlement.SettlementJob;
import io.motorpool.application.settlement.SettlementJob.Item;
import io.motorpool.application.settlement.SettlementJob.Outcome;
import io.motorpool.domain.shared.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One press, and what has become of it so far. */
@Schema(name = "SettlementJob")
record SettlementJobBody(
        @Schema(required = true) UUID id,

        @Schema(required = true, pattern = Months.FORM, examples = Months.EXAMPLE)
        String month,

        @Schema(required = true, description = "Who pressed; the companies are settled in their name")
        UUID startedBy,

        @Schema(required = true) Instant startedAt,
        @Schema(required = true) ProgressBody progress,

        @Schema(required = true, description = "One for each company, in the order in which they are worked off")
        List<ItemBody> companies) {

    /** Its version counts the companies that were settled, so whoever polls sees from the ETag whether anything is new. */
    static final Representation<SettlementJob> JOBS = new Representation<>(
            "/api/v1/settlement-jobs",
            SettlementJob::id,
            job -> new Version(job.items().size() - job.waiting()),
            SettlementJobBody::of);

    /** How far a job is. */
    @Schema(name = "SettlementJobProgress")
    record ProgressBody(
            @Schema(required = true, minimum = "0") long total,
            @Schema(required = true, minimum = "0") long waiting,
            @Schema(required = true, minimum = "0") long confirmed,

            @Schema(required = true, minimum = "0", description = "Something has to be done first")
            long refused,

            @Schema(
                    required = true,
                    minimum = "0",
                    description = "Could not be decided now; pressing again tries again")
            long failed,

            @Schema(required = true) boolean done) {

        static ProgressBody of(SettlementJob job) {
            return new ProgressBody(
                    job.items().size(),
                    job.waiting(),
                    count(job, State.CONFIRMED),
                    count(job, State.REFUSED),
                    count(job, State.FAILED),
                    job.isDone());
        }

        private static long count(SettlementJob job, State state) {
            return job.items().stream()
                    .filter(item -> stateOf(item.outcome()) == state)
                    .count();
        }
    }

    /** What became of one company's month. */
    @Schema(name = "SettlementJobItem")
    record ItemBody(
            @Schema(required = true) UUID company,
            @Schema(required = true) State state,

            @Schema(description = "Of what is confirmed; its billing goes on there") @Nullable
            UUID settlement,

            @Schema(description = "Of what is refused: the code of the problem", examples = "settlement-blocked")
            @Nullable
            String code,

            @Schema(description = "Of what is refused: what the problem says besides") @Nullable
            Map<String, String> facts) {

        static ItemBody of(Item item) {
            UUID company = item.company().value();
            State state = stateOf(item.outcome());
            return switch (item.outcome()) {
                case Outcome.Waiting _, Outcome.Failed _ -> new ItemBody(company, state, null, null, null);
                case Outcome.Confirmed(var settlement) -> new ItemBody(company, state, settlement.value(), null, null);
                case Outcome.Refused(var code, var facts) -> new ItemBody(company, state, null, code, facts);
            };
        }
    }

    @Schema(name = "SettlementJobState")
    enum State {
        WAITING,
        CONFIRMED,
        REFUSED,
        FAILED
    }

    private static State stateOf(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Waiting _ -> State.WAITING;
            case Outcome.Confirmed _ -> State.CONFIRMED;
            case Outcome.Refused _ -> State.REFUSED;
            case Outcome.Failed _ -> State.FAILED;
        };
    }

    static SettlementJobBody of(SettlementJob job) {
        return new SettlementJobBody(
                job.id().value(),
                job.month().toString(),
                job.by().user().value(),
                job.startedAt(),
                ProgressBody.of(job),
                job.items().stream().map(ItemBody::of).toList());
    }
}
