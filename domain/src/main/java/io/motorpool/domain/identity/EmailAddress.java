package io.motorpool.domain.identity;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What somebody signs in with, and where letters reach them. Case does not count, so that one mailbox is one user. It
 * never appears in a log.
 *
 * @param value lower case, ASCII, at most 254 characters
 */
public record EmailAddress(String value) {

    public static final int LONGEST = 254;

    private static final String ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern FORM =
            Pattern.compile("(?=.{1,64}@)" + ATOM + "(?:\\." + ATOM + ")*@" + LABEL + "(?:\\." + LABEL + ")+");

    public EmailAddress {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an e-mail address is written name@company.example");
        }
    }

    /** Reads what somebody typed. */
    public static EmailAddress parse(String text) {
        return new EmailAddress(text.strip().toLowerCase(Locale.ROOT));
    }

    /** The part before the at sign. */
    public String mailbox() {
        return value.substring(0, value.indexOf('@'));
    }

    @Override
    public String toString() {
        return "(e-mail address)";
    }
}
