package io.motorpool.bootstrap.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.motorpool.bootstrap.EndToEnd;
import io.motorpool.bootstrap.RunningSystem;
import io.motorpool.sandbox.fuzz.contract.Operation;
import io.motorpool.sandbox.fuzz.contract.Operation.Parameter;
import io.motorpool.sandbox.fuzz.wire.Received;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nobody ever learns anything of another company: not by reading, not by trying to change something, and not from how
 * they are refused. Companies are made anew for each seed; the document says what there is to ask.
 */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantIsolationIT {

    private final RunningSystem system;
    private final Published api;

    TenantIsolationIT(RunningSystem system) {
        this.system = system;
        this.api = new Published(system);
    }

    @AfterAll
    void close() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void no_answer_shows_anything_of_another_company(long seed) {
        Tenant own = Tenant.founded(system, seed);
        Tenant other = Tenant.founded(system, seed + 100);
        Set<String> secrets = new HashSet<>(other.secrets());
        secrets.removeAll(own.secrets());
        List<String> leaks = new ArrayList<>();

        callers(own)
                .forEach((caller, token) -> questions(own, other).forEach(question -> {
                    Received received = api.answer(question.as(token).sent());
                    secrets.stream()
                            .filter(secret -> shows(received, secret, question))
                            .forEach(secret ->
                                    leaks.add("%s learns %s from %s".formatted(caller, secret, question.path())));
                }));

        assertThat(leaks).isEmpty();
    }

    /** Under a private profile not even the own company is there. */
    @ParameterizedTest
    @ValueSource(longs = 3)
    void a_private_person_learns_nothing_of_any_company(long seed) {
        Tenant own = Tenant.founded(system, seed);
        String token = system.tokens().personal(own.members().getFirst().user());
        List<String> leaks = new ArrayList<>();

        questions(own, own).forEach(question -> {
            Received received = api.answer(question.as(token).sent());
            own.secrets().stream()
                    .filter(secret -> shows(received, secret, question))
                    .forEach(secret -> leaks.add(secret + " from " + question.path()));
        });

        assertThat(leaks).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = 4)
    void what_belongs_to_another_company_is_not_there_and_cannot_be_told_from_what_never_was(long seed) {
        Tenant own = Tenant.founded(system, seed);
        Tenant other = Tenant.founded(system, seed + 100);
        Map<String, String> before = rowsButForRememberedAnswers();
        List<String> differences = new ArrayList<>();

        callers(own)
                .forEach((caller, token) -> pathsOf(other).forEach((draft, id) -> {
                    Received foreign = api.answer(asAnew(draft).as(token).sent());
                    UUID nobodys = UUID.randomUUID();
                    Draft unknown = draft.withPath(SoundRequests.path(draft.operation(), nobodys));
                    Received missing = api.answer(asAnew(unknown).as(token).sent());
                    boolean there = isOfACompany(draft.operation()) ? foreign.status() != 404 : foreign.status() < 400;
                    if (there || !alike(foreign, id).equals(alike(missing, nobodys))) {
                        differences.add("%s, %s: %s, but for an unknown id %s"
                                .formatted(caller, draft, foreign.text(), missing.text()));
                    }
                }));

        assertThat(differences).isEmpty();
        assertThat(rowsButForRememberedAnswers()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(longs = 6)
    void naming_what_belongs_to_another_company_is_like_naming_what_never_was(long seed) {
        Tenant own = Tenant.founded(system, seed);
        Tenant other = Tenant.founded(system, seed + 100);
        Map<String, String> before = rowsButForRememberedAnswers();
        List<String> differences = new ArrayList<>();

        callers(own)
                .forEach((caller, token) -> namings(own, other).forEach(naming -> {
                    Received foreign =
                            api.answer(asAnew(naming.foreign()).as(token).sent());
                    Received missing =
                            api.answer(asAnew(naming.unknown()).as(token).sent());
                    if (!alike(foreign, naming.theirs()).equals(alike(missing, naming.nobodys()))) {
                        differences.add("%s, %s with %s: %s, but for an unknown id %s"
                                .formatted(caller, naming.foreign(), naming.what(), foreign.text(), missing.text()));
                    }
                }));

        assertThat(differences).isEmpty();
        assertThat(rowsButForRememberedAnswers()).isEqualTo(before);
    }

    /** Users and services belong to no company: who may not look after them is told so, whomever they name. */
    private static boolean isOfACompany(Operation operation) {
        return operation
                .subject()
                .filter(collection -> !collection.equals("users") && !Tenant.NOBODYS.contains(collection))
                .isPresent();
    }

    /** A refusal under an idempotency key is kept as well, for those who ask again. */
    private Map<String, String> rowsButForRememberedAnswers() {
        Map<String, String> rows = StoredRows.digest(system.parts().postgres());
        assertThat(rows.remove("idempotency_key")).isNotNull();
        return rows;
    }

    /** By their tokens: everybody who acts for the company, and somebody whose roles belong to another profile. */
    private Map<String, String> callers(Tenant of) {
        UUID member = of.members().getFirst().user();
        Map<String, String> callers = new LinkedHashMap<>();
        callers.put("the administrator", of.admin().token());
        callers.put("a member", of.members().getFirst().token());
        callers.put("a newcomer", system.tokens().business(UUID.randomUUID(), of.id(), "MEMBER"));
        callers.put(
                "an operator in the wrong profile",
                system.tokens().business(member, of.id(), "OPERATOR", "SUPPORT_AGENT", "AUDITOR"));
        callers.put("nobody in particular", system.tokens().business(member, of.id()));
        return callers;
    }

    /** Every question that can be asked, about everything that there is. */
    private List<Draft> questions(Tenant own, Tenant other) {
        List<Draft> questions = new ArrayList<>();
        for (Operation operation : operations("GET")) {
            List<Draft> bare = new ArrayList<>();
            if (operation.subject().isEmpty()) {
                bare.add(sound(own).of(operation));
            } else {
                everything(own, other)
                        .forEach(id -> bare.add(sound(own).of(operation).withPath(SoundRequests.path(operation, id))));
            }
            for (Draft question : bare) {
                questions.add(question);
                narrowings(operation)
                        .forEach(parameter -> ids(own, other, parameter.name())
                                .forEach(id -> questions.add(question.withQuery(parameter.name(), id.toString()))));
            }
        }
        return questions;
    }

    /** A request for each operation and each thing of a company that its path can name. */
    private Map<Draft, UUID> pathsOf(Tenant tenant) {
        Map<Draft, UUID> drafts = new LinkedHashMap<>();
        for (Operation operation : api.contract().operations()) {
            operation
                    .subject()
                    .ifPresent(collection -> tenant.things()
                            .all(collection)
                            .forEach(id -> drafts.put(
                                    sound(tenant).of(operation).withPath(SoundRequests.path(operation, id)), id)));
        }
        return drafts;
    }

    /** The same request twice: naming something of another company, and naming nothing. */
    private record Naming(String what, Draft foreign, UUID theirs, Draft unknown, UUID nobodys) {}

    private List<Naming> namings(Tenant own, Tenant other) {
        List<Naming> namings = new ArrayList<>();
        for (Operation operation : api.contract().operations()) {
            Draft draft = sound(own).of(operation);
            narrowings(operation)
                    .forEach(parameter -> namings.add(
                            naming(parameter.name(), other, id -> draft.withQuery(parameter.name(), id.toString()))));
            members(operation)
                    .forEach(member ->
                            namings.add(naming(member, other, id -> draft.withBody(changed(draft, member, id)))));
        }
        return namings;
    }

    private static Naming naming(String name, Tenant other, Function<UUID, Draft> draft) {
        UUID theirs = other.things().one(Things.collectionOf(name));
        UUID nobodys = UUID.randomUUID();
        return new Naming(name, draft.apply(theirs), theirs, draft.apply(nobodys), nobodys);
    }

    private static Draft asAnew(Draft draft) {
        return draft.operation().takesHeader("Idempotency-Key")
                ? draft.withHeader("Idempotency-Key", UUID.randomUUID().toString())
                : draft;
    }

    /** Users belong to no company: whoever is enrolled was somebody before. */
    private List<String> members(Operation operation) {
        return operation.body().map(api.contract()::resolve).stream()
                .flatMap(schema -> schema.path("properties").properties().stream())
                .filter(member -> member.getValue().path("format").asText().equals("uuid"))
                .map(Map.Entry::getKey)
                .filter(member -> !member.equals("user"))
                .toList();
    }

    private static String changed(Draft draft, String member, UUID id) {
        ObjectNode body = (ObjectNode) Published.json(Objects.requireNonNull(draft.body()));
        body.put(member, id.toString());
        return body.toString();
    }

    private List<Parameter> narrowings(Operation operation) {
        return operation.parameters("query").stream()
                .filter(parameter -> parameter.schema().path("format").asText().equals("uuid"))
                .toList();
    }

    private List<Operation> operations(String method) {
        return api.contract().operations().stream()
                .filter(operation -> operation.method().equals(method))
                .toList();
    }

    private SoundRequests sound(Tenant tenant) {
        return new SoundRequests(api.contract(), tenant.things());
    }

    private static List<UUID> ids(Tenant own, Tenant other, String name) {
        String collection = Things.collectionOf(name);
        List<UUID> ids = new ArrayList<>(own.things().all(collection));
        ids.addAll(other.things().all(collection));
        return ids;
    }

    private static Set<UUID> everything(Tenant own, Tenant other) {
        Set<UUID> ids = new HashSet<>();
        own.things().ids().values().forEach(ids::addAll);
        other.things().ids().values().forEach(ids::addAll);
        return ids;
    }

    /** What the question said itself is no news. */
    private static boolean shows(Received received, String secret, Draft question) {
        String asked = question.path() + question.query();
        return received.text().contains(secret) && !(received.status() >= 400 && asked.contains(secret));
    }

    /** An answer without what differs from request to request. */
    private static Map<String, Object> alike(Received received, UUID id) {
        Map<String, Object> alike = new TreeMap<>();
        alike.put("status", received.status());
        JsonNode body = Published.json(received);
        if (body instanceof ObjectNode object) {
            object.remove(List.of("traceId", "instance", "asOf"));
        }
        alike.put("body", body.toString().replace(id.toString(), "that"));
        return alike;
    }
}
