package io.motorpool.adapters.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/**
 * Numbers that arrive must be numbers, and are looked at before they are read: a million digits are refused for their
 * length, under the name of their field, instead of being counted.
 */
abstract sealed class StrictNumber<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 30;

    StrictNumber(Class<T> type) {
        super(type);
    }

    static void check(JsonParser parser, boolean fits, String message) throws IOException {
        if (!fits || parser.getTextLength() > LONGEST) {
            throw new StrictText.NotCleanException(parser, message);
        }
    }

    /** 1.9 is no integer, and neither is "2". */
    static final class Whole extends StrictNumber<Integer> {

        private static final long serialVersionUID = 1L;
        private static final String MESSAGE = "must be a whole number";

        Whole() {
            super(Integer.class);
        }

        @Override
        public Integer deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            check(parser, parser.hasToken(JsonToken.VALUE_NUMBER_INT), MESSAGE);
            try {
                return Integer.valueOf(parser.getText());
            } catch (NumberFormatException _) {
                throw new StrictText.NotCleanException(parser, MESSAGE);
            }
        }
    }

    /** The same where a number may be larger. */
    static final class LargeWhole extends StrictNumber<Long> {

        private static final long serialVersionUID = 1L;
        private static final String MESSAGE = "must be a whole number";

        LargeWhole() {
            super(Long.class);
        }

        @Override
        public Long deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            check(parser, parser.hasToken(JsonToken.VALUE_NUMBER_INT), MESSAGE);
            try {
                return Long.valueOf(parser.getText());
            } catch (NumberFormatException _) {
                throw new StrictText.NotCleanException(parser, MESSAGE);
            }
        }
    }

    static final class Decimal extends StrictNumber<Double> {

        private static final long serialVersionUID = 1L;

        Decimal() {
            super(Double.class);
        }

        @Override
        public Double deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            check(
                    parser,
                    parser.hasToken(JsonToken.VALUE_NUMBER_INT) || parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT),
                    "must be a number");
            return Double.valueOf(parser.getText());
        }
    }
}
