package io.motorpool.adapters.rest;

import io.motorpool.adapters.rest.Problem.FieldError;
import io.motorpool.application.shared.Page;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.Version;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request into values of the model, and collects everything that is wrong with it before it says so. Whatever a
 * value object refuses is the caller's mistake here, and nowhere deeper (ADR-0005).
 */
public final class Input {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final Pattern STRONG_TAG = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,100}");
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final List<FieldError> errors = new ArrayList<>();

    /**
     * A value that was read, to be taken inside {@link #build} only: outside it may not be there.
     */
    public static final class Field<T> {

        private final @Nullable T value;

        private Field(@Nullable T value) {
            this.value = value;
        }

        public T get() {
            if (value == null) {
                throw new IllegalStateException("taken before the input was checked");
            }
            return value;
        }

        public @Nullable T orNull() {
            return value;
        }

        public Optional<T> optional() {
            return Optional.ofNullable(value);
        }

        public <U> Field<U> map(Function<T, U> derive) {
            return new Field<>(value == null ? null : derive.apply(value));
        }
    }

    /** The body, which has to be there. */
    public static <B> B body(@Nullable B body) {
        if (body == null) {
            throw InvalidRequest.of(List.of(new FieldError("body", "required", "must not be empty or null")));
        }
        return body;
    }

    /** The version that the caller decided on (RFC 6585). */
    public static Version ifMatch(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new InvalidRequest(
                    428,
                    "if-match-required",
                    "State in If-Match which version you decided on: the ETag that you read.",
                    List.of(new FieldError("If-Match", "required", "must be the ETag that was read")));
        }
        var tag = STRONG_TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw InvalidRequest.of(
                    List.of(new FieldError("If-Match", "invalid", "must be one ETag as it was read, like \"3\"")));
        }
        return new Version(Long.parseLong(tag.group(1)));
    }

    /** The key under which a repeated request is recognised (P13). */
    public static String idempotencyKey(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new InvalidRequest(
                    400,
                    "idempotency-key-required",
                    "Send an Idempotency-Key, so that repeating the request does no harm.",
                    List.of(new FieldError("Idempotency-Key", "required", "must be 1 to 100 printable characters")));
        }
        if (!KEY.matcher(header).matches()) {
            throw InvalidRequest.of(List.of(
                    new FieldError("Idempotency-Key", "invalid", "must be 1 to 100 printable ASCII characters")));
        }
        return header;
    }

    /** An id in a path. What is no id names nothing. */
    public static UUID pathId(String raw) {
        if (!UUID_FORM.matcher(raw).matches()) {
            throw new InvalidRequest(404, "not-found", "There is no such thing.", List.of());
        }
        return UUID.fromString(raw);
    }

    public <T> Field<T> required(String field, @Nullable String raw, Function<String, T> parse) {
        if (raw == null) {
            errors.add(new FieldError(field, "required", "must be given"));
            return new Field<>(null);
        }
        return parsed(field, raw, parse);
    }

    public <T> Field<T> optional(String field, @Nullable String raw, Function<String, T> parse) {
        return raw == null ? new Field<>(null) : parsed(field, raw, parse);
    }

    private <T> Field<T> parsed(String field, String raw, Function<String, T> parse) {
        try {
            return new Field<>(parse.apply(raw));
        } catch (IllegalArgumentException e) {
            errors.add(new FieldError(field, "invalid", String.valueOf(e.getMessage())));
            return new Field<>(null);
        }
    }

    /** A value that needs no reading, such as a number or a boolean. */
    public <T> Field<T> given(String field, @Nullable T value) {
        if (value == null) {
            errors.add(new FieldError(field, "required", "must be given"));
        }
        return new Field<>(value);
    }

    /** A value made of such a one, if the model takes it. */
    public <V, T> Field<T> given(String field, @Nullable V value, Function<V, T> make) {
        Field<V> there = given(field, value);
        return there.value == null ? new Field<>(null) : made(field, () -> make.apply(there.get()));
    }

    public <V, T> Field<T> ifGiven(String field, @Nullable V value, Function<V, T> make) {
        return value == null ? new Field<>(null) : made(field, () -> make.apply(value));
    }

    /** A value made of several that were read; asked for only when all are fine so far. */
    public <T> Field<T> made(String field, Supplier<T> make) {
        try {
            return new Field<>(make.get());
        } catch (IllegalArgumentException e) {
            errors.add(new FieldError(field, "invalid", String.valueOf(e.getMessage())));
            return new Field<>(null);
        }
    }

    /** Nothing, because it was not given or because what was given is on the list of errors already. */
    public <T> Field<T> absent() {
        return new Field<>(null);
    }

    public Field<UUID> id(String field, @Nullable String raw) {
        return required(field, raw, Input::uuid);
    }

    public Field<Instant> instant(String field, @Nullable String raw) {
        return required(field, raw, Input::instantOf);
    }

    public Field<LocalDate> date(String field, @Nullable String raw) {
        return required(field, raw, Input::dateOf);
    }

    public Field<LocalTime> time(String field, @Nullable String raw) {
        return required(field, raw, Input::timeOf);
    }

    public <E extends Enum<E>> Field<E> oneOf(Class<E> type, String field, @Nullable String raw) {
        return required(field, raw, text -> constant(type, text));
    }

    public <E extends Enum<E>> Field<E> oneOfIfGiven(Class<E> type, String field, @Nullable String raw) {
        return optional(field, raw, text -> constant(type, text));
    }

    /** Start and end, which have to be in order. */
    public Field<Period> period(@Nullable String start, @Nullable String end) {
        Field<Instant> from = instant("start", start);
        Field<Instant> until = instant("end", end);
        return from.value == null || until.value == null
                ? new Field<>(null)
                : made("end", () -> new Period(from.get(), until.get()));
    }

    /** How much of a list is wanted, and from where on. */
    public Field<Page.Request> page(@Nullable String limit, @Nullable String cursor) {
        Field<Integer> size = optional("limit", limit, Input::wholeNumber);
        Field<Page.Cursor> after = optional("cursor", cursor, Cursors::read);
        return made("limit", () -> new Page.Request(size.optional().orElse(Page.Request.USUAL), after.optional()));
    }

    /** What all of this makes, or the list of what is wrong with it. */
    public <T> T build(Supplier<T> make) {
        if (!errors.isEmpty()) {
            throw InvalidRequest.of(errors);
        }
        try {
            return make.get();
        } catch (IllegalArgumentException e) {
            throw InvalidRequest.of(List.of(new FieldError("body", "invalid", String.valueOf(e.getMessage()))));
        }
    }

    public static UUID uuid(String raw) {
        if (!UUID_FORM.matcher(raw).matches()) {
            throw new IllegalArgumentException("must be a UUID");
        }
        return UUID.fromString(raw);
    }

    public static Instant instantOf(String raw) {
        Instant instant;
        try {
            instant = OffsetDateTime.parse(raw).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be an instant with an offset, like 2026-12-01T09:00:00+09:00", e);
        }
        if (instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)) {
            throw new IllegalArgumentException("must lie between the years 2000 and 2100");
        }
        return instant;
    }

    private static LocalDate dateOf(String raw) {
        LocalDate date;
        try {
            date = LocalDate.parse(raw);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a date like 2026-12-01", e);
        }
        if (date.getYear() < 2000 || date.getYear() >= 2100) {
            throw new IllegalArgumentException("must lie between the years 2000 and 2100");
        }
        return date;
    }

    private static LocalTime timeOf(String raw) {
        try {
            LocalTime time = LocalTime.parse(raw);
            if (time.getSecond() != 0 || time.getNano() != 0) {
                throw new IllegalArgumentException("must be a time in whole minutes, like 09:00");
            }
            return time;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a time like 09:00", e);
        }
    }

    private static int wholeNumber(String raw) {
        if (!raw.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("must be a whole number");
        }
        return Integer.parseInt(raw);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("must be one of " + Arrays.toString(type.getEnumConstants())));
    }
}
