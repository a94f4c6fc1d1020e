package io.motorpool.application.settlement;

import io.motorpool.domain.route.Run.CancellationCause;
import java.util.Arrays;
import java.util.Optional;

/** What the template calls the reasons for which a run does not take place. */
final class CancellationWords {

    private CancellationWords() {}

    static String of(CancellationCause cause) {
        return switch (cause) {
            case COMPANY_REQUEST -> "고객사 요청";
            case BREAKDOWN -> "차량 고장";
            case WEATHER -> "기상";
            case NO_CHAUFFEUR -> "기사 부재";
            case TIMETABLE_CHANGED -> "시간표 변경";
            case REPORTED_BY_MISTAKE -> "오보고";
        };
    }

    /** By the word of the template or the code of the API. */
    static Optional<CancellationCause> meant(String word) {
        return Arrays.stream(CancellationCause.values())
                .filter(cause -> of(cause).equals(word) || cause.name().equals(word))
                .findFirst();
    }
}
