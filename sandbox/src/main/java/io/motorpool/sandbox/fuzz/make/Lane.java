package io.motorpool.sandbox.fuzz.make;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.motorpool.sandbox.fuzz.contract.Asked;
import io.motorpool.sandbox.fuzz.contract.Contract;
import io.motorpool.sandbox.fuzz.contract.Expectation;
import io.motorpool.sandbox.fuzz.contract.Operation;
import io.motorpool.sandbox.fuzz.wire.Received;
import java.time.Clock;
import java.util.Optional;

/**
 * One client that sends one request after the other and learns from the answers. Its companies are its own, so what it
 * sends follows from its dice alone, however many others there are.
 */
public final class Lane {

    private static final int SENSIBLE = 50;
    private static final int NEARLY_VALID = 80;

    private final Contract contract;
    private final Dice dice;
    private final Courier courier;
    private final Memory memory = new Memory();
    private final Guests guests;
    private final Casting casting;
    private final Sense sense;
    private final Nonsense nonsense;
    private final Errands errands;

    public Lane(
            Contract contract,
            Dice dice,
            Badges badges,
            Guests guests,
            Clock clock,
            Optional<Time> time,
            Courier courier) {
        this.contract = contract;
        this.dice = dice;
        this.courier = courier;
        this.guests = guests;
        Words words = new Words(dice.split(), clock);
        Callers callers = new Callers(badges, dice.split());
        this.casting = new Casting(dice.split());
        this.sense = new Sense(contract, dice, words, callers, guests, casting);
        this.nonsense = new Nonsense(dice, callers);
        this.errands = new Errands(contract, memory, dice, words, time, this::perform);
    }

    /** One request, and those that it takes to make sense of it. */
    public void step() {
        Operation operation = dice.pick(contract.operations());
        if (Casting.isForGuests(operation) && guests.lackToken()) {
            contract.operation("signIn").ifPresent(entrance -> {
                Optional<Received> _ = perform(entrance, errands.sceneFor(entrance));
            });
        }
        Scene scene = scene(operation);
        Draft draft = sense.request(operation, scene);
        int roll = dice.below(100);
        if (roll >= NEARLY_VALID) {
            nonsense.thoroughly(draft, scene);
        } else if (roll >= SENSIBLE) {
            nonsense.once(draft, scene);
        }
        Asked asked = draft.asked();
        Optional<Received> answer = send(asked, draft);
        answer.ifPresent(received -> follow(draft, asked, scene, received));
    }

    /** A session is somebody's own. */
    private Scene scene(Operation operation) {
        Scene scene = errands.sceneFor(operation);
        if (!operation.id().equals("endSession")) {
            return scene;
        }
        Thing session = new Thing("sessions", guests.session(), "", JsonNodeFactory.instance.objectNode());
        return new Scene(memory, scene.company(), session, false, null);
    }

    private Optional<Received> perform(Operation operation, Scene scene) {
        Draft draft = sense.request(operation, scene);
        return send(draft.asked(), draft);
    }

    private Optional<Received> send(Asked asked, Draft draft) {
        Optional<Received> answer = courier.carry(
                asked,
                new Courier.Label(
                        draft.operation().id(), draft.caller().describes(), String.join("; ", draft.faults())));
        answer.ifPresent(received -> {
            guests.learnRefusal(draft.caller(), received);
            contract.at(asked.sent().method(), asked.sent().path())
                    .ifPresent(operation -> guests.learn(operation, asked.sent().body(), received));
        });
        answer.filter(Received::isAccepted)
                .ifPresent(received -> contract.at(
                                asked.sent().method(), asked.sent().path())
                        .ifPresent(operation -> {
                            memory.learn(operation, asked.sent().target(), received);
                            draft.part().ifPresent(part -> casting.wasHeard(operation, part));
                        }));
        return answer;
    }

    /** What somebody would do next who got this answer. */
    private void follow(Draft draft, Asked asked, Scene scene, Received received) {
        Thing subject = scene.subject();
        if (subject != null && draft.faults().isEmpty() && received.status() == 412) {
            var _ = errands.looked(subject);
        }
        boolean asMeant = asked.sent().method().equals(draft.operation().method());
        if (asMeant && draft.operation().takesHeader("Idempotency-Key") && received.isAccepted() && dice.percent(30)) {
            repeat(draft, asked, scene, received);
        }
    }

    private void repeat(Draft draft, Asked asked, Scene scene, Received received) {
        if (dice.percent(60)) {
            Asked again = new Asked(asked.sent(), new Expectation.Repetition(received), asked.company());
            var _ = send(again, draft);
            return;
        }
        Draft other = sense.request(draft.operation(), scene);
        other.by(draft.caller());
        other.header("Idempotency-Key", draft.header("Idempotency-Key").orElse("none"));
        other.spoiled("a key for another body", new Expectation.Refusal("the key of another request"));
        Asked second = other.asked();
        if (!second.sent().sameBodyAs(asked.sent())) {
            var _ = send(second, other);
        }
    }
}
