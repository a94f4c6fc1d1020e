package io.motorpool.bootstrap.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.sandbox.fuzz.contract.Contract;
import io.motorpool.sandbox.fuzz.contract.Operation;
import io.motorpool.sandbox.fuzz.contract.Operation.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What would break a caller who keeps to the document as it was: something is gone, something more is asked for, less is
 * taken, or less is promised. What is only added breaks nobody.
 */
final class BreakingChanges {

    /** Everything by which a schema says that it takes, or gives, other values than before. */
    private static final List<String> TERMS = List.of(
            "type",
            "format",
            "pattern",
            "enum",
            "minimum",
            "maximum",
            "multipleOf",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems");

    private final Contract before;
    private final Contract after;
    private final List<String> found = new ArrayList<>();

    private BreakingChanges(Contract before, Contract after) {
        this.before = before;
        this.after = after;
    }

    static List<String> between(JsonNode before, JsonNode after) {
        BreakingChanges changes = new BreakingChanges(new Contract(before), new Contract(after));
        changes.before.operations().forEach(changes::operation);
        return List.copyOf(changes.found);
    }

    private void operation(Operation was) {
        Operation is = after.operations().stream()
                .filter(other -> other.toString().equals(was.toString()))
                .findFirst()
                .orElse(null);
        if (is == null) {
            found.add(was + " is gone");
            return;
        }
        if (!is.id().equals(was.id())) {
            found.add(was + " is called " + is.id());
        }
        is.parameters().forEach(parameter -> parameter(was, parameter));
        was.parameters().stream()
                .filter(parameter -> named(is, parameter).isEmpty())
                .forEach(parameter -> found.add("%s takes no %s any more".formatted(was, parameter.name())));
        is.body()
                .ifPresent(body -> was.body()
                        .ifPresentOrElse(
                                old -> taken(was + " body", old, body, new HashSet<>()),
                                () -> found.add(was + " needs a body")));
        was.responses().forEach((status, response) -> answer(was, status, response, is));
    }

    private void parameter(Operation was, Parameter is) {
        named(was, is)
                .ifPresentOrElse(
                        old -> taken(was + " " + is.name(), old.schema(), is.schema(), new HashSet<>()), () -> {
                            if (is.required()) {
                                found.add("%s needs %s".formatted(was, is.name()));
                            }
                        });
    }

    private static Optional<Parameter> named(Operation operation, Parameter parameter) {
        return operation.parameters(parameter.in()).stream()
                .filter(other -> other.name().equals(parameter.name()))
                .findFirst();
    }

    private void answer(Operation was, String status, Operation.Response response, Operation is) {
        Operation.Response now = is.responses().get(status);
        if (status.startsWith("2")) {
            if (now == null) {
                found.add("%s answers no %s any more".formatted(was, status));
                return;
            }
            response.content().forEach((type, schema) -> {
                JsonNode other = now.content().get(type);
                if (other != null) {
                    given("%s %s".formatted(was, status), schema, other, new HashSet<>());
                }
            });
        }
    }

    /** What callers send: more may be taken than before, nothing more may be asked for. */
    private void taken(String where, JsonNode oldReference, JsonNode newReference, Set<JsonNode> seen) {
        JsonNode was = before.resolve(oldReference);
        JsonNode is = after.resolve(newReference);
        if (!seen.add(was)) {
            return;
        }
        terms(where, was, is);
        names(is, "required")
                .filter(name -> names(was, "required").noneMatch(name::equals))
                .forEach(name -> found.add("%s needs %s".formatted(where, name)));
        was.path("properties").properties().forEach(member -> {
            JsonNode other = is.path("properties").path(member.getKey());
            if (other.isMissingNode()) {
                found.add("%s takes no %s any more".formatted(where, member.getKey()));
            } else {
                taken(where + "." + member.getKey(), member.getValue(), other, seen);
            }
        });
        if (was.has("items") && is.has("items")) {
            taken(where + "[]", was.path("items"), is.path("items"), seen);
        }
    }

    /** What callers read: nothing may be missing, nothing may be what it never was. */
    private void given(String where, JsonNode oldReference, JsonNode newReference, Set<JsonNode> seen) {
        JsonNode was = before.resolve(oldReference);
        JsonNode is = after.resolve(newReference);
        if (!seen.add(was)) {
            return;
        }
        terms(where, was, is);
        names(was, "required")
                .filter(name -> names(is, "required").noneMatch(name::equals))
                .forEach(name -> found.add("%s need not have %s any more".formatted(where, name)));
        was.path("properties").properties().forEach(member -> {
            JsonNode other = is.path("properties").path(member.getKey());
            if (other.isMissingNode()) {
                found.add("%s has no %s any more".formatted(where, member.getKey()));
            } else {
                given(where + "." + member.getKey(), member.getValue(), other, seen);
            }
        });
        if (was.has("items") && is.has("items")) {
            given(where + "[]", was.path("items"), is.path("items"), seen);
        }
    }

    private void terms(String where, JsonNode was, JsonNode is) {
        TERMS.stream()
                .filter(term -> !was.path(term).equals(is.path(term)))
                .forEach(term ->
                        found.add("%s: %s was %s and is %s".formatted(where, term, was.path(term), is.path(term))));
    }

    private static Stream<String> names(JsonNode schema, String list) {
        return StreamSupport.stream(schema.path(list).spliterator(), false).map(JsonNode::asText);
    }
}
