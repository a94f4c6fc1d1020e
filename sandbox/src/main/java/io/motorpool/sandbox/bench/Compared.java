package io.motorpool.sandbox.bench;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind of request at one number of clients: the application beside its limit, which is what the application asks of
 * the database for it, asked by nobody else. Times are as the client sees them.
 *
 * @param rate requests that the application answered in a second
 * @param cpuUs what one request cost the application's process, in microseconds of processor time
 * @param databaseCpuUs what it cost the database's processes, and {@code clientCpuUs} whoever asked
 * @param ratio the rate as a share of the limit's
 * @param errors of both sides
 * @param bareRate what the least that could answer over HTTP makes of the same statements, and {@code bareRatio} the rate
 *     as a share of that; none where only the limit was asked
 */
public record Compared(
        String name,
        int clients,
        double rate,
        double p50Ms,
        double p99Ms,
        double maxMs,
        double cpuUs,
        double databaseCpuUs,
        double clientCpuUs,
        double limitRate,
        double limitP50Ms,
        double limitP99Ms,
        double limitDatabaseCpuUs,
        double limitClientCpuUs,
        double ratio,
        long errors,
        @Nullable Double bareRate,
        @Nullable Double bareRatio,
        @Nullable Double goalRatio,
        @Nullable Double goalP99Ms) {

    /** @param ratio the least, and {@code p99Ms} the most, that is hoped for; none where there is nothing to hope for */
    public record Goal(@Nullable Double ratio, @Nullable Double p99Ms) {

        public static final Goal NONE = new Goal(null, null);
    }

    public static Compared of(String name, int clients, Sample application, Sample limit, Goal goal) {
        return new Compared(
                name,
                clients,
                application.rate(),
                application.latencies().percentileMillis(50),
                application.latencies().percentileMillis(99),
                application.latencies().percentileMillis(100),
                application.perRequestMicros(application.cost().application()),
                application.perRequestMicros(application.cost().database()),
                application.perRequestMicros(application.cost().client()),
                limit.rate(),
                limit.latencies().percentileMillis(50),
                limit.latencies().percentileMillis(99),
                limit.perRequestMicros(limit.cost().database()),
                limit.perRequestMicros(limit.cost().client()),
                ratio(application.rate(), limit.rate()),
                application.failed() + limit.failed(),
                null,
                null,
                goal.ratio(),
                goal.p99Ms());
    }

    /** The same, beside the least that could answer over HTTP. */
    public Compared beside(Sample bare) {
        return new Compared(
                name,
                clients,
                rate,
                p50Ms,
                p99Ms,
                maxMs,
                cpuUs,
                databaseCpuUs,
                clientCpuUs,
                limitRate,
                limitP50Ms,
                limitP99Ms,
                limitDatabaseCpuUs,
                limitClientCpuUs,
                ratio,
                errors + bare.failed(),
                bare.rate(),
                ratio(rate, bare.rate()),
                goalRatio,
                goalP99Ms);
    }

    /** Nothing has no share in nothing. */
    static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    List<String> shortfalls() {
        List<String> shortfalls = new ArrayList<>();
        if (goalRatio != null && ratio < goalRatio) {
            shortfalls.add("%s, %d clients: %.2f of the limit's rate, hoped for %.2f"
                    .formatted(name, clients, ratio, goalRatio));
        }
        if (goalP99Ms != null && p99Ms > goalP99Ms) {
            shortfalls.add("%s, %d clients: p99 %.1f ms, hoped for %.1f".formatted(name, clients, p99Ms, goalP99Ms));
        }
        return shortfalls;
    }
}
