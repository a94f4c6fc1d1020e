package io.motorpool.sandbox.drill.keys;

import io.motorpool.sandbox.api.Answer;
import io.motorpool.sandbox.api.Api;
import io.motorpool.sandbox.verify.Stranger;
import java.util.Optional;

/** Somebody who lets tokens pass, or not. */
public interface Verifier {

    String name();

    /** Nothing when the token passed; else what was said. */
    Optional<String> refuses(String token);

    /** A node, asked for something small. */
    static Verifier node(String name, Api api) {
        return new Verifier() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Optional<String> refuses(String token) {
                Answer answer = api.as(token).get("/companies?limit=1");
                return answer.status() == 200 ? Optional.empty() : Optional.of(answer.status() + " " + answer.code());
            }
        };
    }

    /** Another service with another library. */
    static Verifier stranger(String name, Stranger stranger) {
        return new Verifier() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Optional<String> refuses(String token) {
                Stranger.Verdict verdict = stranger.verify(token);
                return verdict.accepted() ? Optional.empty() : Optional.of(verdict.why());
            }
        };
    }
}
