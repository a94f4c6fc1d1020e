package io.motorpool.application.identity;

import static io.motorpool.application.shared.Answer.accepted;
import static io.motorpool.application.shared.Answer.refused;
import static io.motorpool.application.shared.Answer.succeeds;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.application.identity.SecurityJournal.Deed;
import io.motorpool.application.shared.Callers;
import io.motorpool.application.shared.OneOfEach;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.identity.IdentityEvent;
import io.motorpool.domain.identity.User;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecurityJournalTest {

    private final AnIdentity identity = new AnIdentity();

    @Test
    void every_fact_of_identity_is_told_to_security_and_to_others() {
        List<IdentityEvent> facts = OneOfEach.saying().stream()
                .filter(IdentityEvent.class::isInstance)
                .map(IdentityEvent.class::cast)
                .toList();
        assertThat(facts).hasSizeGreaterThan(15);

        identity.journal
                .write(Deed.ofStranger(IdentityFixtures.OFFICE), facts)
                .await()
                .indefinitely();

        assertThat(identity.outbox.events()).isEqualTo(facts);
        assertThat(identity.told()).doesNotHaveDuplicates().hasSameSizeAs(facts);
        assertThat(identity.stores.trail.entries()).allSatisfy(entry -> {
            assertThat(entry.about()).isNotNull();
            assertThat(entry.from()).isEqualTo(IdentityFixtures.OFFICE);
        });
    }

    @Test
    void the_trail_is_read_by_those_who_may() {
        User.Active user = identity.givenUser();
        Tokens tokens = identity.signedIn(user).tokens();

        List<SecurityEntry> entries = accepted(identity.security.list(
                        Callers.anAuditor(), Optional.of(tokens.session().value()), Page.Request.first()))
                .items();

        assertThat(entries).extracting(SecurityEntry::event).containsExactly(SecurityEvent.SIGNED_IN);
    }

    @Test
    void an_entry_holds_no_name_no_address_and_no_token() {
        User.Active user = identity.givenUser();
        Tokens tokens = identity.signedIn(user).tokens();
        succeeds(identity.refresh.refresh(identity.request(tokens)));
        succeeds(identity.askForLetter.ask(user.person().email(), IdentityFixtures.OFFICE));
        Refusal _ = refused(identity.signIn.signIn(identity.attempt(user, AnIdentity.WRONG)));

        assertThat(identity.stores.trail.entries().toString())
                .doesNotContain(user.person().email().value())
                .doesNotContain(user.person().name().value())
                .doesNotContain(tokens.refresh().secret().text())
                .doesNotContain(AnIdentity.WRONG.text());
    }
}
