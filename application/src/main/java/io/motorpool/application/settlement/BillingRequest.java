package io.motorpool.application.settlement;

import io.motorpool.domain.shared.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the ERP is asked to bill, in won and without tax: the ERP adds the tax when it bills.
 *
 * @param number under which both sides know it: 1 to 35 capital letters, digits and hyphens, never given twice. A reversal
 *     has a number of its own
 * @param customer the company's account in the ERP: up to 10 digits
 * @param billingDate in Seoul
 */
public record BillingRequest(
        String number, BillingKind kind, String customer, LocalDate billingDate, List<BillingLine> lines) {

    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,34}");
    private static final Pattern CUSTOMER = Pattern.compile("[0-9]{1,10}");

    /** An item of the ERP's document has six digits, and they go up in tens. */
    public static final int MOST_LINES = 9_999;

    public BillingRequest {
        if (!NUMBER.matcher(number).matches()) {
            throw new IllegalArgumentException("'%s' is no number of a billing request".formatted(number));
        }
        if (!CUSTOMER.matcher(customer).matches()) {
            throw new IllegalArgumentException("'%s' is no account of a customer".formatted(customer));
        }
        lines = List.copyOf(lines);
        if (lines.isEmpty() || lines.size() > MOST_LINES) {
            throw new IllegalArgumentException("a billing request has 1 to %d lines".formatted(MOST_LINES));
        }
        if (total(lines) < 0) {
            throw new IllegalArgumentException("%s would bill less than nothing".formatted(number));
        }
    }

    /** The supply total, to the won: what the ERP's document must show. */
    public long total() {
        return total(lines);
    }

    private static long total(List<BillingLine> lines) {
        return lines.stream().mapToLong(BillingLine::won).reduce(0, Math::addExact);
    }

    /**
     * One line of the document.
     *
     * @param text at most 40 characters
     * @param won below zero on an adjustment only (P3)
     */
    public record BillingLine(LineKind kind, String text, long won) {

        public static final int LONGEST_TEXT = 40;

        public BillingLine {
            Text.check("the text of a line", text, LONGEST_TEXT);
            if (won < 0 && kind != LineKind.ADJUSTMENT) {
                throw new IllegalArgumentException("%s cannot cost %d won".formatted(kind, won));
            }
        }
    }

    /** Which way the money goes. */
    public enum BillingKind {
        CHARGE,
        /** Gives back what an earlier charge asked for; its amounts are those of the charge, not their negation. */
        REVERSAL
    }

    /** What a line is for. The ERP's people decide to which material and profit centre it goes. */
    public enum LineKind {
        RUNS,
        EXTRA_COST,
        ADJUSTMENT
    }
}
