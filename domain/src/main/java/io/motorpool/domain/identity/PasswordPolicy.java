package io.motorpool.domain.identity;

import static io.motorpool.domain.Decision.accept;
import static io.motorpool.domain.Decision.refuse;

import io.motorpool.domain.Decision;
import io.motorpool.domain.identity.IdentityRefusal.PasswordTooWeak;
import io.motorpool.domain.identity.IdentityRefusal.PasswordTooWeak.Weakness;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Which passwords are good enough: long ones that neither say who their owner is nor stand at the top of every guesser's
 * list. There is no rule about digits and symbols: it makes people write {@code Password1!}.
 */
public final class PasswordPolicy {

    public static final int SHORTEST = 12;
    public static final int LONGEST = 128;

    /** How many characters have to be left when everything that a guesser tries first is taken away. */
    public static final int UNGUESSABLE = 6;

    /** A password of fewer different characters is a pattern. */
    public static final int DIFFERENT = 5;

    /** A part of a name that is shorter than this is found in any word. */
    private static final int TELLING = 3;

    private PasswordPolicy() {}

    public static Decision<Password, IdentityRefusal> check(Password wanted, Person owner) {
        if (wanted.length() < SHORTEST) {
            return refuse(new PasswordTooWeak(Weakness.TOO_SHORT));
        }
        if (wanted.length() > LONGEST) {
            return refuse(new PasswordTooWeak(Weakness.TOO_LONG));
        }
        String folded = wanted.text().toLowerCase(Locale.ROOT);
        if (folded.codePoints().distinct().count() < DIFFERENT || isTooLittle(Guessing.remainder(folded))) {
            return refuse(new PasswordTooWeak(Weakness.TOO_COMMON));
        }
        String nameless = Guessing.without(namesOf(owner), folded);
        return isTooLittle(Guessing.remainder(nameless))
                ? refuse(new PasswordTooWeak(Weakness.SAYS_WHO))
                : accept(wanted);
    }

    private static boolean isTooLittle(String rest) {
        return rest.codePointCount(0, rest.length()) < UNGUESSABLE;
    }

    private static List<String> namesOf(Person owner) {
        String name = owner.name().value().toLowerCase(Locale.ROOT);
        return Guessing.longestFirst(
                Stream.of(owner.email().value(), owner.email().mailbox(), name, name.replace(" ", ""))
                        .filter(part -> part.codePointCount(0, part.length()) >= TELLING));
    }
}
