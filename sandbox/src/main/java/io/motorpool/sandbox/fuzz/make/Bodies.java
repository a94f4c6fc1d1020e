package io.motorpool.sandbox.fuzz.make;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.motorpool.sandbox.fuzz.contract.Contract;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Bodies that fulfil a schema, with values that make sense together. */
final class Bodies {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Duration DRIVEN = Duration.ofMinutes(25);
    private static final long MOST = 1_000_000_000;
    private static final List<String> WEEK =
            List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");

    private final Contract contract;
    private final Dice dice;
    private final Words words;

    Bodies(Contract contract, Dice dice, Words words) {
        this.contract = contract;
        this.dice = dice;
        this.words = words;
    }

    JsonNode make(JsonNode schema, Scene scene) {
        return value("", schema, scene);
    }

    private JsonNode value(String name, JsonNode reference, Scene scene) {
        JsonNode schema = contract.resolve(reference);
        if (schema.path("enum").isArray()) {
            return dice.pick(StreamSupport.stream(schema.path("enum").spliterator(), false)
                    .filter(constant -> !constant.isNull())
                    .toList());
        }
        return switch (type(schema)) {
            case "object" -> object(schema, scene);
            case "array" -> array(name, schema, scene);
            case "integer" -> JSON.numberNode(integer(name, schema, scene));
            case "number" -> JSON.numberNode(number(name, schema));
            case "boolean" -> JSON.booleanNode(dice.percent(name.equals("inMaintenance") ? 5 : 50));
            default -> JSON.textNode(text(name, schema, scene));
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return StreamSupport.stream(type.spliterator(), false)
                    .map(JsonNode::asText)
                    .filter(each -> !each.equals("null"))
                    .findFirst()
                    .orElse("string");
        }
        return type.asText(schema.has("properties") ? "object" : "string");
    }

    private ObjectNode object(JsonNode schema, Scene scene) {
        List<String> required = StreamSupport.stream(schema.path("required").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        ObjectNode made = JSON.objectNode();
        for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
            String name = member.getKey();
            if (required.contains(name) || dice.percent(wanted(name, scene))) {
                made.set(name, value(name, member.getValue(), scene));
            }
        }
        fit(made, scene);
        return made;
    }

    /** How often a member is given that may be left out: who acts for somebody else says for whom and why. */
    private static int wanted(String name, Scene scene) {
        return switch (name) {
            case "driver", "reason" -> scene.actor() == null ? 97 : 15;
            case "licence" -> 95;
            case "card", "billingPolicy" -> 3;
            default -> 60;
        };
    }

    /** What a schema cannot say: which values of an object depend on each other. */
    private void fit(ObjectNode made, Scene scene) {
        if (made.has("start") && made.has("end")) {
            Words.Span span = scene.fromNow() ? words.spanFromNow() : words.spanAhead();
            made.put("start", words.written(span.start()));
            made.put("end", words.written(span.end()));
        }
        if (made.has("from") && made.has("until") && made.path("from").asText().contains("T")) {
            Words.Span span = words.spanAhead();
            made.put("from", words.written(span.start()));
            made.put("until", words.written(span.end()));
        } else if (made.has("from") && made.has("until")) {
            var first = words.day(-30, 30);
            made.put("from", first.toString());
            made.put("until", first.plusDays(dice.between(0, 60)).toString());
        }
        if (made.has("firstDay") && made.has("lastDay")) {
            Words.Days days = words.daysBehind();
            made.put("firstDay", days.first().toString());
            made.put("lastDay", days.last().toString());
        }
        if (made.has("departedAt") && made.has("arrivedAt")) {
            Words.Span span = words.spanBehind();
            made.put("departedAt", words.written(span.start()));
            made.put("arrivedAt", words.written(span.end()));
        }
        if (made.has("beforeKm") && made.has("afterKm")) {
            made.put("afterKm", Math.min(made.path("beforeKm").asInt() + dice.below(300), 9_999_999));
        }
        if (made.has("billingPolicy") && made.has("vehicle")) {
            var _ = made.remove("card");
            made.put("billingPolicy", "POSTPAID");
        }
        if (made.has("point") && made.has("area")) {
            made.set("area", ringAround(made.path("point")));
        }
    }

