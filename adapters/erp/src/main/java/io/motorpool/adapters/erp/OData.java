package io.motorpool.adapters.erp;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** How OData V2 writes values in addresses and in JSON. */
final class OData {

    /** The last day of SAP's calendar: the present state of a record with periods ends on it. */
    static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    private OData() {}

    static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    static String date(LocalDate date) {
        return "datetime'%sT00:00:00'".formatted(date);
    }

    static String time(LocalTime time) {
        return "time'PT%02dH%02dM%02dS'".formatted(time.getHour(), time.getMinute(), time.getSecond());
    }

    /** SAP knows whole seconds. */
    static LocalTime wholeSeconds(LocalTime time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Days have no zone in SAP; in JSON they are written as their midnight in UTC. */
    static String jsonDate(LocalDate date) {
        return "/Date(%d)/"
                .formatted(date.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
