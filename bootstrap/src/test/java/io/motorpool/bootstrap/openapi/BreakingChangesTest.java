package io.motorpool.bootstrap.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakingChangesTest {

    private static final String DOCUMENT = """
            {"paths": {"/cars": {
                "get": {"operationId": "listCars",
                    "parameters": [{"name": "limit", "in": "query", "schema": {"type": "integer", "maximum": 100}}],
                    "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Cars"}}}}}},
                "post": {"operationId": "addCar",
                    "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/NewCar"}}}},
                    "responses": {"201": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Car"}}}}}}}},
             "components": {"schemas": {
                "NewCar": {"type": "object", "required": ["plate"], "properties": {
                    "plate": {"type": "string", "maxLength": 9}, "colour": {"type": "string", "enum": ["RED", "BLUE"]}}},
                "Car": {"type": "object", "required": ["id", "plate"], "properties": {
                    "id": {"type": "string", "format": "uuid"}, "plate": {"type": "string"}}},
                "Cars": {"type": "object", "required": ["items"], "properties": {
                    "items": {"type": "array", "items": {"$ref": "#/components/schemas/Car"}}}}}}}""";

    private final JsonNode before = read();
    private final JsonNode after = read();

    @Test
    void the_same_document_breaks_nobody() {
        assertThat(BreakingChanges.between(before, after)).isEmpty();
    }

    @Test
    void an_operation_that_is_gone_breaks_callers() {
        object("/paths/~1cars").remove("get");

        assertThat(BreakingChanges.between(before, after)).containsExactly("GET /cars is gone");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/components/schemas/Car/properties | plate | has no plate any more",
                "/components/schemas/Car/properties/id | format | format was",
                "/components/schemas/Cars/properties/items | type | type was",
                "/components/schemas/NewCar/properties | colour | takes no colour any more",
                "/components/schemas/NewCar/properties/colour | enum | enum was",
                "/paths/~1cars/post/responses | 201 | answers no 201 any more",
                "/paths/~1cars/get | parameters | takes no limit any more",
            })
    void what_is_gone_breaks_callers(String where, String what, String told) {
        object(where).remove(what);

        assertThat(BreakingChanges.between(before, after))
                .anySatisfy(change -> assertThat(change).contains(told));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/components/schemas/Car/properties/plate | type | integer | type was \"string\" and is \"integer\"",
                "/components/schemas/NewCar/properties/plate | maxLength | 7 | maxLength was 9 and is 7",
                "/components/schemas/NewCar/properties/plate | pattern | x | pattern was",
                "/paths/~1cars/get/parameters/0/schema | maximum | 50 | maximum was 100 and is 50",
                "/paths/~1cars/get | operationId | cars | is called cars",
            })
    void what_says_something_else_breaks_callers(String where, String what, JsonNodeText value, String told) {
        object(where).set(what, value.node());

        assertThat(BreakingChanges.between(before, after))
                .anySatisfy(change -> assertThat(change).contains(told));
    }

    /** A number where it can be one. */
    record JsonNodeText(JsonNode node) {
        static JsonNodeText valueOf(String text) {
            ObjectMapper json = new ObjectMapper();
            return new JsonNodeText(json.valueToTree(text.matches("\\d+") ? (Object) Integer.valueOf(text) : text));
        }
    }

    @Test
    void asking_for_more_breaks_callers() {
        array("/components/schemas/NewCar/required").add("colour");
        array("/paths/~1cars/get/parameters").add(parameter("colour", true));

        assertThat(BreakingChanges.between(before, after))
                .containsExactlyInAnyOrder("POST /cars body needs colour", "GET /cars needs colour");
    }

    @Test
    void promising_less_breaks_callers() {
        array("/components/schemas/Car/required").remove(0);

        assertThat(BreakingChanges.between(before, after))
                .contains("POST /cars 201 need not have id any more")
                .contains("GET /cars 200.items[] need not have id any more");
    }

    @Test
    void what_is_only_added_breaks_nobody() {
        object("/components/schemas/Car/properties").putObject("colour").put("type", "string");
        object("/components/schemas/NewCar/properties").putObject("doors").put("type", "integer");
        array("/paths/~1cars/get/parameters").add(parameter("colour", false));
        object("/paths").set("/bikes", before.at("/paths/~1cars"));

        assertThat(BreakingChanges.between(before, after)).isEmpty();
    }

    private static ObjectNode parameter(String name, boolean required) {
        ObjectNode parameter = new ObjectMapper().createObjectNode();
        parameter
                .put("name", name)
                .put("in", "query")
                .put("required", required)
                .putObject("schema")
                .put("type", "string");
        return parameter;
    }

    private ObjectNode object(String pointer) {
        return (ObjectNode) after.at(pointer);
    }

    private ArrayNode array(String pointer) {
        return (ArrayNode) after.at(pointer);
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper().readTree(DOCUMENT);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
