package io.motorpool.application.identity;

import io.motorpool.domain.identity.KeyId;
import io.motorpool.domain.identity.RsaPublicKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What attackers and broken clients send, by name. Where somebody else's key signs, they have one of their own. */
public final class Forgeries {

    private static final KeyPair THIEF = SignedWords.newPair();

    private final KeyPair ours;
    private final Badge good;
    private final Instant now;
    private final Map<String, String> all = new LinkedHashMap<>();

    private Forgeries(KeyPair ours, Badge good, Instant now) {
        this.ours = ours;
        this.now = now;
        this.good = good;
    }

    /** Which every verifier of any make must refuse. */
    public static Map<String, String> everybodyMustRefuse(KeyPair ours, Instant now) throws GeneralSecurityException {
        Forgeries forgeries =
                new Forgeries(ours, Badge.of(SignedWords.publicHalf(ours).id(), now), now);
        forgeries.otherAlgorithms();
        forgeries.otherKeys();
        forgeries.otherWords();
        return forgeries.all;
    }

    /**
     * @param good what all of them imitate, issued now
     * @param elsewhere an address at which somebody watches whether anybody comes
     */
    public static Map<String, String> weRefuse(KeyPair ours, Badge good, Instant now, String elsewhere)
            throws GeneralSecurityException {
        Forgeries forgeries = new Forgeries(ours, good, now);
        forgeries.otherAlgorithms();
        forgeries.otherKeys();
        forgeries.otherWords();
        forgeries.pointers(elsewhere);
        forgeries.strangeKeyIds();
        forgeries.strangeForms();
        forgeries.strangeClaims();
        return forgeries.all;
    }

