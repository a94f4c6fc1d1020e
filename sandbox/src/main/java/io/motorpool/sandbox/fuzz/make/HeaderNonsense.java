package io.motorpool.sandbox.fuzz.make;

import io.motorpool.sandbox.fuzz.contract.Expectation;
import java.util.List;
import java.util.Optional;

/** Spoils what is said about the message, or adds what nobody asked for. */
final class HeaderNonsense implements Nonsense.Kind {

    private static final List<String> OTHER_TYPES = List.of(
            "text/plain",
            "application/xml",
            "text/xml; charset=utf-8",
            "multipart/form-data; boundary=x",
            "application/x-www-form-urlencoded",
            "application/octet-stream",
            "image/png",
            "application/problem+json",
            "application/vnd.motorpool+json",
            "text/json",
            "application/*",
            "*/*",
            "json",
            ";;;",
            "/",
            "application/json/x");
    private static final List<String> ACCEPTS = List.of(
            "application/xml",
            "text/html",
            "image/*",
            "application/problem+json",
            "*/*;q=0",
            "json",
            ";",
            "/",
            ",",
            "application/json;q=7",
            "text/html, application/xhtml+xml, */*;q=0.8");
    private static final List<String> STRANGE = List.of(
            "X-HTTP-Method-Override: DELETE",
            "X-Forwarded-Host: elsewhere.example",
            "X-Forwarded-Prefix: /../..",
            "Forwarded: for=;;;host=\"",
            "Range: bytes=0-1",
            "If-None-Match: *",
            "If-Modified-Since: never",
            "Cookie: a=b; c",
            "traceparent: 00-zz-zz-01",
            "Content-Encoding: gzip",
            "Accept-Encoding: gzip, br;q=x",
            "Accept-Language: xx-YY-zz;q=9",
            "Accept-Charset: utf-7",
            "Prefer: return=minimal",
            "Origin: https://elsewhere.example",
            "Upgrade-Insecure-Requests: x",
            "Content-Language: ko, ,",
            "Max-Forwards: -1",
            "TE: trailers");

    private final Dice dice;

    HeaderNonsense(Dice dice) {
        this.dice = dice;
    }

    @Override
    public void spoil(Draft draft, Scene scene) {
        switch (dice.below(6)) {
            case 0, 1 -> type(draft);
            case 2 -> {
                String accept = dice.pick(ACCEPTS);
                draft.header("Accept", accept);
                draft.spoiled("Accept: " + accept, Expectation.ANYTHING);
            }
            case 3 -> {
                draft.header("X-Padding", "p".repeat(20_000));
                draft.unreadable("a huge header");
            }
            case 4 -> {
                for (int i = 0; i < 150; i++) {
                    draft.oneMoreHeader("X-Many-" + i, "x");
                }
                draft.spoiled("a hundred and fifty headers", Expectation.ANYTHING);
            }
            default -> {
                String line = dice.pick(STRANGE);
                int colon = line.indexOf(": ");
                draft.oneMoreHeader(line.substring(0, colon), line.substring(colon + 2));
                draft.spoiled(line, Expectation.ANYTHING);
            }
        }
    }

    private void type(Draft draft) {
        if (draft.header("Content-Type").isEmpty()) {
            return;
        }
        if (dice.percent(15)) {
            draft.dropHeader("Content-Type");
            draft.spoiled("without a content type", Expectation.ANYTHING);
            return;
        }
        String type = dice.pick(OTHER_TYPES.stream()
                .filter(other -> !draft.header("Content-Type").equals(Optional.of(other)))
                .toList());
        draft.header("Content-Type", type);
        draft.spoiled("Content-Type: " + type, new Expectation.Refusal("a body of another type"));
    }
}
