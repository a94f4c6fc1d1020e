package io.motorpool.sandbox.sap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types of OData V2 that the services use, each with its form in JSON and in an address. */
sealed interface EdmType {

    /** @throws IllegalArgumentException when the text is not of this type */
    Object parse(JsonNode json);

    Object parseLiteral(String literal);

    JsonNode json(Object value);

    String literal(Object value);

    /** @param upper what is written small is stored in capitals */
    record Text(int longest, boolean upper) implements EdmType {

        private static final Pattern QUOTED = Pattern.compile("'((?:[^']|'')*)'");

        @Override
        public Object parse(JsonNode json) {
            if (!json.isTextual() || json.textValue().length() > longest) {
                throw new IllegalArgumentException("at most %d characters".formatted(longest));
            }
            return stored(json.textValue());
        }

        @Override
        public Object parseLiteral(String literal) {
            Matcher quoted = QUOTED.matcher(literal);
            if (!quoted.matches()) {
                throw new IllegalArgumentException(literal);
            }
            return stored(quoted.group(1).replace("''", "'"));
        }

        private String stored(String text) {
            return upper ? text.toUpperCase(Locale.ROOT) : text;
        }

        @Override
        public JsonNode json(Object value) {
            return TextNode.valueOf((String) value);
        }

        @Override
        public String literal(Object value) {
            return "'" + ((String) value).replace("'", "''") + "'";
        }
    }

    /** Written as a string: numbers of JSON lose digits on the way. */
    record Decimal(int precision, int scale) implements EdmType {

        private static final Pattern FORM = Pattern.compile("-?[0-9]{1,20}(?:\\.[0-9]{1,9})?");

        @Override
        public Object parse(JsonNode json) {
            if (!json.isTextual()) {
                throw new IllegalArgumentException("a decimal is written as a string");
            }
            return number(json.textValue());
        }

        @Override
        public Object parseLiteral(String literal) {
            return number(literal.endsWith("M") ? literal.substring(0, literal.length() - 1) : literal);
        }

        private BigDecimal number(String text) {
            if (!FORM.matcher(text).matches()) {
                throw new IllegalArgumentException(text);
            }
            BigDecimal number = new BigDecimal(text).stripTrailingZeros();
            if (number.scale() > scale || number.precision() - number.scale() > precision - scale) {
                throw new IllegalArgumentException(text);
            }
            return number;
        }

        @Override
        public JsonNode json(Object value) {
            return TextNode.valueOf(literal(value));
        }

        @Override
        public String literal(Object value) {
            return ((BigDecimal) value).toPlainString();
        }
    }

    /** Edm.DateTime: {@code /Date(milliseconds)/} in JSON, and a local time without a zone in an address. */
    record Date() implements EdmType {

        private static final Pattern TICKS = Pattern.compile("/Date\\((-?[0-9]{1,15})\\)/");
        private static final Pattern LITERAL = Pattern.compile("datetime'([0-9T:.-]+)'");

        @Override
        public Object parse(JsonNode json) {
            Matcher ticks = TICKS.matcher(json.isTextual() ? json.textValue() : "");
            if (!ticks.matches()) {
                throw new IllegalArgumentException("a date is written /Date(milliseconds)/");
            }
            return LocalDateTime.ofInstant(Instant.ofEpochMilli(Long.parseLong(ticks.group(1))), ZoneOffset.UTC);
        }

        @Override
        public Object parseLiteral(String literal) {
            Matcher matcher = LITERAL.matcher(literal);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(literal);
            }
            try {
                return LocalDateTime.parse(matcher.group(1));
            } catch (DateTimeParseException _) {
                throw new IllegalArgumentException(literal);
            }
        }

        @Override
        public JsonNode json(Object value) {
            return TextNode.valueOf("/Date(%d)/"
                    .formatted(((LocalDateTime) value).toInstant(ZoneOffset.UTC).toEpochMilli()));
        }

        @Override
        public String literal(Object value) {
            LocalDateTime time = (LocalDateTime) value;
            return "datetime'%sT%s'"
                    .formatted(
                            time.toLocalDate(),
                            time.toLocalTime().withNano(0).toString().length() == 5
                                    ? time.toLocalTime() + ":00"
                                    : time.toLocalTime().toString());
        }

        static LocalDateTime of(LocalDate date) {
            return date.atStartOfDay();
        }
    }

    /** Edm.Time: {@code PT09H30M00S}, in an address {@code time'PT09H30M00S'}. */
    record Time() implements EdmType {

        private static final Pattern FORM = Pattern.compile("PT([0-9]{2})H([0-9]{2})M([0-9]{2})S");
        private static final Pattern LITERAL = Pattern.compile("time'(.*)'");

        @Override
        public Object parse(JsonNode json) {
            return time(json.isTextual() ? json.textValue() : "");
        }

        @Override
        public Object parseLiteral(String literal) {
            Matcher matcher = LITERAL.matcher(literal);
            return time(matcher.matches() ? matcher.group(1) : "");
        }

        private static LocalTime time(String text) {
            Matcher parts = FORM.matcher(text);
            if (!parts.matches()) {
                throw new IllegalArgumentException("a time is written PT09H30M00S");
            }
            try {
                return LocalTime.parse("%s:%s:%s".formatted(parts.group(1), parts.group(2), parts.group(3)));
            } catch (DateTimeParseException _) {
                throw new IllegalArgumentException(text);
            }
        }

        @Override
        public JsonNode json(Object value) {
            LocalTime time = (LocalTime) value;
            return TextNode.valueOf("PT%02dH%02dM%02dS".formatted(time.getHour(), time.getMinute(), time.getSecond()));
        }

        @Override
        public String literal(Object value) {
            return "time'" + json(value).textValue() + "'";
        }
    }

    /** Edm.Boolean. */
    record Flag() implements EdmType {

        @Override
        public Object parse(JsonNode json) {
            if (!json.isBoolean()) {
                throw new IllegalArgumentException("true or false");
            }
            return json.booleanValue();
        }

        @Override
        public Object parseLiteral(String literal) {
            return switch (literal) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalArgumentException(literal);
            };
        }

        @Override
        public JsonNode json(Object value) {
            return BooleanNode.valueOf((Boolean) value);
        }

        @Override
        public String literal(Object value) {
            return value.toString();
        }
    }
}
