package io.motorpool.adapters.rest.identity;

import io.motorpool.application.identity.SignIn.SignedIn;
import io.motorpool.application.identity.Tokens;
import io.motorpool.domain.access.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client goes on with. It is handed out once, and nobody can read it anywhere again. */
@Schema(name = "Tokens")
record TokensBody(
        @Schema(required = true, description = "Of the session that goes on with these")
        UUID session,

        @Schema(required = true) UUID user,
        @Schema(required = true) ProfileBody profile,

        @Schema(required = true, description = "What the user is under the profile")
        List<Role> roles,

        @Schema(required = true, description = "Goes into Authorization: Bearer")
        String accessToken,

        @Schema(required = true) Instant accessUntil,

        @Schema(required = true, description = "Brings the next tokens, once")
        String refreshToken,

        @Schema(required = true, description = "When the session lapses if nobody uses it")
        Instant refreshUntil,

        @Schema(description = "Only after signing in: by this the device is known the next time") @Nullable
        String knownDevice,

        @Nullable Instant knownDeviceUntil) {

    static TokensBody of(Tokens tokens) {
        return of(tokens, null, null);
    }

    static TokensBody of(SignedIn signedIn) {
        return of(signedIn.tokens(), signedIn.device().text(), signedIn.deviceUntil());
    }

    private static TokensBody of(Tokens tokens, @Nullable String device, @Nullable Instant deviceUntil) {
        return new TokensBody(
                tokens.session().value(),
                tokens.grant().user().value(),
                ProfileBody.of(tokens.grant().profile()),
                tokens.grant().roles().stream().sorted().toList(),
                tokens.access().text(),
                tokens.accessUntil(),
                tokens.refresh().written(),
                tokens.refreshUntil(),
                device,
                deviceUntil);
    }

    @Override
    public String toString() {
        return "(tokens)";
    }
}
