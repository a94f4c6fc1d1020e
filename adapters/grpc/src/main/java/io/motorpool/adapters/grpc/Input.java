package io.motorpool.adapters.grpc;

import com.google.protobuf.Timestamp;
import com.google.rpc.BadRequest.FieldViolation;
import io.motorpool.application.fleet.FleetQueries;
import io.motorpool.domain.shared.Period;
import io.motorpool.domain.shared.Text;
import io.motorpool.domain.shared.Version;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request into values of the model, and collects everything that is wrong with it before it says so. Whatever a value
 * object refuses is the caller's mistake here, and nowhere deeper (ADR-0005).
 */
public final class Input {

    private static final String REQUIRED = "must be given";
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final Pattern ETAG = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

    private final List<FieldViolation> violations = new ArrayList<>();

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

    /** A field was taken that is not there. Without any violation on the list that is our mistake. */
    private static final class NotThere extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        NotThere() {
            super("taken before the input was checked");
        }
    }

    public <V, T> Field<T> required(String field, boolean said, V value, Function<V, T> make) {
        return said ? made(field, () -> make.apply(value)) : missing(field);
    }

    public <V, T> Field<T> optional(String field, boolean said, V value, Function<V, T> make) {
        return said ? made(field, () -> make.apply(value)) : absent();
    }

    /** A UUID in its whole form. */
    public <T> Field<T> id(String field, String raw, Function<UUID, T> make) {
        return required(field, !raw.isEmpty(), raw, text -> make.apply(uuid(text)));
    }

    /** The same where nothing else is asked for. */
    public static <T> T onlyId(String field, String raw, Function<UUID, T> make) {
        Input in = new Input();
        Field<T> id = in.id(field, raw, make);
        return in.build(id::get);
    }

    public <T> Field<T> idIfSaid(String field, boolean said, String raw, Function<UUID, T> make) {
        return optional(field, said, raw, text -> make.apply(uuid(text)));
    }

    /** Text for people to read, or for nobody. */
    public <T> Field<T> text(String field, String raw, int longest, Function<String, T> make) {
        return required(field, !raw.isEmpty(), raw, said -> {
            Text.check("it", said, longest);
            return make.apply(said);
        });
    }

    /** Text of a form that can be named in a few words. */
    public Field<String> formed(String field, String raw, Pattern form, String expected) {
        return required(field, !raw.isEmpty(), raw, said -> {
            if (!form.matcher(said).matches()) {
                throw new IllegalArgumentException(expected);
            }
            return said;
        });
    }

    /** The version on which the caller decided. */
    public Field<Version> etag(String raw) {
        if (raw.isEmpty()) {
            throw new Refused(Statuses.invalid(
                    "if-match-required",
                    "State which version you decided on: the etag that you read.",
                    List.of(violation("etag", "must be the etag that was read"))));
        }
        return made("etag", () -> version(raw));
    }

    /** From an etag as it was given. */
    public static Version version(String etag) {
        Matcher tag = ETAG.matcher(etag);
        if (!tag.matches()) {
            throw new IllegalArgumentException("must be an etag as it was read");
        }
        return new Version(Long.parseLong(tag.group(1)));
    }

    public static String etag(Version version) {
        return "\"" + version.value() + "\"";
    }

    /** Start and end, which have to be there and in order. */
    public Field<Period> period(boolean hasStart, Timestamp start, boolean hasEnd, Timestamp end) {
        Field<Instant> from = required("start", hasStart, start, Input::instant);
        Field<Instant> until = required("end", hasEnd, end, Input::instant);
        return made("end", () -> new Period(from.get(), until.get()));
    }

    /** The same for a question: short enough to be told entry by entry. */
    public Field<Period> stretch(boolean hasStart, Timestamp start, boolean hasEnd, Timestamp end) {
        Field<Period> period = period(hasStart, start, hasEnd, end);
        return made("end", () -> checked(period.get()));
    }

    private static Period checked(Period period) {
        Duration longest = FleetQueries.Stretch.LONGEST;
        if (period.length().compareTo(longest) > 0) {
            throw new IllegalArgumentException("must be at most %d days after the start".formatted(longest.toDays()));
        }
        return period;
    }

    /** Says that something has to be there. */
    public <T> Field<T> missing(String field) {
        wrong(field, REQUIRED);
        return absent();
    }

    /** A value made of several that were read. If one of them is missing, that is on the list already. */
    public <T> Field<T> made(String field, Supplier<T> make) {
        try {
            return new Field<>(make.get());
        } catch (NotThere _) {
            return absent();
        } catch (IllegalArgumentException e) {
            wrong(field, String.valueOf(e.getMessage()));
            return absent();
        }
    }

    /** Nothing, because it was not said or because what was said is on the list already. */
    public <T> Field<T> absent() {
        return new Field<>(null);
    }

    /** What all of this makes, or the list of what is wrong with it. */
    public <T> T build(Supplier<T> make) {
        mustBeRight();
        Field<T> built = made("request", make);
        mustBeRight();
        return built.get();
    }

    public static Instant instant(Timestamp said) {
        Instant instant;
        try {
            instant = Instant.ofEpochSecond(said.getSeconds(), said.getNanos());
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("must be a timestamp", e);
        }
        if (instant.getNano() != said.getNanos()) {
            throw new IllegalArgumentException("must be a timestamp");
        }
        if (instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)) {
            throw new IllegalArgumentException("must lie between the years 2000 and 2100");
        }
        return instant;
    }

    public static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }

    /** The whole form only: the JDK takes shorter ones, which would be a second name for the same thing. */
    private static UUID uuid(String raw) {
        UUID read;
        try {
            read = UUID.fromString(raw);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be a UUID", e);
        }
        if (!read.toString().equalsIgnoreCase(raw)) {
            throw new IllegalArgumentException("must be a UUID");
        }
        return read;
    }

    private void mustBeRight() {
        if (!violations.isEmpty()) {
            throw new Refused(Statuses.invalid(Statuses.INVALID, "The request cannot be understood.", violations));
        }
    }

    private void wrong(String field, String message) {
        violations.add(violation(field, message));
    }

    static FieldViolation violation(String field, String message) {
        return FieldViolation.newBuilder()
                .setField(field)
                .setDescription(message)
                .build();
    }
}
