package io.motorpool.adapters.mail;

import io.motorpool.application.identity.Mailbox.Letter;
import io.motorpool.domain.identity.OneTimeLink.Purpose;
import io.motorpool.domain.shared.BusinessZone;
import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How letters read, in both languages of the division's people.
 *
 * @param page where somebody chooses a password. What a letter is for, and its secret, follow after a {@code #}: that part
 *     of an address no browser sends and no server logs
 */
record Wording(URI page) {

    private static final DateTimeFormatter UNTIL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'KST'", Locale.ROOT).withZone(BusinessZone.SEOUL);

    Wording {
        if (page.getRawFragment() != null) {
            throw new IllegalArgumentException("what follows # belongs to the letter");
        }
    }

    String subject(Letter letter) {
        return switch (letter.purpose()) {
            case INVITATION -> "Motorpool 초대 / Your invitation to Motorpool";
            case PASSWORD_RESET -> "Motorpool 비밀번호 재설정 / Choose a new Motorpool password";
        };
    }

    String text(Letter letter) {
        return """
                %s 님,

                %s
                %s

                %s

                이 링크는 한 번만, %s까지 사용할 수 있습니다. 요청하지 않았다면 이 메일을 무시하세요.
                The link works once, until %s. If you did not expect this letter, ignore it.
                """.formatted(
                        letter.name().value(),
                        korean(letter.purpose()),
                        english(letter.purpose()),
                        link(letter),
                        UNTIL.format(letter.until()),
                        UNTIL.format(letter.until()));
    }

    private static String korean(Purpose purpose) {
        return switch (purpose) {
            case INVITATION -> "Motorpool에 초대되었습니다. 아래 링크에서 비밀번호를 정하세요.";
            case PASSWORD_RESET -> "아래 링크에서 새 비밀번호를 정하세요.";
        };
    }

    private static String english(Purpose purpose) {
        return switch (purpose) {
            case INVITATION -> "You are invited to Motorpool. Choose your password here:";
            case PASSWORD_RESET -> "Choose a new password here:";
        };
    }

    private String link(Letter letter) {
        String purpose = letter.purpose().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return page + "#" + purpose + "=" + letter.secret().text();
    }
}
