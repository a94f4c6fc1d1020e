package io.motorpool.sandbox.drill.bill;

import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.drill.load.Badge;
import io.motorpool.sandbox.shuttle.ShuttleDesk;
import io.motorpool.sandbox.token.Tokens;
import java.net.URI;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Companies, each with a shuttle that departed twice on the second day of every month, and nothing of it billed. One person
 * may do everything that the division may.
 */
public final class Shuttles {

    /** At once, so that setting up does not take longer than the drill, nor breaks the node. */
    private static final int HANDS = 6;

    private static final String[] ROLES = {"OPERATOR", "SETTLEMENT_CLERK", "SETTLEMENT_APPROVER", "AUDITOR"};
    private static final List<LocalTime> TIMES = List.of(LocalTime.of(7, 30), LocalTime.of(18, 10));
    private static final int DRIVEN_ON = 2;
    private static final int PRICE = 45_001;
    private static final int FIRST_ACCOUNT = 17_100_000;

    private final URI node;
    private final Badge badge;
    private final List<Line> lines;

    private Shuttles(URI node, Badge badge, List<Line> lines) {
        this.node = node;
        this.badge = badge;
        this.lines = List.copyOf(lines);
    }

    /** One company's shuttle, and another vehicle that can take its place. */
    public record Line(UUID company, UUID slot, UUID first, UUID second) {}

    /**
     * Writes everything down through a node.
     *
     * @param months how many of them, the last of which has just ended
     */
    public static Shuttles drivenAt(URI node, Tokens tokens, int companies, int months) throws Exception {
        UUID person = UUID.randomUUID();
        Badge badge = new Badge(() -> tokens.division(person, ROLES), Clock.systemUTC());
        LocalDate begin = month(months).atDay(1);
        List<Line> lines = each(
                IntStream.range(0, companies).boxed().toList(),
                number -> line(Api.at(node).as(badge.token()), number, begin));
        Shuttles shuttles = new Shuttles(node, badge, lines);
        shuttles.drive(months);
        return shuttles;
    }

    private static Line line(Api api, int number, LocalDate begin) {
        ShuttleDesk desk = new ShuttleDesk(api);
        UUID company = desk.company("훈련기업 " + number);
        UUID zone = desk.zone(company);
        UUID first = desk.vehicle(company, zone).id();
        UUID second = desk.vehicle(company, zone).id();
        UUID route = desk.route(company, "판교-강남");
        UUID slot = desk.slot(route, "1호차", begin, EnumSet.allOf(DayOfWeek.class), TIMES);
        desk.rate(route, begin, PRICE + number);
        desk.dispatch(slot, first, UUID.randomUUID(), ShuttleDesk.at(begin, LocalTime.MIDNIGHT))
                .mustBe(201);
        api.put("/companies/" + company + "/erp-account", Map.of("number", Integer.toString(FIRST_ACCOUNT + number)))
                .mustBe(200);
        return new Line(company, slot, first, second);
    }

    private void drive(int months) throws Exception {
        ShuttleDesk desk = new ShuttleDesk(api());
        for (int back = 1; back <= months; back++) {
            LocalDate day = month(back).atDay(DRIVEN_ON);
            List<Integer> _ = each(lines, line -> desk.plan(line.company(), day, day));
            List<List<ShuttleDesk.Departure>> driven = each(lines, line -> desk.runs(line.company(), day));
            List<Boolean> _ = each(driven.stream().flatMap(List::stream).toList(), run -> {
                desk.complete(run);
                return true;
            });
        }
    }

    /** The month that ended so many months ago; 1 is the last one. */
    public static YearMonth month(int back) {
        return YearMonth.now(ShuttleDesk.SEOUL).minusMonths(back);
    }

    public List<Line> lines() {
        return lines;
    }

    /** Everything is allowed. */
    public Api api() {
        return Api.at(node).as(badge.token());
    }

    /** Prices are captured and the month is added up, of every company. */
    public List<Bill> calculate(YearMonth month) throws Exception {
        api().post("/sweeps/prices", Map.of("month", month.toString())).mustBe(200);
        return each(
                lines,
                line -> Bill.of(
                        api().post("/companies/%s/settlements/%s/calculation".formatted(line.company(), month), null)
                                .expect(200)));
    }

    public Answer confirm(Bill bill) {
        return api().post(
                        "/settlements/" + bill.settlement() + "/confirmation",
                        null,
                        "If-Match",
                        bill.seen(),
                        "Idempotency-Key",
                        bill.key());
    }

    /** Presses for all companies. */
    public UUID press(YearMonth month) {
        return api().post(
                        "/settlement-jobs",
                        Map.of(
                                "month",
                                month.toString(),
                                "companies",
                                lines.stream()
                                        .map(line -> line.company().toString())
                                        .toList()),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201)
                .id();
    }

    /** Does it for each, several at a time, and in the end has done it for all. */
    public static <T, R> List<R> each(List<T> all, Function<T, R> work) throws Exception {
        return each(HANDS, all, work);
    }

    /** @param hands how many at a time */
    public static <T, R> List<R> each(int hands, List<T> all, Function<T, R> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(hands)) {
            List<Callable<R>> tasks =
                    all.stream().<Callable<R>>map(one -> () -> work.apply(one)).toList();
            List<R> done = new ArrayList<>();
            for (Future<R> task : threads.invokeAll(tasks)) {
                done.add(task.get());
            }
            return done;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }
}
