package io.motorpool.adapters.persistence.settlement;

import io.motorpool.adapters.persistence.Columns;
import io.motorpool.adapters.persistence.Json;
import io.motorpool.adapters.persistence.Rows;
import io.motorpool.adapters.persistence.Sql;
import io.motorpool.adapters.persistence.identity.ProfileMapper;
import io.motorpool.application.settlement.JobId;
import io.motorpool.application.settlement.SettlementJob;
import io.motorpool.application.settlement.SettlementJob.Item;
import io.motorpool.application.settlement.SettlementJob.Outcome;
import io.motorpool.application.settlement.SettlementJobs;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.settlement.SettlementId;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Jobs and their items. An item is leased to one node at a time; a lease that runs out is given to the next. */
@ApplicationScoped
public class PostgresSettlementJobs implements SettlementJobs {

    private enum Kind {
        CONFIRMED,
        REFUSED,
        FAILED
    }

    @Override
    public Uni<Void> add(SettlementJob job) {
        UUID company = ProfileMapper.company(job.by().profile());
        return Sql.change(
                        """
                        INSERT INTO settlement_job (id, user_id, profile, company_id, roles, month, started_at)
                        VALUES (:id, :user, :profile, CAST(NULLIF(:company, '') AS uuid), :roles, :month, :at)""",
                        Map.of(
                                "id", job.id().value(),
                                "user", job.by().user().value(),
                                "profile", ProfileMapper.name(job.by().profile()),
                                "company", company == null ? "" : company.toString(),
                                "roles",
                                        job.by().roles().stream()
                                                .map(Role::name)
                                                .sorted()
                                                .toArray(String[]::new),
                                "month", job.month().atDay(1),
                                "at", job.startedAt()))
                .chain(() -> Sql.change(
                        """
                        INSERT INTO settlement_job_item (job_id, place, company_id)
                        SELECT :job, place, company
                          FROM unnest(CAST(:companies AS uuid[])) WITH ORDINALITY AS t (company, place)""",
                        Map.of(
                                "job", job.id().value(),
                                "companies",
                                        Rows.uuids(
                                                job.items(),
                                                item -> item.company().value()))))
                .replaceWithVoid();
    }

    /** Everything of a job but its items. */
    private record Head(Caller by, YearMonth month, Instant startedAt) {}

    @Override
    public Uni<Optional<SettlementJob>> find(JobId id) {
        return Sql.read("""
                        SELECT user_id, profile, company_id, roles, month, started_at
                          FROM settlement_job WHERE id = :id""", Map.of("id", id.value()), PostgresSettlementJobs::head)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : items(id).map(items -> Optional.of(job(id, found.getFirst(), items))));
    }

    private static Head head(Columns columns) {
        return new Head(caller(columns), YearMonth.from(columns.date()), columns.instant());
    }

    private static Caller caller(Columns columns) {
        UserId user = new UserId(columns.uuid());
        var profile = ProfileMapper.profile(columns);
        var roles = columns.texts().stream().map(Role::valueOf).collect(Collectors.toSet());
        return new Caller(user, profile, roles);
    }

    private static SettlementJob job(JobId id, Head head, List<Item> items) {
        return new SettlementJob(id, head.by(), head.month(), head.startedAt(), items);
    }

    private static Uni<List<Item>> items(JobId job) {
        return Sql.read(
                """
                SELECT company_id, outcome, settlement_id, code, facts::text
                  FROM settlement_job_item WHERE job_id = :job ORDER BY place""", Map.of("job", job.value()), columns -> new Item(new CompanyId(columns.uuid()), outcome(columns)));
    }

    private static Outcome outcome(Columns columns) {
        Kind kind = columns.constantOrNull(Kind.class);
        if (kind == null) {
            return new Outcome.Waiting();
        }
        return switch (kind) {
            case CONFIRMED -> new Outcome.Confirmed(new SettlementId(columns.uuid()));
            case REFUSED -> {
                columns.skip(1);
                yield new Outcome.Refused(columns.text(), Json.read(columns.text()));
            }
            case FAILED -> new Outcome.Failed();
        };
    }

    @Override
    public Uni<Optional<Claimed>> claim(Instant now, Duration lease) {
        return Sql.read("""
                        UPDATE settlement_job_item AS claimed SET leased_until = :until
                          FROM (SELECT i.job_id, i.place, j.user_id, j.profile, j.company_id AS member_of, j.roles, j.month
                                  FROM settlement_job_item AS i JOIN settlement_job AS j ON j.id = i.job_id
                                 WHERE i.outcome IS NULL AND i.leased_until <= :now
                                 ORDER BY j.started_at, j.id, i.place LIMIT 1 FOR UPDATE OF i SKIP LOCKED) AS next
                         WHERE (claimed.job_id, claimed.place) = (next.job_id, next.place)
                        RETURNING claimed.job_id, claimed.company_id, next.user_id, next.profile, next.member_of, next.roles,
                                  next.month""", Map.of("now", now, "until", now.plus(lease)), PostgresSettlementJobs::claimed)
                .map(found -> found.stream().findFirst());
    }

    private static Claimed claimed(Columns columns) {
        JobId job = new JobId(columns.uuid());
        CompanyId company = new CompanyId(columns.uuid());
        return new Claimed(job, caller(columns), YearMonth.from(columns.date()), company);
    }

    @Override
    public Uni<Void> record(JobId job, CompanyId company, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Waiting _ -> throw new IllegalArgumentException("to wait is no outcome");
            case Outcome.Confirmed(var settlement) ->
                record(job, company, Kind.CONFIRMED, settlement.toString(), "", "");
            case Outcome.Refused(var code, var facts) ->
                record(job, company, Kind.REFUSED, "", code, Json.write(facts));
            case Outcome.Failed _ -> record(job, company, Kind.FAILED, "", "", "");
        };
    }

    private static Uni<Void> record(
            JobId job, CompanyId company, Kind kind, String settlement, String code, String facts) {
        return Sql.change(
                        """
                        UPDATE settlement_job_item
                           SET outcome = :kind, settlement_id = CAST(NULLIF(:settlement, '') AS uuid),
                               code = NULLIF(:code, ''), facts = CAST(NULLIF(:facts, '') AS jsonb)
                         WHERE job_id = :job AND company_id = :company AND outcome IS NULL""",
                        Map.of(
                                "job",
                                job.value(),
                                "company",
                                company.value(),
                                "kind",
                                kind.name(),
                                "settlement",
                                settlement,
                                "code",
                                code,
                                "facts",
                                facts))
                .replaceWithVoid();
    }
}
