package io.motorpool.sandbox.fuzz.make;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.motorpool.sandbox.files.Folders;
import io.motorpool.sandbox.fuzz.Garages;
import io.motorpool.sandbox.fuzz.contract.Expectation;
import io.motorpool.sandbox.fuzz.contract.Operation;
import io.motorpool.sandbox.fuzz.contract.Schemas;
import io.motorpool.sandbox.fuzz.wire.Sent;
import io.motorpool.sandbox.token.DevelopmentKeys;
import io.motorpool.sandbox.token.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SenseTest {

    private static final UUID COMPANY = UUID.fromString("018f6b2e-4c1a-7d3e-9f10-2b3c4d5e6f71");
    private static final Thing GARAGE = new Thing(
            "garages",
            UUID.fromString("018f6b2e-4c1a-7d3e-9f10-2b3c4d5e6f70"),
            "\"7\"",
            JsonNodeFactory.instance.objectNode());
    private static final Scene SCENE = new Scene(new Memory(), COMPANY, GARAGE, false, null);
    private static final Schemas SCHEMAS = new Schemas(Garages.CONTRACT);
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Badges BADGES =
            new Badges(new Tokens(DevelopmentKeys.in(Folders.temporary("sense-test-keys"))), CLOCK);

    @Property(tries = 300)
    void a_sensible_body_fulfils_its_schema(@ForAll long seed) {
        Operation open = Garages.operation("openGarage");

        Draft draft = sense(new Dice(seed)).request(open, SCENE);

        assertThat(SCHEMAS.faults(open.body().orElseThrow(), draft.body().orElseThrow()))
                .isEmpty();
    }

    @Property(tries = 20)
    void a_sensible_change_names_what_it_changes_and_its_version(@ForAll long seed) {
        Sent sent = sense(new Dice(seed))
                .request(Garages.operation("changeGarage"), SCENE)
                .asked()
                .sent();

        assertThat(sent.method()).isEqualTo("PUT");
        assertThat(sent.target()).isEqualTo("/api/v1/garages/" + GARAGE.id());
        assertThat(sent.header("If-Match")).hasValue("\"7\"");
        assertThat(sent.header("Content-Type")).hasValue("application/json");
        assertThat(sent.header("Authorization").orElse("")).startsWith("Bearer ey");
    }

    @Property(tries = 40)
    void the_same_seed_makes_the_same_request(@ForAll long seed) {
        assertThat(told(spoiled(seed))).isEqualTo(told(spoiled(seed)));
    }

    @Property(tries = 60)
    void a_spoiled_request_says_how_and_differs(@ForAll long seed) {
        Draft draft = spoiled(seed);

        assertThat(draft.faults()).isNotEmpty().allMatch(fault -> !fault.isBlank());
    }

    @Property(tries = 40)
    void what_goes_astray_is_not_expected_to_be_refused(@ForAll long seed) {
        Draft draft = spoiled(seed);
        draft.method("FOO");

        assertThat(draft.asked().expectation())
                .isInstanceOfAny(Expectation.Anything.class, Expectation.Unreadable.class);
    }

    private static Draft spoiled(long seed) {
        Dice dice = new Dice(seed);
        Callers callers = new Callers(BADGES, dice.split());
        Draft draft = sense(dice).request(Garages.operation("changeGarage"), SCENE);
        new Nonsense(dice, callers).once(draft, SCENE);
        return draft;
    }

    private static Sense sense(Dice dice) {
        Words words = new Words(dice, CLOCK);
        return new Sense(
                Garages.CONTRACT,
                dice,
                words,
                new Callers(BADGES, dice.split()),
                new Guests(List.of(), Optional::empty, dice.split()),
                new Casting(dice.split()));
    }

    /** All but the token, which tells the time. */
    private static List<Object> told(Draft draft) {
        Sent sent = draft.asked().sent();
        return List.of(
                draft.faults(),
                sent.method(),
                sent.target(),
                sent.headers().stream()
                        .filter(header -> !header.name().equals("Authorization"))
                        .toList(),
                new String(sent.body(), StandardCharsets.UTF_8));
    }
}
