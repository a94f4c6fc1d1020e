package io.motorpool.application.settlement;

import io.motorpool.domain.settlement.AdjustmentReason;
import io.motorpool.domain.settlement.ExtraCostKind;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * What extra costs are called in workbooks. Whoever writes one by hand uses these words; who writes one by program may use
 * the names that the API has for them.
 */
public final class ExtraCostWords {

    private ExtraCostWords() {}

    public static String of(ExtraCostKind kind) {
        return switch (kind) {
            case TOLL -> "통행료";
            case PARKING -> "주차비";
            case WAITING -> "대기료";
            case EXTRA_STOP -> "추가 경유";
            case OVERTIME -> "연장 운행";
            case ADJUSTMENT -> "조정";
            case OTHER -> "기타";
        };
    }

    public static String of(AdjustmentReason reason) {
        return switch (reason) {
            case BILLING_ERROR -> "청구 오류";
            case SERVICE_FAILURE -> "운행 장애";
            case GOODWILL -> "양해 감액";
            case CONTRACT_DISCOUNT -> "계약 할인";
            case RETURNED_DEPOSIT -> "보증금 반환";
        };
    }

    static Optional<ExtraCostKind> kind(String text) {
        return meant(text, ExtraCostKind.values(), ExtraCostWords::of);
    }

    static Optional<AdjustmentReason> reason(String text) {
        return meant(text, AdjustmentReason.values(), ExtraCostWords::of);
    }

    private static <E extends Enum<E>> Optional<E> meant(String text, E[] all, Function<E, String> word) {
        String bare = bare(text);
        return Arrays.stream(all)
                .filter(each -> bare.equals(bare(word.apply(each))) || bare.equals(each.name()))
                .findFirst();
    }

    /** People put spaces where others put none. */
    private static String bare(String text) {
        return text.replaceAll("\\s", "");
    }
}