    private ArrayNode ringAround(JsonNode point) {
        double reach = dice.between(0.0005, 0.05);
        double longitude = Math.clamp(point.path("longitude").asDouble(), -179, 179);
        double latitude = Math.clamp(point.path("latitude").asDouble(), -89, 89);
        ArrayNode ring = JSON.arrayNode();
        for (double[] corner : new double[][] {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}, {-1, -1}}) {
            ring.addObject()
                    .put("longitude", rounded(longitude + corner[0] * reach))
                    .put("latitude", rounded(latitude + corner[1] * reach));
        }
        return ring;
    }

    private ArrayNode array(String name, JsonNode schema, Scene scene) {
        ArrayNode made = JSON.arrayNode();
        if (name.equals("days")) {
            WEEK.stream().filter(_ -> dice.percent(50)).forEach(made::add);
            return made.isEmpty() ? made.add("MONDAY") : made;
        }
        if (name.equals("times")) {
            return made.add(words.time());
        }
        int most = Math.min(schema.path("maxItems").asInt(3), 5);
        for (int left = dice.between(Math.min(most, schema.path("minItems").asInt(0)), most); left > 0; left--) {
            made.add(value(name.equals("companies") ? "company" : "", schema.path("items"), scene));
        }
        return made;
    }

    /** There are dice for a billion. */
    private static int bound(long number) {
        return (int) Math.clamp(number, -MOST, MOST);
    }

    private int integer(String name, JsonNode schema, Scene scene) {
        int least = bound(schema.path("minimum").asLong(0));
        int most = bound(schema.path("maximum").asLong(1_000));
        return switch (name) {
            case "odometerKm" -> Math.min(most, scene.kilometres() + dice.below(500));
            case "turnaroundMinutes" -> dice.percent(60) ? 0 : dice.between(0, 12) * 10;
            case "won" -> dice.between(least, Math.min(most, 400_000));
            case "leg" -> dice.percent(90) ? 1 : dice.between(least, most);
            case "seats" -> dice.percent(95) ? dice.between(2, 9) : dice.between(least, most);
            default -> dice.between(least, most);
        };
    }

    private double number(String name, JsonNode schema) {
        return switch (name) {
            case "longitude" -> rounded(dice.between(124.6, 131.8));
            case "latitude" -> rounded(dice.between(33.1, 38.6));
            default ->
                rounded(dice.between(
                        schema.path("minimum").asDouble(0),
                        schema.path("maximum").asDouble(1_000)));
        };
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }

    private String text(String name, JsonNode schema, Scene scene) {
        String format = schema.path("format").asText();
        return switch (name) {
            case "plate" -> words.plate();
            case "vin" -> words.vin();
            case "about" -> "DECISION_DIFF RESERVE VehicleTaken";
            case "businessNumber" -> words.businessNumber();
            case "startTime", "endTime" -> words.time();
            case "month" -> words.month();
            case "name" -> words.personName();
            case "expiry" ->
                format.equals("date")
                        ? words.day(120, 3_000).toString()
                        : YearMonth.from(words.day(120, 3_000)).toString();
            case "lastFour" -> "%04d".formatted(dice.below(10_000));
            case "token" -> "tok_" + dice.uuid();
            case "left" -> words.written(scene.departure().orElseGet(words::now));
            case "arrived" ->
                words.written(scene.departure().orElseGet(words::now).plus(DRIVEN));
            case "number" -> words.account();
            case "validFrom" -> words.day(-90, 30).toString();
            default ->
                switch (format) {
                    case "uuid" ->
                        scene.reference(name, dice).orElseGet(dice::uuid).toString();
                    case "date" -> words.day(-400, 400).toString();
                    case "date-time" -> words.written(words.spanAhead().start());
                    default -> phrase(schema);
                };
        };
    }

    private String phrase(JsonNode schema) {
        String phrase = words.phrase();
        int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
        return phrase.length() <= most ? phrase : phrase.substring(0, most);
    }
}
