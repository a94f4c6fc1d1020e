package io.motorpool.adapters.rest.identity;

import io.motorpool.adapters.rest.Input;
import io.motorpool.adapters.rest.Input.Field;
import io.motorpool.application.identity.ServiceAccountView;
import io.motorpool.domain.access.Role;
import io.motorpool.domain.identity.RsaPublicKey;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A program that acts by itself. */
@Schema(name = "ServiceAccount")
record ServiceAccountBody(
        @Schema(required = true, description = "Also its client_id")
        UUID id,

        @Schema(required = true) String name,
        @Schema(required = true) ProfileBody profile,
        @Schema(required = true) Role role,
        @Schema(required = true) List<KeyView> keys,
        @Schema(required = true) boolean enabled) {

    static ServiceAccountBody of(ServiceAccountView view) {
        return new ServiceAccountBody(
                view.id().value(),
                view.name(),
                ProfileBody.of(view.profile()),
                view.role(),
                view.keys().stream().map(KeyView::of).toList(),
                view.enabled());
    }

    /** Only the document reads this: what a page of them looks like. */
    @Schema(name = "ServiceAccountPage")
    record ServiceAccountPage(
            @Schema(required = true) List<ServiceAccountBody> items,
            @Nullable String nextCursor) {}

    /** A public key as a JWK (RFC 7517), with its thumbprint as its id. */
    @Schema(name = "ServiceKey")
    record KeyView(
            @Schema(required = true, description = "Its thumbprint (RFC 7638)")
            String kid,

            @Schema(required = true, examples = "RSA") String kty,
            @Schema(required = true) String n,
            @Schema(required = true) String e) {

        static KeyView of(RsaPublicKey key) {
            return new KeyView(key.id().value(), "RSA", key.n(), key.e());
        }
    }

    /** The same as a request says it. Whatever else a JWK may hold has no place here, a private half least of all. */
    @Schema(name = "NewServiceKey", description = "The public half of an RSA key as a JWK (RFC 7517)")
    record KeyBody(
            @Schema(required = true, enumeration = "RSA") @Nullable
            String kty,

            @Schema(required = true, pattern = "^[A-Za-z0-9_-]{342,683}$", examples = ExampleKey.MODULUS) @Nullable
            String n,

            @Schema(required = true, maxLength = LONGEST_EXPONENT, examples = "AQAB") @Nullable
            String e) {

        private static final int LONGEST_EXPONENT = 6;

        private static String brief(String exponent) {
            if (exponent.length() > LONGEST_EXPONENT) {
                throw new IllegalArgumentException("has at most %d characters".formatted(LONGEST_EXPONENT));
            }
            return exponent;
        }

        Field<RsaPublicKey> read(Input in, String path) {
            Field<Family> family = in.oneOf(Family.class, path + "kty", kty);
            Field<String> modulus = in.given(path + "n", n);
            Field<String> exponent = in.required(path + "e", e, KeyBody::brief);
            return in.made(path + "n", () -> {
                Family _ = family.get();
                return RsaPublicKey.of(modulus.get(), exponent.get());
            });
        }
    }

    private enum Family {
        RSA
    }
}
