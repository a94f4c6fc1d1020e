package io.motorpool.sandbox.fuzz.make;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Values that make sense in Motorpool's world, for which the document has a name but no grammar. */
final class Words {

    private static final ZoneOffset SEOUL = ZoneOffset.ofHours(9);
    private static final DateTimeFormatter RFC_3339 = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");
    private static final List<String> PLATE_LETTERS = List.of("가", "나", "다", "마", "버", "호", "하", "배");
    private static final List<String> REGIONS = List.of("서울", "부산", "경기", "제주");
    private static final List<String> NAMES =
            List.of("김민수", "이하은", "박서연", "정도윤", "남궁민", "선우은숙", "Ada Lovelace", "O'Neill", "김수", "É. Müller", "𠮷野");
    private static final List<String> THINGS = List.of(
            "본사 주차장", "Sonata", "아이오닉 5", "영업팀", "R&D", "called the hotline", "\"quoted\"", "<b>bold</b>", "100 %");
    private static final int[] WEIGHTS = {1, 3, 7, 1, 3, 7, 1, 3, 5};

    private final Dice dice;
    private final Clock clock;

    Words(Dice dice, Clock clock) {
        this.dice = dice;
        this.clock = clock;
    }

    String plate() {
        String front = dice.percent(15) ? dice.pick(REGIONS) + digits(2) : digits(dice.between(2, 3));
        return front + dice.pick(PLATE_LETTERS) + (dice.percent(10) ? " " : "") + digits(4);
    }

    String vin() {
        return dice.text("ABCDEFGHJKLMNPRSTUVWXYZ0123456789", 17);
    }

    /** With its check digit: over nine digits, the ninth counted once more with the tens of its product. */
    String businessNumber() {
        String nine = digits(9);
        int sum = (nine.charAt(8) - '0') * 5 / 10;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (nine.charAt(i) - '0') * WEIGHTS[i];
        }
        String ten = nine + (10 - sum % 10) % 10;
        return dice.percent(50)
                ? ten
                : "%s-%s-%s".formatted(ten.substring(0, 3), ten.substring(3, 5), ten.substring(5));
    }

    /** Of a customer in the ERP. */
    String account() {
        return digits(dice.between(1, 10));
    }

    String personName() {
        return dice.pick(NAMES);
    }

    String phrase() {
        return dice.pick(THINGS) + " " + dice.below(1_000);
    }

    String month() {
        return YearMonth.from(day(-60, 60)).toString();
    }

    /** One that may be over, or the present one. */
    String recentMonth() {
        return YearMonth.from(day(-70, 0)).toString();
    }

    String time() {
        return "%02d:%02d".formatted(dice.below(24), dice.below(60));
    }

    LocalDate day(int earliest, int latest) {
        return LocalDate.ofInstant(clock.instant(), SEOUL).plusDays(dice.between(earliest, latest));
    }

    Instant now() {
        return clock.instant();
    }

    /** Some weeks of the present year. */
    Days daysBehind() {
        LocalDate today = day(0, 0);
        LocalDate first = LocalDate.ofYearDay(today.getYear(), dice.between(1, today.getDayOfYear()));
        return new Days(first, first.plusDays(dice.between(0, today.getDayOfYear() - first.getDayOfYear())));
    }

    /** Half an hour that is over, so long ago that nobody drives any more. */
    Span spanBehind() {
        Instant start = clock.instant().minus(dice.between(2, 40 * 24), ChronoUnit.HOURS);
        return new Span(start, start.plus(30, ChronoUnit.MINUTES));
    }

    /** From the slot of the ten-minute grid that is running now. */
    Span spanFromNow() {
        Instant start = onGrid(clock.instant());
        return new Span(start, start.plus(dice.between(3, 24) * 10L, ChronoUnit.MINUTES));
    }

    /** On the grid, some time in the next weeks, half an hour or a little longer. */
    Span spanAhead() {
        Instant start = onGrid(clock.instant()).plus(dice.between(1, 80 * 24 * 6) * 10L, ChronoUnit.MINUTES);
        return new Span(start, start.plus(dice.between(3, 24) * 10L, ChronoUnit.MINUTES));
    }

    /** The same instant, written in one of the ways that RFC 3339 allows. */
    String written(Instant instant) {
        ZoneOffset offset = dice.oneOf(SEOUL, SEOUL, ZoneOffset.UTC, ZoneOffset.ofHoursMinutes(-3, -30));
        return OffsetDateTime.ofInstant(instant, offset).format(RFC_3339);
    }

    private String digits(int count) {
        return dice.text("0123456789", count);
    }

    private static Instant onGrid(Instant instant) {
        return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), 600) * 600);
    }

    /** A stretch of time. */
    record Span(Instant start, Instant end) {}

    /** Days, the last one included. */
    record Days(LocalDate first, LocalDate last) {}
}
