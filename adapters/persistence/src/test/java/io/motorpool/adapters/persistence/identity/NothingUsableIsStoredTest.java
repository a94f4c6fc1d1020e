package io.motorpool.adapters.persistence.identity;

import static io.motorpool.adapters.persistence.identity.IdentityOnPostgres.showing;
import static io.motorpool.application.shared.Callers.aTimer;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.persistence.Login;
import io.motorpool.adapters.persistence.PostgresContract;
import io.motorpool.adapters.persistence.PostgresForTests;
import io.motorpool.application.identity.AskForLetter.Noted;
import io.motorpool.application.identity.ChoosePassword.Choice;
import io.motorpool.application.identity.IdentityFixtures;
import io.motorpool.application.identity.SignIn.SignedIn;
import io.motorpool.application.identity.Tokens;
import io.motorpool.domain.Decision.Refused;
import io.motorpool.domain.identity.OneTimeLink;
import io.motorpool.domain.identity.Password;
import io.motorpool.domain.identity.Secret;
import io.motorpool.domain.identity.TokenPolicy;
import io.motorpool.domain.identity.User;
import io.motorpool.domain.shared.UserId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever steals the database can sign in nowhere with it. */
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
class NothingUsableIsStoredTest implements PostgresContract {

    private static final Password WRONG = new Password("버스타고 학교가는 펭귄 13");
    private static final Password CHOSEN = new Password("느티나무 아래 우체통 하나 77");

    private static final Pattern JWT = Pattern.compile("eyJ[A-Za-z0-9_-]+\\.eyJ");

    /** In PKCS #8, of 2048 bits or more. */
    private static final Pattern PRIVATE_KEY = Pattern.compile("MII[A-Za-z0-9+/_-]{800}|3082[0-9a-f]{1600}");

    private IdentityOnPostgres identity;
    private User.Active user;
    private final List<Tokens> given = new ArrayList<>();

    @BeforeEach
    void somebodyMaySignIn() {
        identity = new IdentityOnPostgres(this);
        user = identity.givenUser();
    }

    @Test
    void after_the_lives_of_sessions_a_dump_of_the_database_opens_nothing() throws SQLException {
        oneIsStolen();
        oneGoesOn();
        Secret used = aNewPasswordIsChosen();
        Secret waiting = aLetterIsSent();

        String dump = dump();

        assertThat(dump).contains(user.id().toString());
        assertThat(given)
                .allSatisfy(tokens -> assertThat(dump)
                        .contains(tokens.refresh().secret().digest().text()));
        assertThat(dump)
                .contains(waiting.digest().text())
                .doesNotContain(used.digest().text());
        assertThat(usable()).hasSizeGreaterThan(40).noneMatch(dump::contains);
        assertThat(dump)
                .doesNotContain("PRIVATE KEY")
                .doesNotContainPattern(JWT)
                .doesNotContainPattern(PRIVATE_KEY);
    }

    /** From a wrong password to a token that two show. */
    private void oneIsStolen() {
        assertThat(identity.answer(() -> identity.signIn.signIn(identity.attempt(user, WRONG, null))))
                .isInstanceOf(Refused.class);
        Tokens first = kept(identity.signedIn(user).tokens());
        Tokens _ = refreshed(first);
        Tokens _ = refreshed(first);
        identity.clock.move(TokenPolicy.PUBLISHED.grace());
        assertThat(identity.answer(() -> identity.refresh.refresh(showing(written(first)))))
                .isInstanceOf(Refused.class);
    }

    /** On a device that is known, under its present token still. */
    private void oneGoesOn() {
        SignedIn before = identity.signedIn(user);
        Tokens _ = kept(before.tokens());
        SignedIn again = identity.done(
                () -> identity.signIn.signIn(identity.attempt(user, IdentityOnPostgres.RIGHT, before.device())));
        Tokens _ = refreshed(kept(again.tokens()));
    }

    private Secret aNewPasswordIsChosen() {
        Secret link = aLetterIsSent();
        UserId _ = identity.done(() -> identity.choosePassword.choose(
                new Choice(OneTimeLink.Purpose.PASSWORD_RESET, link.text(), CHOSEN, IdentityFixtures.OFFICE)));
        Tokens last = kept(identity.done(() -> identity.signIn.signIn(identity.attempt(user, CHOSEN, null)))
                .tokens());
        result(() -> identity.signOut.with(written(last), IdentityFixtures.OFFICE));
        return link;
    }

    private Secret aLetterIsSent() {
        Noted _ = identity.done(() -> identity.askForLetter.ask(user.person().email(), IdentityFixtures.OFFICE));
        int _ = identity.done(() -> identity.sendLetters.send(aTimer()));
        return identity.mails.stream()
                .filter(letter -> letter.to().equals(user.person().email()))
                .toList()
                .getLast()
                .secret();
    }

    private Tokens refreshed(Tokens shown) {
        return kept(identity.done(() -> identity.refresh.refresh(showing(written(shown)))));
    }

    private Tokens kept(Tokens tokens) {
        given.add(tokens);
        return tokens;
    }

    private static String written(Tokens tokens) {
        return tokens.refresh().written();
    }

    /** In whatever form somebody could have put it down. */
    private List<String> usable() {
        Stream<String> tokens = given.stream()
                .flatMap(each -> Stream.of(written(each), each.access().text()));
        Stream<String> secrets = identity.secrets().stream()
                .flatMap(secret -> Stream.concat(Stream.of(secret.text()), encoded(secret.bytes())));
        Stream<String> passwords = Stream.of(IdentityOnPostgres.RIGHT, WRONG, CHOSEN)
                .map(Password::text)
                .flatMap(text -> Stream.concat(Stream.of(text), encoded(text.getBytes(StandardCharsets.UTF_8))));
        return Stream.of(tokens, secrets, passwords).flatMap(each -> each).toList();
    }

    private static Stream<String> encoded(byte[] bytes) {
        return Stream.of(
                HexFormat.of().formatHex(bytes),
                Base64.getEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Every row of every table, as text. */
    private static String dump() throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection connection = Login.ofOwner().connect();
                Statement asking = connection.createStatement()) {
            for (String table : texts(
                    asking,
                    "SELECT quote_ident(table_name) FROM information_schema.tables WHERE table_schema = 'public'")) {
                texts(asking, "SELECT CAST(t AS text) FROM " + table + " AS t")
                        .forEach(row -> all.append(row).append('\n'));
            }
        }
        return all.toString();
    }

    private static List<String> texts(Statement asking, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = asking.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
