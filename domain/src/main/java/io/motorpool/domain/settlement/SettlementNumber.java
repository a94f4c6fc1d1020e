package io.motorpool.domain.settlement;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The number under which a settlement is billed and its ERP document is looked for: never given twice, never changed. It
 * names the month that is settled.
 */
public record SettlementNumber(String value) {

    public static final int LONGEST = 20;
    private static final Pattern FORM = Pattern.compile("ST[0-9]{6}-[0-9]{6,11}");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM", Locale.ROOT);

    public SettlementNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("%s is no settlement number".formatted(value));
        }
    }

    /** @param drawn from the sequence, from 1 on */
    public static SettlementNumber issue(YearMonth month, long drawn) {
        return new SettlementNumber("ST%s-%06d".formatted(MONTH.format(month), drawn));
    }

    @Override
    public String toString() {
        return value;
    }
}
