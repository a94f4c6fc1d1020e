package io.motorpool.bootstrap.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.motorpool.sandbox.fuzz.contract.Contract;
import io.motorpool.sandbox.fuzz.contract.Operation.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests that must not be accepted for what stands before the body: path, query, headers. */
final class SpoiltHeads {

    private final Contract contract;
    private final SoundRequests sound;
    private final Draft draft;
    private final List<Spoilt> all = new ArrayList<>();

    private SpoiltHeads(Contract contract, SoundRequests sound, Draft draft) {
        this.contract = contract;
        this.sound = sound;
        this.draft = draft;
    }

    static List<Spoilt> of(Contract contract, SoundRequests sound, Draft draft) {
        SpoiltHeads heads = new SpoiltHeads(contract, sound, draft);
        heads.path();
        draft.operation().parameters("query").forEach(heads::query);
        heads.unknown();
        draft.operation().parameters("header").forEach(heads::header);
        heads.media();
        if (!draft.operation().open()) {
            heads.tokens();
        }
        return heads.all;
    }

    private void path() {
        draft.operation().subject().ifPresent(_ -> {
            for (String nonsense :
                    List.of("1", "null", "%00", "%20", "%F0%9F%9A%97", "018f6b2e4c1a7d3e9f102b3c4d5e6f70")) {
                String path = SoundRequests.path(draft.operation(), nonsense);
                add("the path " + path, draft.withPath(path), 404, null);
            }
        });
    }

    private void query(Parameter parameter) {
        String name = parameter.name();
        if (parameter.required()) {
            add("no " + name, draft.withQuery(name, null), 400, name);
        }
        for (String nonsense : nonsense(parameter)) {
            Draft spoilt = draft.withQuery(name, nonsense);
            add(name + "=" + Nonsense.shortly(nonsense), spoilt, 400, name);
        }
        add(name + "=NUL", draft.withQuery(name, "\u0000"), 400, name);
        add(name + "=" + "a".repeat(10) + "...", draft.withQuery(name, "a".repeat(2_000)), 400, name);
        if (!nonsense(parameter).contains(sound.value(parameter)) && parameter.required()) {
            Draft twisted = draft.withQuery(name, "+" + sound.value(parameter));
            add("a sign before " + name, twisted, 400, name);
        }
    }

    private void unknown() {
        for (String name : List.of("limt", "Cursor", "id")) {
            add("the parameter " + name, draft.withQuery(name, "5"), 400, name);
        }
        add("a parameter that nothing is called", draft.withQuery("%EC%9E%90", "5"), 400, "query");
    }

    private List<String> nonsense(Parameter parameter) {
        JsonNode schema = contract.resolve(parameter.schema());
        return switch (schema.path("format").asText()) {
            case "date-time" -> Nonsense.INSTANTS;
            case "uuid" -> Nonsense.IDS;
            case "int32", "int64" -> Nonsense.insteadOfNumber(schema);
            default -> Nonsense.WORDS;
        };
    }

    private void header(Parameter parameter) {
        String name = parameter.name();
        switch (name) {
            case "If-Match" -> {
                add("no If-Match", draft.withHeader(name, null), 428, name);
                for (String nonsense : List.of(
                        "0",
                        "W/\"0\"",
                        "*",
                        "\"0\", \"1\"",
                        "\"-1\"",
                        "\"a\"",
                        "\"99999999999999999999\"",
                        "x".repeat(5_000))) {
                    add("If-Match: " + Nonsense.shortly(nonsense), draft.withHeader(name, nonsense), 400, name);
                }
            }
            case "Idempotency-Key" -> {
                add("no Idempotency-Key", draft.withHeader(name, null), 400, name);
                for (String nonsense : List.of("two words", "열쇠", "k".repeat(101), "")) {
                    add("Idempotency-Key: " + Nonsense.shortly(nonsense), draft.withHeader(name, nonsense), 400, name);
                }
            }
            default -> throw new AssertionError("say in SpoiltHeads what is wrong for " + name);
        }
    }

    private void media() {
        for (String type : List.of("text/html", "application/xml", "garbage")) {
            add("Accept: " + type, draft.withHeader("Accept", type), 406, null);
        }
        if (contract.mediaTypeOf(draft.operation()).isPresent()) {
            for (String type :
                    List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "garbage", "a/b/c")) {
                add("Content-Type: " + type, draft.withHeader("Content-Type", type), 415, null);
            }
            add("no Content-Type", draft.withHeader("Content-Type", null), 415, null);
        }
    }

    private void tokens() {
        add("no token", draft.withHeader("Authorization", null), 401, null);
        for (String nonsense : List.of(
                "Bearer",
                "Bearer  ",
                "Bearer x",
                "Bearer a.b.c",
                "Basic b3BlcmF0b3I6b3BlcmF0b3I=",
                "Bearer " + "a".repeat(10_240))) {
            add("Authorization: " + Nonsense.shortly(nonsense), draft.withHeader("Authorization", nonsense), 401, null);
        }
    }

    private void add(String what, Draft spoilt, int status, @Nullable String field) {
        all.add(new Spoilt(what, spoilt, status, field));
    }
}
