package io.motorpool.domain.fleet;

import java.time.LocalDate;

/**
 * The days on which a contract holds, both included, at most ten years.
 */
public record ContractTerm(LocalDate from, LocalDate until) {

    public static final int LONGEST_YEARS = 10;

    public ContractTerm {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a contract term ends on or after the day it begins");
        }
        if (until.isAfter(from.plusYears(LONGEST_YEARS))) {
            throw new IllegalArgumentException("a contract term is at most %d years long".formatted(LONGEST_YEARS));
        }
    }
}
