package io.motorpool.bootstrap.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import io.grpc.ClientInterceptors;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.motorpool.bootstrap.EndToEnd;
import io.motorpool.bootstrap.GrpcServices;
import io.motorpool.bootstrap.GrpcWire;
import io.motorpool.bootstrap.RunningSystem;
import io.motorpool.bootstrap.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@link TenantIsolationIT} shows of HTTP, over gRPC: nobody learns anything of another company, not even from how they
 * are refused. The services themselves say what there is to ask; companies are made anew for each seed.
 */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrpcTenantIsolationIT {

    /** In which collection the things are found that a field names. */
    private static final Map<String, String> COLLECTIONS = Map.of(
            "id", "reservations",
            "reservation", "reservations",
            "vehicle", "vehicles",
            "company", "companies",
            "zone", "zones",
            "driver", "users",
            "recipient", "users",
            "hand_over", "hand-overs",
            "card", "cards");

    /** How to pay, which is the company's affair: said only where it is asked what saying it does. */
    private static final Set<String> LEFT_TO_THE_COMPANY = Set.of("card", "billing_policy");

    private final RunningSystem system;
    private final GrpcWire wire;

    GrpcTenantIsolationIT(RunningSystem system) {
        this.system = system;
        this.wire = GrpcWire.to(system.node());
    }

    @AfterAll
    void hangUp() {
        wire.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void naming_what_belongs_to_another_company_is_like_naming_what_never_was(long seed) {
        Tenant own = Tenant.founded(system, seed);
        Tenant other = Tenant.founded(system, seed + 100);
        Map<String, String> before = rowsButForRememberedAnswers();
        List<String> differences = new ArrayList<>();

        callers(own)
                .forEach((caller, token) -> GrpcServices.methods().forEach(method -> {
                    for (FieldDescriptor named : names(method)) {
                        UUID theirs = other.things().one(collection(named));
                        UUID nobodys = UUID.randomUUID();
                        String foreign = answer(method, request(method, own, named, theirs), token)
                                .replace(theirs.toString(), "THAT");
                        String missing = answer(method, request(method, own, named, nobodys), token)
                                .replace(nobodys.toString(), "THAT");
                        if (!foreign.equals(missing)) {
                            differences.add("%s, %s with %s: %s, but for an unknown id %s"
                                    .formatted(caller, method.getFullMethodName(), named.getName(), foreign, missing));
                        }
                    }
                }));

        assertThat(differences).isEmpty();
        assertThat(rowsButForRememberedAnswers()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(longs = {23, 24})
    void no_answer_shows_anything_of_another_company(long seed) {
        Tenant own = Tenant.founded(system, seed);
        Tenant other = Tenant.founded(system, seed + 100);
        Set<String> secrets = new HashSet<>(other.secrets());
        secrets.removeAll(own.secrets());
        List<String> leaks = new ArrayList<>();

        callers(own)
                .forEach((caller, token) -> GrpcServices.methods()
                        .forEach(method -> Stream.concat(
                                        Stream.of(request(method, own), GrpcServices.bare(method)),
                                        names(method).stream()
                                                .map(named -> request(
                                                        method,
                                                        own,
                                                        named,
                                                        other.things().one(collection(named)))))
                                .forEach(request -> {
                                    String answer = answer(method, request, token);
                                    secrets.stream()
                                            .filter(secret -> answer.contains(secret)
                                                    && !request.toString().contains(secret))
                                            .forEach(secret -> leaks.add("%s learns %s from %s"
                                                    .formatted(caller, secret, method.getFullMethodName())));
                                })));

        assertThat(leaks).isEmpty();
    }

    /** Under a private profile not even the own company is there. */
    @ParameterizedTest
    @ValueSource(longs = 25)
    void a_private_person_learns_nothing_of_any_company(long seed) {
        Tenant own = Tenant.founded(system, seed);
        String token = system.tokens().personal(own.members().getFirst().user());

        GrpcServices.methods().forEach(method -> {
            Message request = request(method, own);
            String answer = answer(method, request, token);
            assertThat(own.secrets().stream()
                            .filter(secret -> answer.contains(secret)
                                    && !request.toString().contains(secret)))
                    .as(method.getFullMethodName())
                    .isEmpty();
        });
    }

    private Map<String, String> callers(Tenant tenant) {
        return Map.of(
                "an administrator", tenant.admin().token(),
                "a member", tenant.members().getFirst().token());
    }

    private static List<FieldDescriptor> names(MethodDescriptor<Message, Message> method) {
        return GrpcServices.bare(method).getDescriptorForType().getFields().stream()
                .filter(field -> COLLECTIONS.containsKey(field.getName()))
                .toList();
    }

    private static String collection(FieldDescriptor named) {
        String collection = COLLECTIONS.get(named.getName());
        if (collection == null) {
            throw new AssertionError("say in GrpcTenantIsolationIT what " + named.getFullName() + " names");
        }
        return collection;
    }

    private static Message request(
            MethodDescriptor<Message, Message> method, Tenant own, FieldDescriptor named, UUID thing) {
        return request(method, own).toBuilder()
                .setField(named, thing.toString())
                .build();
    }

    /** With everything that may be said. */
    private static Message request(MethodDescriptor<Message, Message> method, Tenant own) {
        return filled(GrpcServices.bare(method), own);
    }

    private static Message filled(Message prototype, Tenant own) {
        Message.Builder request = prototype.newBuilderForType();
        for (FieldDescriptor field : prototype.getDescriptorForType().getFields()) {
            if (field.isRepeated()) {
                request = request.setField(field, everyOne(field));
            } else if (!isLeftOut(field)) {
                request = request.setField(field, value(field, request, own));
            }
        }
        return request.build();
    }

    private static boolean isLeftOut(FieldDescriptor field) {
        boolean mayBe = field.hasPresence() || field.getJavaType() == JavaType.ENUM;
        return field.getName().startsWith("page_") || (mayBe && LEFT_TO_THE_COMPANY.contains(field.getName()));
    }

    private static Object value(FieldDescriptor field, Message.Builder in, Tenant own) {
        return switch (field.getJavaType()) {
            case STRING -> text(field, own);
            case BOOLEAN -> true;
            case INT -> 12_345;
            case ENUM -> anything(field.getEnumType());
            case MESSAGE ->
                field.getMessageType().equals(Timestamp.getDescriptor())
                        ? instant(field)
                        : filled((Message) in.newBuilderForField(field).build(), own);
            case DOUBLE -> edge(field);
            case LONG, FLOAT, BYTE_STRING ->
                throw new AssertionError("say in GrpcTenantIsolationIT what to send as " + field.getFullName());
        };
    }

    private static String text(FieldDescriptor field, Tenant own) {
        return switch (field.getName()) {
            case "request_id" -> UUID.randomUUID().toString();
            case "etag" -> "\"0\"";
            case "note" -> "called the hotline";
            case "resume_token" -> "";
            case "token" -> "tok_" + UUID.randomUUID();
            case "brand" -> "BC";
            case "last_four" -> "4242";
            case "expiry" -> "2030-12";
            default -> own.things().one(collection(field)).toString();
        };
    }

    /** All that can be named. */
    private static List<?> everyOne(FieldDescriptor field) {
        List<EnumValueDescriptor> values = field.getEnumType().getValues();
        return values.subList(1, values.size());
    }

    /** Of a box with all of Korea in it. */
    private static double edge(FieldDescriptor field) {
        Double edge = Map.of("west", 124.0, "south", 33.0, "east", 132.0, "north", 39.0)
                .get(field.getName());
        if (edge == null) {
            throw new AssertionError("say in GrpcTenantIsolationIT what to send as " + field.getFullName());
        }
        return edge;
    }

    private static Object anything(EnumDescriptor type) {
        return type.getValues().get(1);
    }

    private static Timestamp instant(FieldDescriptor field) {
        Slot slot = Slot.hourIn(200);
        Instant at = Set.of("end", "until").contains(field.getName()) ? slot.end() : slot.start();
        return Timestamp.newBuilder().setSeconds(at.getEpochSecond()).build();
    }

    /** Everything that a caller sees, but for the number under which to ask about it. */
    private String answer(MethodDescriptor<Message, Message> method, Message request, String token) {
        var channel = ClientInterceptors.intercept(
                wire.channel(),
                GrpcWire.bearer(token),
                GrpcWire.header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        try {
            return GrpcServices.call(channel, method, request).toString();
        } catch (StatusRuntimeException refused) {
            return refused.getStatus() + " " + new GrpcWire.Refused(refused).details();
        }
    }

    private Map<String, String> rowsButForRememberedAnswers() {
        Map<String, String> rows = StoredRows.digest(system.parts().postgres());
        assertThat(rows.remove("idempotency_key")).isNotNull();
        return rows;
    }
}
