package io.motorpool.adapters.rest;

import io.motorpool.adapters.rest.Problem.FieldError;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body is {@code application/json} in UTF-8 (RFC 8259), as the document says. The reader of JSON by itself takes every
 * type that ends in {@code +json} or has a star in it, and guesses UTF-16 and UTF-32 from the first bytes.
 */
@Provider
public final class JsonInUtf8 implements ReaderInterceptor {

    private static final int ENOUGH_TO_TELL = 4;

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        MediaType type = context.getMediaType();
        if (isLikeJson(type)) {
            if (!isJson(type)) {
                throw new NotSupportedException();
            }
            context.setInputStream(inUtf8(context.getInputStream()));
        }
        return context.proceed();
    }

    /** Other types are the business of their own readers. */
    private static boolean isLikeJson(MediaType type) {
        return type.isWildcardType()
                || type.isWildcardSubtype()
                || type.getSubtype().endsWith("json");
    }

    static boolean isJson(MediaType type) {
        String charset = type.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "utf-8");
        return type.getType().equalsIgnoreCase("application")
                && type.getSubtype().equalsIgnoreCase("json")
                && charset.equalsIgnoreCase("utf-8");
    }

    private static InputStream inUtf8(InputStream body) throws IOException {
        PushbackInputStream unread = new PushbackInputStream(body, ENOUGH_TO_TELL);
        byte[] first = unread.readNBytes(ENOUGH_TO_TELL);
        if (isOtherEncoding(first)) {
            throw InvalidRequest.of(List.of(new FieldError("body", "invalid", "must be in UTF-8")));
        }
        unread.unread(first);
        return unread;
    }

    /** JSON begins with a character of ASCII, which has no zero byte beside it in UTF-8; nor does a mark of UTF-16. */
    static boolean isOtherEncoding(byte[] first) {
        for (byte each : first) {
            if (each == 0 || each == (byte) 0xfe || each == (byte) 0xff) {
                return true;
            }
        }
        return false;
    }
}
