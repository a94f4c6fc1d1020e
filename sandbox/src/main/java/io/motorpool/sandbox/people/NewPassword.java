package io.motorpool.sandbox.people;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Passwords that nobody guesses and everybody can type. */
final class NewPassword {

    /** Without letters and digits that look alike. */
    private static final String CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 5;
    private static final int PER_GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private NewPassword() {}

    static String random() {
        return Stream.generate(NewPassword::group).limit(GROUPS).collect(Collectors.joining("-"));
    }

    private static String group() {
        return RANDOM.ints(PER_GROUP, 0, CHARACTERS.length())
                .mapToObj(index -> String.valueOf(CHARACTERS.charAt(index)))
                .collect(Collectors.joining());
    }
}
