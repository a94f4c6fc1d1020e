package io.motorpool.domain.fleet;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A Korean registration plate: {@code 12가3456}, {@code 123가4567} or the older {@code 서울12가3456}, stored without
 * spaces. The letter tells the use: ordinary, commercial (아바사자), rental (하허호), delivery (배).
 */
public record Plate(String value) {

    private static final String REGION = "(?:서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주)";
    private static final String LETTER = "[가나다라마거너더러머버서어저고노도로모보소오조구누두루무부수우주아바사자배하허호]";
    private static final Pattern FORM = Pattern.compile("(?:" + REGION + "[0-9]{2}|[0-9]{2,3})" + LETTER + "[0-9]{4}");

    /** Between the groups, and nowhere else. */
    private static final Pattern SPACE = Pattern.compile("(?<=[가-힣]) (?=[0-9])|(?<=[0-9]) (?=[가-힣])");

    public Plate {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a plate is written like 12가3456, 123가4567 or 서울12가3456");
        }
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
