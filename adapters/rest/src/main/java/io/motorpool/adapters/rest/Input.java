package io.motorpool.adapters.rest;

import io.motorpool.adapters.rest.Problem.FieldError;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request into values of the model, and collects everything that is wrong with it before it says so. Whatever a
 * value object refuses is the caller's mistake here, and nowhere deeper (ADR-0005).
 */
public final class Input {

    private final List<FieldError> errors = new ArrayList<>();

    /** A value that was read, to be taken inside {@link #made} and {@link #build}: elsewhere it may not be there. */
    public static final class Field<T> {

        private final @Nullable T value;

        private Field(@Nullable T value) {
            this.value = value;
        }

        public T get() {
            if (value == null) {
                throw new NotThere();
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

    /** A field was taken that is not there. Without any error on the list that is our mistake. */
    private static final class NotThere extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        NotThere() {
            super("taken before the input was checked");
        }
    }

    /** The body, which has to be there. */
    public static <B> B body(@Nullable B body) {
        if (body == null) {
            throw InvalidRequest.of(List.of(new FieldError("body", "required", "must not be empty or null")));
        }
        return body;
    }

    /** An id in a path. What is no id names nothing. */
    public static UUID pathId(String raw) {
        return named(raw, Parse::uuid);
    }

    /** The same for what has a name of another form. */
    public static <T> T named(String raw, Function<String, T> parse) {
        try {
            return parse.apply(raw);
        } catch (IllegalArgumentException _) {
            throw new InvalidRequest(404, "not-found", "There is no such thing.", List.of());
        }
    }

    public <T> Field<T> required(String field, @Nullable String raw, Function<String, T> parse) {
        return given(field, raw, parse);
    }

    public <T> Field<T> optional(String field, @Nullable String raw, Function<String, T> parse) {
        return ifGiven(field, raw, parse);
    }

    /** A value that needs no reading, such as a number or a boolean. */
    public <T> Field<T> given(String field, @Nullable T value) {
        if (value == null) {
            wrong(field, "required", "must be given");
        }
        return new Field<>(value);
    }

    /** A value made of such a one, if the model takes it. */
    public <V, T> Field<T> given(String field, @Nullable V value, Function<V, T> make) {
        Field<V> there = given(field, value);
        return made(field, () -> make.apply(there.get()));
    }

    public <V, T> Field<T> ifGiven(String field, @Nullable V value, Function<V, T> make) {
        return value == null ? absent() : made(field, () -> make.apply(value));
    }

    /** A value made of several that were read. If one of them is missing, that is on the list already. */
    public <T> Field<T> made(String field, Supplier<T> make) {
        try {
            return new Field<>(make.get());
        } catch (NotThere _) {
            return absent();
        } catch (IllegalArgumentException e) {
            wrong(field, "invalid", String.valueOf(e.getMessage()));
            return absent();
        }
    }

    /** Nothing, because it was not given or because what was given is on the list of errors already. */
    public <T> Field<T> absent() {
        return new Field<>(null);
    }

    /** Text for people to read. */
    public Field<String> text(String field, @Nullable String raw, int longest) {
        return required(field, raw, said -> {
            Text.check("it", said, longest);
            return said;
        });
    }

    public Field<UUID> id(String field, @Nullable String raw) {
        return required(field, raw, Parse::uuid);
    }

    public Field<LocalDate> date(String field, @Nullable String raw) {
        return required(field, raw, Parse::date);
    }

    public Field<LocalTime> time(String field, @Nullable String raw) {
        return required(field, raw, Parse::time);
    }

    public <E extends Enum<E>> Field<E> oneOf(Class<E> type, String field, @Nullable String raw) {
        return required(field, raw, text -> Parse.constant(type, text));
    }

    public <E extends Enum<E>> Field<E> oneOfIfGiven(Class<E> type, String field, @Nullable String raw) {
        return optional(field, raw, text -> Parse.constant(type, text));
    }

    /** Start and end, which have to be in order. */
    public Field<Period> period(@Nullable String start, @Nullable String end) {
        return period(start, end, Parse::instant);
    }

    /** The same in a query. */
    public Field<Period> periodInQuery(@Nullable String start, @Nullable String end) {
        return period(start, end, Parse::instantInQuery);
    }

    private Field<Period> period(@Nullable String start, @Nullable String end, Function<String, Instant> parse) {
        Field<Instant> from = required("start", start, parse);
        Field<Instant> until = required("end", end, parse);
        return made("end", () -> new Period(from.get(), until.get()));
    }

    /** What all of this makes, or the list of what is wrong with it. */
    public <T> T build(Supplier<T> make) {
        if (!errors.isEmpty()) {
            throw InvalidRequest.of(errors);
        }
        Field<T> built = made("body", make);
        if (!errors.isEmpty()) {
            throw InvalidRequest.of(errors);
        }
        return built.get();
    }

    private void wrong(String field, String code, String message) {
        errors.add(new FieldError(field, code, message));
    }
}
