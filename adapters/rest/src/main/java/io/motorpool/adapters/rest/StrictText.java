package io.motorpool.adapters.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/** Text that arrives must be text: no number in its clothes, no control character, no half of a character. */
final class StrictText extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 10_000;

    StrictText() {
        super(String.class);
    }

    /** Says what is wrong with a text without repeating it. */
    static final class NotCleanException extends JsonMappingException {

        private static final long serialVersionUID = 1L;

        NotCleanException(JsonParser parser, String message) {
            super(parser, message);
        }
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw new NotCleanException(parser, "must be text");
        }
        if (parser.getTextLength() > LONGEST) {
            throw new NotCleanException(parser, "is too long");
        }
        String text = parser.getText();
        if (!isClean(text)) {
            throw new NotCleanException(parser, "must not contain control characters or broken characters");
        }
        return text;
    }

    static boolean isClean(String text) {
        return text.codePoints()
                .noneMatch(character -> Character.isISOControl(character)
                        || Character.getType(character) == Character.SURROGATE
                        || !Character.isDefined(character));
    }
}
