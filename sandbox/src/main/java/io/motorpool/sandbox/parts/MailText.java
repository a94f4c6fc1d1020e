package io.motorpool.sandbox.parts;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a message as it came over the wire (RFC 5322, RFC 2045, RFC 2047): enough to show what a person would see. */
final class MailText {

    private static final Pattern WORD = Pattern.compile("=\\?([^?]+)\\?([bBqQ])\\?([^?]*)\\?=");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("(\\?=)[ \\t]+(=\\?)");
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";\\s]+)\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHARSET = Pattern.compile("charset=\"?([^\";\\s]+)\"?", Pattern.CASE_INSENSITIVE);

    private final Map<String, String> headers = new HashMap<>();
    private final String body;

    private MailText(String message) {
        int gap = message.indexOf("\r\n\r\n");
        String head = gap < 0 ? message : message.substring(0, gap);
        for (String line : head.replaceAll("\r\n[ \t]+", " ").split("\r\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        this.body = gap < 0 ? "" : message.substring(gap + 4);
    }

    /** @param message each byte as one character */
    static Mail read(String message, Instant arrived) {
        MailText read = new MailText(message);
        return new Mail(arrived, read.header("to"), words(read.header("subject")), read.text());
    }

    private String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** The first part that is plain text; of a message without parts, all of it. */
    private String text() {
        String type = header("content-type");
        Matcher boundary = BOUNDARY.matcher(type);
        if (type.toLowerCase(Locale.ROOT).startsWith("multipart/") && boundary.find()) {
            for (String part : body.split(Pattern.quote("--" + boundary.group(1)))) {
                MailText inner = new MailText(part.replaceFirst("^\r\n", ""));
                String innerType = inner.header("content-type").toLowerCase(Locale.ROOT);
                if (innerType.startsWith("text/plain") || innerType.startsWith("multipart/")) {
                    return inner.text();
                }
            }
        }
        return decoded(type).replace("\r\n", "\n").strip();
    }

    private String decoded(String type) {
        Matcher charset = CHARSET.matcher(type);
        Charset characters = charset.find() ? Charset.forName(charset.group(1)) : StandardCharsets.UTF_8;
        return switch (header("content-transfer-encoding").toLowerCase(Locale.ROOT)) {
            case "base64" -> new String(Base64.getMimeDecoder().decode(body), characters);
            case "quoted-printable" -> quoted(body.replaceAll("=[ \t]*\r\n", ""), characters);
            default -> new String(body.getBytes(StandardCharsets.ISO_8859_1), characters);
        };
    }

    private static String words(String header) {
        Matcher words = WORD.matcher(BETWEEN_WORDS.matcher(header).replaceAll("$1$2"));
        return words.replaceAll(word -> {
            Charset characters = Charset.forName(word.group(1));
            String text = word.group(2).equalsIgnoreCase("b")
                    ? new String(Base64.getMimeDecoder().decode(word.group(3)), characters)
                    : quoted(word.group(3).replace('_', ' '), characters);
            return Matcher.quoteReplacement(text);
        });
    }

    private static String quoted(String text, Charset characters) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '=' && i + 2 < text.length()) {
                bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(character);
            }
        }
        return bytes.toString(characters);
    }
}
