package io.motorpool.sandbox.fuzz.make;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.motorpool.sandbox.fuzz.contract.Expectation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Changes one place of a body. Whether the outcome can still be accepted is not known here: the schema of the operation
 * tells the judge.
 */
final class BodyNonsense implements Nonsense.Kind {

    private static final String PLACE = "@ the place @";

    private final Dice dice;
    private final Literals literals;

    BodyNonsense(Dice dice) {
        this.dice = dice;
        this.literals = new Literals(dice);
    }

    /** A member of an object. */
    private record Place(ObjectNode parent, String member) {

        String name() {
            return "'" + member + "'";
        }
    }

    @Override
    public void spoil(Draft draft, Scene scene) {
        if (!(draft.body().orElse(null) instanceof ObjectNode sensible) || sensible.isEmpty()) {
            return;
        }
        ObjectNode body = sensible.deepCopy();
        List<Place> places = new ArrayList<>();
        collect(body, places);
        Place place = dice.pick(places);
        switch (dice.below(10)) {
            case 0 -> {
                place.parent().remove(place.member());
                change(draft, body, "without " + place.name());
            }
            case 1 -> {
                place.parent().putNull(place.member());
                change(draft, body, "null for " + place.name());
            }
            case 2 -> {
                String name = dice.oneOf(
                        "unknown", "id", "__proto__", "", place.member() + " ", "company", "status", "@class");
                place.parent()
                        .set(
                                name,
                                dice.oneOf(
                                        JsonNodeFactory.instance.textNode("x"),
                                        place.parent().get(place.member())));
                change(draft, body, "with a member '" + name + "'");
            }
            case 3 -> {
                place.parent().set(place.member(), mistyped(place.parent().path(place.member())));
                change(draft, body, "another type for " + place.name());
            }
            case 4 -> {
                ArrayNode many = JsonNodeFactory.instance.arrayNode();
                for (int i = 0; i < 500; i++) {
                    many.add(place.parent().path(place.member()).deepCopy());
                }
                place.parent().set(place.member(), many);
                change(draft, body, "five hundred of " + place.name());
            }
            default -> literal(draft, body, place);
        }
    }

    /** The literal is put into the finished text: a tree cannot hold what is no JSON. */
    private void literal(Draft draft, ObjectNode body, Place place) {
        Literals.Literal literal = literals.any();
        place.parent().put(place.member(), PLACE);
        draft.body(body);
        draft.text(draft.json().replace("\"" + PLACE + "\"", literal.json()));
        String shown = literal.json().length() > 40 ? literal.json().substring(0, 40) + "..." : literal.json();
        draft.spoiled(
                "%s for %s".formatted(shown, place.name()),
                literal.never().<Expectation>map(Expectation.Refusal::new).orElse(Expectation.ANYTHING));
    }

    private static void change(Draft draft, ObjectNode body, String how) {
        draft.body(body);
        draft.spoiled(how, Expectation.ANYTHING);
    }

    private JsonNode mistyped(JsonNode value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        List<JsonNode> others = new ArrayList<>(List.of(
                json.textNode(value.isTextual() ? value.asText() + "x" : value.asText()),
                json.numberNode(7),
                json.booleanNode(true),
                json.arrayNode().add(value.deepCopy()),
                json.objectNode().set("value", value.deepCopy())));
        others.removeIf(other -> other.getNodeType() == value.getNodeType());
        return dice.pick(others);
    }

    private static void collect(JsonNode node, List<Place> places) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                places.add(new Place(object, member.getKey()));
                collect(member.getValue(), places);
            }
        } else {
            node.forEach(each -> collect(each, places));
        }
    }
}
