package io.motorpool.adapters.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import com.google.rpc.Status;
import io.grpc.Status.Code;
import io.motorpool.application.shared.AnswerOnce;
import io.motorpool.application.shared.ContendedException;
import io.motorpool.application.shared.IdempotencyKeys.Answer;
import io.motorpool.application.shared.IdempotencyKeys.Request;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Answers a call once, however often it is sent (P13): what was answered first is answered again. */
@ApplicationScoped
public class OnceOnly {

    private static final Pattern KEY = Pattern.compile("[!-~]{1,100}");
    private static final String FORM = "must be 1 to 100 printable ASCII characters";

    private final AnswerOnce once;

    public OnceOnly(AnswerOnce once) {
        this.once = once;
    }

    /** @param request all that the call says, its id included */
    public <T, R extends Refusal, A extends Message> Uni<A> answer(
            Caller caller,
            String requestId,
            Message request,
            Parser<A> parser,
            Supplier<Uni<Decision<T, R>>> work,
            Function<T, A> show) {
        String operation = Call.current().method();
        var asked = new Request(caller.user(), operation, checked(requestId), digest(caller, request));
        return once.answer(asked, () -> work.get().map(decision -> kept(decision, show)))
                .map(decision -> decision.fold(given -> read(given.answer(), parser), Edge::refused));
    }

    private static String checked(String requestId) {
        if (requestId.isEmpty()) {
            throw new Refused(Statuses.invalid(
                    "idempotency-key-required",
                    "Send a request_id, so that repeating the call does no harm.",
                    List.of(Input.violation("request_id", FORM))));
        }
        if (!KEY.matcher(requestId).matches()) {
            throw new Refused(Statuses.invalid(
                    Statuses.INVALID,
                    "The request cannot be understood.",
                    List.of(Input.violation("request_id", FORM))));
        }
        return requestId;
    }

    private static <T, R extends Refusal, A extends Message> Answer kept(Decision<T, R> decision, Function<T, A> show) {
        return switch (decision) {
            case Decision.Accepted<T, R>(var value) -> answer(Code.OK, show.apply(value));
            case Decision.Refused<T, R>(var reason) -> {
                Status status = Statuses.of(reason);
                mustBeFinal(status);
                yield answer(io.grpc.Status.fromCodeValue(status.getCode()).getCode(), status);
            }
        };
    }

    /** Who lost to others may ask again, under the same id, and is not told for a day that they lost. */
    private static void mustBeFinal(Status status) {
        if (Reasons.of(status).equals(Statuses.CONTENDED)) {
            throw new ContendedException("others were faster, time and again");
        }
    }

    private static Answer answer(Code code, MessageLite message) {
        return new Answer(code.value(), Map.of(), Base64.getEncoder().encodeToString(message.toByteArray()));
    }

    private static <A extends Message> A read(Answer answer, Parser<A> parser) {
        byte[] bytes = Base64.getDecoder().decode(answer.body());
        try {
            if (answer.status() == Code.OK.value()) {
                return parser.parseFrom(bytes);
            }
            throw new Refused(Status.parseFrom(bytes));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What somebody was answered for one company is no answer for another one, though the person is the same. */
    private static String digest(Caller caller, Message request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((caller.profile() + " ").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(request.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
