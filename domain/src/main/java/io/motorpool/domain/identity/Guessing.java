package io.motorpool.domain.identity;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How somebody who does not know a password goes about it: common words, keyboard rows, years, one character many times.
 * What such a guesser would not have written remains.
 */
final class Guessing {

    /** What guessers begin with. Letters that were replaced by digits and symbols are put back before the look. */
    private static final List<String> COMMON_WORDS = longestFirst(Stream.of(
            "passphrase",
            "passwort",
            "password",
            "secret",
            "letmein",
            "welcome",
            "login",
            "administrator",
            "admin",
            "master",
            "manager",
            "operator",
            "guest",
            "default",
            "changeme",
            "iloveyou",
            "monkey",
            "dragon",
            "football",
            "baseball",
            "princess",
            "sunshine",
            "shadow",
            "superman",
            "batman",
            "trustno",
            "starwars",
            "whatever",
            "freedom",
            "hello",
            "korea",
            "seoul",
            "hyundai",
            "samsung",
            "company",
            "motorpool",
            "mobility",
            "fleet",
            "vehicle",
            "driver",
            "user",
            "test",
            "pass",
            "word",
            "love",
            "비밀번호",
            "사랑해",
            "대한민국",
            "안녕하세요",
            "관리자",
            "합격",
            "화이팅"));

    /** Neighbours on a keyboard or in counting, in either direction. */
    private static final List<String> ROWS = Stream.of(
                    "01234567890",
                    "abcdefghijklmnopqrstuvwxyz",
                    "qwertyuiop",
                    "asdfghjkl",
                    "zxcvbnm",
                    "!@#$%^&*()",
                    "1q2w3e4r5t6y7u8i9o0p",
                    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p")
            .flatMap(row -> Stream.of(row, new StringBuilder(row).reverse().toString()))
            .toList();

    /** The shortest piece of a row that is no accident. */
    private static final int RUN = 4;

    private static final String YEAR = "(?:19|20)[0-9]{2}";

    private Guessing() {}

    static List<String> longestFirst(Stream<String> words) {
        return words.sorted(Comparator.comparingInt(String::length).reversed()).toList();
    }

    static String without(List<String> words, String text) {
        String rest = text;
        for (String word : words) {
            rest = rest.replace(word, "");
        }
        return rest;
    }

    /** What is left of a text in lower case when everything that is tried first is taken away. */
    static String remainder(String text) {
        String patternless = withoutRuns(text.toLowerCase(Locale.ROOT)).replaceAll(YEAR, "");
        return without(COMMON_WORDS, plain(patternless));
    }

    private static String withoutRuns(String text) {
        StringBuilder rest = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int run = Math.max(runAt(text, at), repetitionAt(text, at));
            if (run < RUN) {
                rest.append(text.charAt(at));
                at++;
            } else {
                at += run;
            }
        }
        return rest.toString();
    }

    private static int runAt(String text, int at) {
        return ROWS.stream().mapToInt(row -> runAt(text, at, row)).max().orElse(0);
    }

    private static int runAt(String text, int at, String row) {
        int longest = 0;
        for (int from = row.indexOf(text.charAt(at)); from >= 0; from = row.indexOf(text.charAt(at), from + 1)) {
            int length = 0;
            while (at + length < text.length()
                    && from + length < row.length()
                    && text.charAt(at + length) == row.charAt(from + length)) {
                length++;
            }
            longest = Math.max(longest, length);
        }
        return longest;
    }

    private static int repetitionAt(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) == text.charAt(at)) {
            end++;
        }
        return end - at;
    }

    private static String plain(String text) {
        return text.replace('@', 'a')
                .replace('4', 'a')
                .replace('3', 'e')
                .replace('1', 'i')
                .replace('0', 'o')
                .replace('5', 's')
                .replace('$', 's')
                .replace('7', 't');
    }
}
