package io.motorpool.adapters.rest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.motorpool.adapters.rest.Problem.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with a body that is not the JSON it should be, and in which field, without repeating what it said. */
final class JsonProblems {

    private static final String WHOLE = "body";

    private JsonProblems() {}

    static Problem of(JacksonException failure) {
        return isTooLong(failure)
                ? HttpProblems.of(413)
                : Problem.of(
                        400,
                        "malformed-body",
                        "The body is not what this operation takes.",
                        List.of(new FieldError(field(failure), "invalid", message(failure))));
    }

    /** A body whose length nobody announced is measured while it is read. */
    private static boolean isTooLong(JacksonException failure) {
        return failure instanceof StreamConstraintsException
                && String.valueOf(failure.getOriginalMessage()).startsWith("Document length");
    }

    private static String message(JacksonException failure) {
        return switch (failure) {
            case StrictText.NotCleanException unclean -> String.valueOf(unclean.getOriginalMessage());
            case UnrecognizedPropertyException _ -> "is not known here";
            default -> "is not JSON of the expected kind";
        };
    }

    private static String field(JacksonException failure) {
        JacksonException root = failure.getCause() instanceof StreamReadException unreadable ? unreadable : failure;
        String path = root instanceof JsonMappingException mapping ? whereRead(mapping) : whereParsed(root);
        return FieldNames.known(path, WHOLE);
    }

    private static String whereRead(JsonMappingException failure) {
        StringBuilder path = new StringBuilder();
        failure.getPath().forEach(step -> append(path, step.getFieldName(), step.getIndex()));
        return path.toString();
    }

    /** Text that is no JSON at all was not read yet, but the parser knows the member that it came to. */
    private static String whereParsed(JacksonException failure) {
        StringBuilder path = new StringBuilder();
        if (failure.getProcessor() instanceof JsonParser parser) {
            append(path, parser);
        }
        return path.toString();
    }

    private static void append(StringBuilder path, JsonParser parser) {
        JsonPointer rest = parser.getParsingContext().pathAsPointer();
        while (rest != null && !rest.matches()) {
            append(path, rest.mayMatchElement() ? null : rest.getMatchingProperty(), rest.getMatchingIndex());
            rest = rest.tail();
        }
    }

    private static void append(StringBuilder path, @Nullable String name, int index) {
        if (name == null) {
            path.append('[').append(index).append(']');
        } else {
            path.append(path.isEmpty() ? "" : ".").append(name);
        }
    }
}
