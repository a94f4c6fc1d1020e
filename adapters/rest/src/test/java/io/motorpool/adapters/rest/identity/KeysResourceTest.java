package io.motorpool.adapters.rest.identity;

import static io.motorpool.adapters.rest.identity.Given.NOON;
import static io.motorpool.adapters.rest.identity.Given.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.adapters.rest.KnownCaller;
import io.motorpool.adapters.rest.Responses;
import io.motorpool.adapters.rest.identity.KeysResource.KeyBody;
import io.motorpool.adapters.rest.identity.KeysResource.RingBody;
import io.motorpool.application.identity.KeyRingView;
import io.motorpool.application.identity.LookAfterKeys;
import io.motorpool.application.shared.Callers;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.motorpool.domain.identity.KeyId;
import io.motorpool.domain.identity.RsaPublicKey;
import io.motorpool.domain.identity.SigningKey.Stage;
import io.motorpool.domain.identity.SourceNetwork;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeysResourceTest {

    private static final Caller OPERATOR = Callers.anOperator();
    private static final KeyId KEY = RsaPublicKey.of(ExampleKey.MODULUS, "AQAB").id();
    private static final KeyRingView RING =
            new KeyRingView(List.of(new KeyRingView.Key(KEY, Stage.ACTIVE, NOON)), 7, true);

    private final List<Object> asked = new ArrayList<>();
    private final KeysResource resource = new KeysResource(
            caller -> note("ring", caller),
            new Noted(),
            caller -> note("turn", caller),
            new KnownCaller(OPERATOR),
            () -> OFFICE);

    private final class Noted implements LookAfterKeys {

        @Override
        public Uni<Decision<KeyRingView, Refusal>> hurry(Caller caller, SourceNetwork from) {
            return note("hurry", caller, from);
        }

        @Override
        public Uni<Decision<KeyRingView, Refusal>> revoke(Caller caller, KeyId stolen, SourceNetwork from) {
            return note("revoke", caller, stolen, from);
        }
    }

    @Test
    void the_ring_says_how_far_each_key_is() {
        assertThat(Responses.of(resource::ring).getEntity())
                .isEqualTo(new RingBody(List.of(new KeyBody(KEY.value(), Stage.ACTIVE, NOON)), 7, true));
    }

    @Test
    void people_step_in() {
        assertThat(Responses.of(resource::rotate).getStatus()).isEqualTo(200);
        assertThat(Responses.of(resource::turn).getStatus()).isEqualTo(200);
        assertThat(Responses.of(() -> resource.revoke(KEY.value())).getStatus()).isEqualTo(200);

        assertThat(asked).containsExactly("hurry", OPERATOR, OFFICE, "turn", OPERATOR, "revoke", OPERATOR, KEY, OFFICE);
    }

    @Test
    void what_is_no_id_names_no_key() {
        assertThat(Responses.problem(() -> resource.revoke("../../etc/passwd"))).isEqualTo("404 not-found");
        assertThat(asked).isEmpty();
    }

    private Uni<Decision<KeyRingView, Refusal>> note(Object... what) {
        asked.addAll(List.of(what));
        return Given.accepted(RING);
    }
}
