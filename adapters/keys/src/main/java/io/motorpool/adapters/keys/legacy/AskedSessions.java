package io.motorpool.adapters.keys.legacy;

import io.motorpool.adapters.keys.CallerContext;
import io.motorpool.adapters.keys.jws.Claims;
import io.motorpool.application.identity.OutOfReachException;
import io.motorpool.application.identity.SecondServerSessions;
import io.motorpool.domain.identity.EmailAddress;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;

/**
 * Asks the second server as RFC 7662 has it: {@code token=…} in a form, {@code {"active": true, "username": "…"}} in the
 * answer. The session never stands in an address, where it would be logged.
 */
public final class AskedSessions implements SecondServerSessions {

    private static final Pattern SESSION = Pattern.compile("[A-Za-z0-9._~-]{1,256}");
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final HttpClient client;
    private final URI address;

    public AskedSessions(URI address) {
        this.client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.address = address;
    }

    @Override
    public Uni<Optional<EmailAddress>> holder(String session) {
        if (!SESSION.matcher(session).matches()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return Uni.createFrom()
                .completionStage(() -> client.sendAsync(question(session), BodyHandlers.ofString()))
                .emitOn(CallerContext.current())
                .onFailure()
                .transform(failure -> new OutOfReachException("the second server does not answer", failure))
                .map(AskedSessions::holder);
    }

    private HttpRequest question(String session) {
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString("token=" + session))
                .build();
    }

    private static Optional<EmailAddress> holder(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new OutOfReachException("the second server answered " + answer.statusCode());
        }
        try {
            Claims said = new Claims(JsonUtil.parseJson(answer.body()));
            return Boolean.TRUE.equals(said.members().get("active"))
                    ? Optional.of(EmailAddress.parse(said.text("username")))
                    : Optional.empty();
        } catch (JoseException | IllegalArgumentException nonsense) {
            throw new OutOfReachException("the second server answers nonsense", nonsense);
        }
    }
}
