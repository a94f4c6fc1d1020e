package io.motorpool.domain.company;

import java.time.LocalDate;

/**
 * A driving licence.
 *
 * @param expiry the last day (in Seoul, P1) on which it is valid
 */
public record Licence(LicenceClass licenceClass, LocalDate expiry) {}
