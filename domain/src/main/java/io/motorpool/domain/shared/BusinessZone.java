package io.motorpool.domain.shared;

import java.time.ZoneId;

/** The zone in which the division counts its days (P1). */
public final class BusinessZone {

    public static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    private BusinessZone() {}
}
