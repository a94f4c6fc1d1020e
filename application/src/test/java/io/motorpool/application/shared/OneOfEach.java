package io.motorpool.application.shared;

import io.motorpool.domain.DomainEvent;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.company.BusinessNumber;
import io.motorpool.domain.fleet.Odometer;
import io.motorpool.domain.identity.KeyId;
import io.motorpool.domain.route.VehicleContractNumber;
import io.motorpool.domain.settlement.SettlementNumber;
import io.motorpool.domain.shared.Period;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Facts and refusals of every kind that the model knows. They are found, not listed, so that a new kind is in every test from its
 * first day.
 */
public final class OneOfEach {

    private static final Instant WHEN = Instant.parse("2026-11-02T00:10:00.123456Z");

    private OneOfEach() {}

    /** Every kind of fact. */
    public static List<Class<? extends DomainEvent>> kinds() {
        return kindsOf(DomainEvent.class, DomainEvent.class).toList();
    }

    /** One refusal of each kind that says everything it can say. */
    public static List<Refusal> refusals() {
        return kindsOf(Refusal.class, Refusal.class)
                .map(kind -> Refusal.class.cast(filled(kind.asSubclass(Record.class), false)))
                .toList();
    }

    /** One fact of each kind that says everything it can say. */
    public static List<DomainEvent> saying() {
        return kinds().stream().map(kind -> make(kind, false)).toList();
    }

    /** One fact of each kind that leaves out what may be left out. */
    public static List<DomainEvent> sayingLittle() {
        return kinds().stream().map(kind -> make(kind, true)).toList();
    }

    private static <T> Stream<Class<? extends T>> kindsOf(Class<T> whole, Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(part -> kindsOf(whole, part))
                : Stream.of(type.asSubclass(whole));
    }

    private static <T extends Record> T filled(Class<T> type, boolean sparing) {
        List<Class<?>> types = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            types.add(component.getType());
            values.add(sparing && isOptional(component.getAnnotatedType()) ? null : sample(component.getGenericType()));
        }
        try {
            return type.getDeclaredConstructor(types.toArray(Class[]::new)).newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("cannot make a " + type.getSimpleName(), e);
        }
    }

    private static DomainEvent make(Class<? extends DomainEvent> kind, boolean sparing) {
        return kind.cast(filled(kind.asSubclass(Record.class), sparing));
    }

    private static boolean isOptional(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    /** A list holds one of what it is a list of. */
    private static Object sample(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return List.of(sample(list.getActualTypeArguments()[0]));
        }
        if (type instanceof Class<?> plain) {
            return sample(plain);
        }
        throw new AssertionError("no sample of a " + type.getTypeName());
    }

    private static Object sample(Class<?> type) {
        if (type == UUID.class) {
            return Ids.next();
        }
        if (type == Instant.class) {
            return WHEN;
        }
        if (type == Duration.class) {
            return Duration.ofMinutes(10);
        }
        if (type == int.class) {
            return 7;
        }
        if (type == long.class) {
            return 7L;
        }
        if (type == String.class) {
            return "text";
        }
        if (type == LocalDate.class) {
            return LocalDate.of(2026, 11, 2);
        }
        if (type == YearMonth.class) {
            return YearMonth.of(2026, 11);
        }
        if (type == VehicleContractNumber.class) {
            return VehicleContractNumber.issue(WHEN, 42);
        }
        if (type == SettlementNumber.class) {
            return SettlementNumber.issue(YearMonth.of(2026, 11), 42);
        }
        if (type == Period.class) {
            return new Period(WHEN, WHEN.plusSeconds(3_600));
        }
        if (type == BusinessNumber.class) {
            return BusinessNumber.parse("120-81-47521");
        }
        if (type == KeyId.class) {
            return new KeyId("0".repeat(43));
        }
        if (type == boolean.class) {
            return true;
        }
        if (type == Odometer.class) {
            return new Odometer(12_345);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isSealed()) {
            return sample(type.getPermittedSubclasses()[0]);
        }
        if (type.isRecord()) {
            return filled(type.asSubclass(Record.class), false);
        }
        throw new AssertionError("no sample of a " + type.getSimpleName());
    }
}
