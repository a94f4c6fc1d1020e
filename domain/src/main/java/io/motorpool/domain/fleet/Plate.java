package io.motorpool.domain.fleet;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A Korean registration plate: {@code 12가3456}, {@code 123가4567} or the older {@code 서울12가3456}, stored without
 * spaces. The letter tells the use: ordinary, commercial (아바사자), rental (하허호), delivery (배).
 */
public record Plate(String value) {

    private static final Set<String> REGIONS = Set.of(
            "서울", "부산", "대구", "인천", "광주", "대전", "울산", "세종", "경기", "강원", "충북", "충남", "전북", "전남", "경북", "경남", "제주");
    private static final String LETTERS = "가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주아바사자배하허호";

    /** How many digits follow the letter. */
    private static final int NUMBER = 4;

    /** Where the letter stands: after two digits, after three, or after two syllables and two digits. */
    private static final int AFTER_TWO = 2;

    private static final int AFTER_THREE = 3;
    private static final int AFTER_REGION = 4;
    private static final int SYLLABLES_OF_REGION = 2;

    /** Between the groups, and nowhere else. */
    private static final Pattern SPACE = Pattern.compile("(?<=[가-힣]) (?=[0-9])|(?<=[0-9]) (?=[가-힣])");

    public Plate {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("a plate is written like 12가3456, 123가4567 or 서울12가3456");
        }
    }

    /** By hand, and not by a pattern: each row of a list of vehicles is held against it. */
    private static boolean isWellFormed(String value) {
        int letter = value.length() - NUMBER - 1;
        return switch (letter) {
            case AFTER_TWO, AFTER_THREE -> hasDigits(value, 0, letter) && endsWell(value, letter);
            case AFTER_REGION ->
                REGIONS.contains(value.substring(0, SYLLABLES_OF_REGION))
                        && hasDigits(value, SYLLABLES_OF_REGION, letter)
                        && endsWell(value, letter);
            default -> false;
        };
    }

    private static boolean endsWell(String value, int letter) {
        return LETTERS.indexOf(value.charAt(letter)) >= 0 && hasDigits(value, letter + 1, value.length());
    }

    private static boolean hasDigits(String value, int from, int until) {
        for (int i = from; i < until; i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Reads a plate as people type it: with or without a space between its groups, its syllables whole or in parts. */
    public static Plate parse(String text) {
        String whole = Normalizer.normalize(text, Normalizer.Form.NFC);
        return new Plate(SPACE.matcher(whole).replaceAll(""));
    }

    @Override
    public String toString() {
        return value;
    }
}
