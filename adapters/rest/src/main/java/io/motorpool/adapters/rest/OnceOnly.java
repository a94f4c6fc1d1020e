package io.motorpool.adapters.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.motorpool.application.shared.AnswerOnce;
import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.IdempotencyKeys;
import io.motorpool.domain.access.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Answers a POST once, however often it is sent (P13): what was answered first is answered again. */
@ApplicationScoped
public class OnceOnly {

    private static final List<String> KEPT_HEADERS =
            List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CONTENT_TYPE);

    private final AnswerOnce once;
    private final ObjectMapper mapper;

    public OnceOnly(AnswerOnce once, ObjectMapper mapper) {
        this.once = once;
        this.mapper = mapper;
    }

    /** @param body what the request said, as it was read */
    public Uni<Response> answer(
            Caller caller, String operation, String key, Record body, Supplier<Uni<Response>> work) {
        var request = new IdempotencyKeys.Request(caller.user(), operation, key, digest(caller, body));
        return Answers.of(
                once.answer(
                        request, () -> work.get().invoke(OnceOnly::mustBeFinal).map(this::kept)),
                given -> response(given.answer()));
    }

    /** Who lost to others may ask again, under the same key, and is not told for a day that they lost. */
    private static void mustBeFinal(Response response) {
        if (response.getEntity() instanceof Problem problem && problem.code().equals(HttpProblems.CONTENDED)) {
            throw new ContendedException("others were faster, time and again");
        }
    }

    private IdempotencyKeys.Answer kept(Response response) {
        Map<String, String> headers = new LinkedHashMap<>();
        KEPT_HEADERS.stream()
                .filter(response.getHeaders()::containsKey)
                .forEach(name -> headers.put(name, response.getHeaderString(name)));
        return new IdempotencyKeys.Answer(response.getStatus(), headers, json(response.getEntity()));
    }

    /** A problem is read again, because path and trace are those of the present request. */
    private Response response(IdempotencyKeys.Answer answer) {
        if (Problem.MEDIA_TYPE.equals(answer.headers().get(HttpHeaders.CONTENT_TYPE))) {
            return Answers.problem(problem(answer.body()));
        }
        Response.ResponseBuilder response = Response.status(answer.status()).entity(answer.body());
        answer.headers().forEach(response::header);
        return response.build();
    }

    private Problem problem(String body) {
        try {
            return Problem.read(mapper.readTree(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String json(Object entity) {
        try {
            return mapper.writeValueAsString(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What somebody was answered for one company is no answer for another one, though the person is the same. */
    private static String digest(Caller caller, Record body) {
        try {
            byte[] text = (caller.profile() + " " + body).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
