package io.motorpool.adapters.rest.identity;

import io.motorpool.application.identity.AccessToken;
import io.motorpool.application.identity.SignIn.SignedIn;
import io.motorpool.application.identity.Tokens;
import io.motorpool.application.shared.Ids;
import io.motorpool.domain.Decision;
import io.motorpool.domain.Refusal;
import io.motorpool.domain.access.Profile;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.identity.Grant;
import io.motorpool.domain.identity.RefreshToken;
import io.motorpool.domain.identity.Secret;
import io.motorpool.domain.identity.SessionId;
import io.motorpool.domain.identity.SourceNetwork;
import io.motorpool.domain.shared.CompanyId;
import io.motorpool.domain.shared.UserId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Set;

/** What tests of this package begin with. */
final class Given {

    static final Instant NOON = Instant.parse("2027-03-02T03:00:00Z");
    static final SourceNetwork OFFICE = SourceNetwork.of("192.0.2.17");
    static final UserId USER = new UserId(Ids.next());
    static final CompanyId COMPANY = new CompanyId(Ids.next());
    static final SessionId SESSION = new SessionId(Ids.next());
    static final Secret DEVICE = Secret.of(new byte[] {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
        31, 32
    });
    static final Grant GRANT = new Grant(USER, new Profile.Business(COMPANY), Set.of(Role.MEMBER));
    static final Tokens TOKENS = new Tokens(
            SESSION,
            GRANT,
            new AccessToken("the.access.token"),
            NOON.plusSeconds(900),
            new RefreshToken(SESSION, DEVICE),
            NOON.plusSeconds(86_400));
    static final SignedIn SIGNED_IN = new SignedIn(TOKENS, DEVICE, NOON.plusSeconds(1_000));

    private Given() {}

    static <T> Uni<Decision<T, Refusal>> accepted(T value) {
        return Uni.createFrom().item(Decision.accept(value));
    }

    static <T> Uni<Decision<T, Refusal>> refused(Refusal reason) {
        return Uni.createFrom().item(Decision.refuse(reason));
    }
}
