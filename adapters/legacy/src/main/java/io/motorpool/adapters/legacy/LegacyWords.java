package io.motorpool.adapters.legacy;

import io.motorpool.domain.reservation.ReservationStatus;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words with which people and programs filled the legacy table's free-text columns for ten years. Case, spaces, hyphens and
 * underscores were never a difference.
 */
final class LegacyWords {

    private static final Pattern NO_DIFFERENCE = Pattern.compile("[\\s\\u00A0\\u3000_\\-]+");

    private static final Map<String, ReservationStatus> STATES = Stream.of(
                    Map.entry(ReservationStatus.RESERVED, "예약 예약완료 예약중 확정 대기 RESERVED RSV R"),
                    Map.entry(ReservationStatus.IN_USE, "사용중 이용중 운행중 대여중 INUSE USING U"),
                    Map.entry(ReservationStatus.RETURNED, "반납 반납완료 이용완료 완료 RETURNED DONE E"),
                    Map.entry(ReservationStatus.FORCE_RETURNED, "강제반납 관리자반납 FORCERETURNED FORCED F"),
                    Map.entry(ReservationStatus.CANCELLED, "취소 예약취소 취소완료 CANCELLED CANCELED CANCEL C"),
                    Map.entry(ReservationStatus.NO_SHOW, "노쇼 미이용 미사용 NOSHOW N"))
            .flatMap(state ->
                    Pattern.compile(" ").splitAsStream(state.getValue()).map(word -> Map.entry(word, state.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final Map<String, Boolean> FLAGS = Map.of(
            "Y", true, "1", true, "T", true, "TRUE", true, "N", false, "0", false, "F", false, "FALSE", false, "",
            false);

    private LegacyWords() {}

    static ReservationStatus status(String word) {
        return known(STATES, word, "a state that nobody knows");
    }

    static boolean flag(String word) {
        return known(FLAGS, word, "neither yes nor no");
    }

    private static <T> T known(Map<String, T> words, String word, String otherwise) {
        T meaning = words.get(NO_DIFFERENCE.matcher(word).replaceAll("").toUpperCase(Locale.ROOT));
        if (meaning == null) {
            throw new IllegalArgumentException(otherwise);
        }
        return meaning;
    }
}
