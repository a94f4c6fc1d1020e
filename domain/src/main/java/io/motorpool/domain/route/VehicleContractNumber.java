package io.motorpool.domain.route;

import io.motorpool.domain.shared.BusinessZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The number under which people, paper and the ERP know a vehicle contract: at most 20 characters, never given twice, never
 * changed (P15). It is made of the month of issue and a number from a sequence that never goes back; a number that is drawn
 * and not used is lost, not reused.
 */
public record VehicleContractNumber(String value) {

    public static final int LONGEST = 20;
    private static final Pattern FORM = Pattern.compile("VC[0-9]{6}-[0-9]{6,11}");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM", Locale.ROOT);

    public VehicleContractNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("%s is no vehicle contract number".formatted(value));
        }
    }

    /** @param drawn from the sequence, from 1 on */
    public static VehicleContractNumber issue(Instant now, long drawn) {
        LocalDate today = LocalDate.ofInstant(now, BusinessZone.SEOUL);
        return new VehicleContractNumber("VC%s-%06d".formatted(MONTH.format(today), drawn));
    }

    @Override
    public String toString() {
        return value;
    }
}