    private void otherAlgorithms() throws GeneralSecurityException {
        String claims = SignedWords.encode(good.claimsText());
        all.put("alg none, no signature", SignedWords.encode(header("none")) + "." + claims + ".");
        all.put("alg none, ours", sign("SHA256withRSA", header("none")));
        all.put("alg None", SignedWords.encode(header("None")) + "." + claims + ".AAAA");
        all.put("HS256 with the public key as the secret", hmac(ours.getPublic().getEncoded()));
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(ours.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        all.put("HS256 with the public key's PEM as the secret", hmac(pem.getBytes(StandardCharsets.US_ASCII)));
        all.put("RS384", sign("SHA384withRSA", header("RS384")));
        all.put("RS512", sign("SHA512withRSA", header("RS512")));
        all.put("RS512 that says RS256", sign("SHA512withRSA", header("RS256")));
        all.put("PS256", pss());
        KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
        curve.initialize(new ECGenParameterSpec("secp256r1"));
        all.put(
                "ES256",
                SignedWords.sign(
                        "SHA256withECDSAinP1363Format",
                        header("ES256"),
                        good.claimsText(),
                        curve.generateKeyPair().getPrivate()));
    }

    private void otherKeys() {
        RsaPublicKey thiefs = SignedWords.publicHalf(THIEF);
        all.put("somebody else's key under our name", good.signed(THIEF));
        all.put("an unknown key", good.namingKey(thiefs.id()).signed(THIEF));
        all.put(
                "an embedded jwk",
                good.withHeader("jwk", "{\"kty\":\"RSA\",\"n\":\"%s\",\"e\":\"%s\"}".formatted(thiefs.n(), thiefs.e()))
                        .signed(THIEF));
        all.put("a changed payload", changed(good.with("roles", "[\"OPERATOR\",\"AUDITOR\"]")));
        all.put("an empty signature", good.signed(ours).replaceAll("[^.]*$", ""));
    }

    private void otherWords() {
        all.put("another issuer", good.with("iss", "\"https://evil.example\"").signed(ours));
        all.put(
                "our issuer with a slash",
                good.with("iss", "\"https://motorpool.local/\"").signed(ours));
        all.put("another audience", good.with("aud", "\"bank\"").signed(ours));
        all.put("no issuer", good.without("iss").signed(ours));
        all.put("no audience", good.without("aud").signed(ours));
        all.put("no end", good.without("exp").signed(ours));
        all.put("another kind of token", good.withHeader("typ", "\"JWT\"").signed(ours));
        all.put("no kind of token", good.withoutHeader("typ").signed(ours));
        all.put(
                "critical words that nobody understands",
                good.withHeader("crit", "[\"exp\"]").withHeader("exp", "1").signed(ours));
        all.put(
                "expired beyond the skew",
                good.issued(now.minusSeconds(900 + 60)).signed(ours));
        all.put(
                "good only later, beyond the skew",
                good.with("nbf", seconds(600)).signed(ours));
    }

    private void pointers(String elsewhere) {
        for (String pointer : new String[] {"jku", "x5u"}) {
            String address = "\"%s\"".formatted(elsewhere);
            all.put(pointer, good.withHeader(pointer, address).signed(THIEF));
            all.put(
                    pointer + " and an unknown key",
                    good.namingKey(SignedWords.publicHalf(THIEF).id())
                            .withHeader(pointer, address)
                            .signed(THIEF));
            all.put(
                    pointer + " and no key id",
                    good.withHeader(pointer, address).withoutHeader("kid").signed(THIEF));
        }
        all.put("x5c", good.withHeader("x5c", "[\"MIIB\"]").signed(THIEF));
    }

    private void strangeKeyIds() {
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("a path", "\"../../../../etc/passwd\"");
        ids.put("an absolute path", "\"/dev/null\"");
        ids.put("SQL", "\"' OR '1'='1' -- \"");
        ids.put("10 KiB", "\"" + "A".repeat(10 * 1024) + "\"");
        ids.put("as long as a token may be", "\"" + "A".repeat(2_500) + "\"");
        ids.put("control characters", "\"\\u0000\\r\\n\\u001b[31m\"");
        ids.put("nothing", "\"\"");
        ids.put("a number", "7");
        ids.put("null", "null");
        ids.put("an object", "{}");
        ids.put("ours and a blank", "\"" + id() + " \"");
        ids.forEach((name, json) ->
                all.put("kid: " + name, good.withHeader("kid", json).signed(ours)));
        all.put("kid: none", good.withoutHeader("kid").signed(ours));
    }

    private void strangeForms() {
        String token = good.signed(ours);
        String duplicateHeader = "{\"alg\":\"RS256\"," + good.headerText().substring(1);
        all.put("a refresh token", "mpr_" + "A".repeat(43));
        all.put("another opaque secret", "A".repeat(43));
        all.put("nothing", "");
        all.put("two parts", token.substring(0, token.lastIndexOf('.')));
        all.put("four parts", token + ".AAAA");
        all.put("five parts, as if encrypted", token + ".AAAA.AAAA");
        all.put("cut short", token.substring(0, token.length() - 20));
        all.put("one character longer", token + "A");
        all.put("padded", token + "==");
        all.put("with a line feed", token + "\n");
        all.put("oversized", good.with("note", "\"" + "x".repeat(5_000) + "\"").signed(ours));
        all.put("huge", "A".repeat(1_000_000));
        all.put("the header says two things", SignedWords.sign(duplicateHeader, good.claimsText(), ours.getPrivate()));
        all.put("the header is no object", SignedWords.sign("[]", good.claimsText(), ours.getPrivate()));
        all.put("the header is no JSON", SignedWords.sign("hello", good.claimsText(), ours.getPrivate()));
        all.put(
                "b64",
                good.withHeader("b64", "false").withHeader("crit", "[\"b64\"]").signed(ours));
        all.put("zip", good.withHeader("zip", "\"DEF\"").signed(ours));
        all.put("a signature written in a roundabout way", roundabout(token));
    }

    private void strangeClaims() {
        String claims = good.claimsText();
        String twice = claims.replace("\"roles\":", "\"roles\":[\"OPERATOR\"],\"roles\":");
        all.put("duplicate claims", SignedWords.sign(good.headerText(), twice, ours.getPrivate()));
        all.put("claims that are a list", SignedWords.sign(good.headerText(), "[]", ours.getPrivate()));
        all.put("claims that are no JSON", SignedWords.sign(good.headerText(), "hello", ours.getPrivate()));
        all.put(
                "issued later, beyond the skew",
                good.issued(now.plusSeconds(600)).signed(ours));
        all.put("a life longer than we give", good.with("exp", seconds(901)).signed(ours));
        all.put("an end before the beginning", good.with("exp", seconds(0)).signed(ours));
        all.put("no beginning", good.without("iat").signed(ours));
        all.put("no name of its own", good.without("jti").signed(ours));
        all.put("a fraction of a second", good.with("exp", seconds(900) + ".5").signed(ours));
        all.put("an end in words", good.with("exp", "\"" + seconds(900) + "\"").signed(ours));
        all.put(
                "an end after the end of time",
                good.with("exp", "9".repeat(400)).signed(ours));
        all.put("nobody", good.without("sub").signed(ours));
        all.put("somebody without an id", good.with("sub", "\"minsu\"").signed(ours));
        all.put("an id in short", good.with("sub", "\"1-2-3-4-5\"").signed(ours));
        all.put("an unknown profile", good.with("profile", "\"EMPEROR\"").signed(ours));
        all.put("no profile", good.without("profile").signed(ours));
        all.put(
                "a company's member without a company",
                good.with("profile", "\"BUSINESS\"").without("company").signed(ours));
        all.put("roles that are no list", good.with("roles", "\"MEMBER\"").signed(ours));
        all.put("roles that are no names", good.with("roles", "[7]").signed(ours));
        all.put("an edition in words", good.with("edition", "\"7\"").signed(ours));
        all.put("an edition before the first", good.with("edition", "-1").signed(ours));
        all.put("a session without an id", good.with("sid", "\"x\"").signed(ours));
    }

    private String header(String algorithm) {
        return good.withHeader("alg", "\"%s\"".formatted(algorithm)).headerText();
    }

    private String sign(String algorithm, String header) {
        return SignedWords.sign(algorithm, header, good.claimsText(), ours.getPrivate());
    }

    private String hmac(byte[] secret) throws GeneralSecurityException {
        String signed = SignedWords.encode(header("HS256")) + "." + SignedWords.encode(good.claimsText());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        return signed + "." + SignedWords.encode(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private String pss() throws GeneralSecurityException {
        String signed = SignedWords.encode(header("PS256")) + "." + SignedWords.encode(good.claimsText());
        Signature pss = Signature.getInstance("RSASSA-PSS");
        pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        pss.initSign(ours.getPrivate());
        pss.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + SignedWords.encode(pss.sign());
    }

    private String changed(Badge other) {
        String token = good.signed(ours);
        return SignedWords.encode(good.headerText()) + "." + SignedWords.encode(other.claimsText())
                + token.substring(token.lastIndexOf('.'));
    }

    /** 256 bytes end in a character of which four bits mean nothing. */
    private static String roundabout(String token) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = alphabet.indexOf(token.charAt(token.length() - 1));
        return token.substring(0, token.length() - 1) + alphabet.charAt(last | 1);
    }

    private String seconds(long later) {
        return Long.toString(now.getEpochSecond() + later);
    }

    private KeyId id() {
        return SignedWords.publicHalf(ours).id();
    }
}
