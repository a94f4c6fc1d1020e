package io.motorpool.sandbox.bench.app;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Instant;

/**
 * The requests as a gRPC client sends them: HTTP/2 with a message in front of which its length is told. Messages are written
 * and read by nobody's generated code, so what is measured is the node and not its client.
 */
final class OverGrpc implements Side {

    private static final int PREFIX = 5;
    private static final String STATUS = "grpc-status";
    private static final int VIRTUAL_ZONES = 2;

    private final HttpClient http;
    private final int port;
    private final Passes passes;

    /** @param http which speaks HTTP/2 from the first byte */
    OverGrpc(HttpClient http, int port, Passes passes) {
        this.http = http;
        this.port = port;
        this.passes = passes;
    }

    @Override
    public Future<?> list(Town.Look look) {
        Buffer request = new Message()
                .text(1, look.zone().toString())
                .message(2, at(look.start()))
                .message(3, at(look.end()))
                .number(4, PAGE)
                .written();
        return call("ListVehiclesOfZone", request, passes.ofDriver(look.driver()));
    }

    @Override
    public Future<?> map(Town.Box box) {
        Message part = new Message()
                .decimal(1, box.west())
                .decimal(2, box.south())
                .decimal(3, box.east())
                .decimal(4, box.north());
        Buffer request = new Message().message(1, part).number(2, VIRTUAL_ZONES).written();
        return call("ListZoneMarkers", request, passes.ofDriver(0));
    }

    private static Message at(Instant instant) {
        return new Message().number(1, instant.getEpochSecond());
    }

    private Future<Buffer> call(String method, Buffer message, String pass) {
        RequestOptions options = new RequestOptions()
                .setHost("localhost")
                .setPort(port)
                .setMethod(HttpMethod.POST)
                .setURI("/motorpool.map.v1.MapService/" + method)
                .putHeader("content-type", "application/grpc")
                .putHeader("te", "trailers")
                .putHeader("authorization", pass);
        Buffer framed = Buffer.buffer(PREFIX + message.length())
                .appendByte((byte) 0)
                .appendInt(message.length())
                .appendBuffer(message);
        return http.request(options)
                .compose(request -> request.send(framed))
                .compose(response -> response.body().compose(body -> answered(response, body)));
    }

    private static Future<Buffer> answered(HttpClientResponse response, Buffer body) {
        String status = response.trailers().get(STATUS);
        return "0".equals(status) && body.length() > PREFIX
                ? Future.succeededFuture(body)
                : Future.failedFuture("status %s %s %s".formatted(response.statusCode(), status, response.headers()));
    }

    /** What is said in the wire format of protocol buffers. */
    private static final class Message {

        private static final int NUMBER = 0;
        private static final int EIGHT_BYTES = 1;
        private static final int LENGTH = 2;

        private final Buffer written = Buffer.buffer();

        Message text(int field, String value) {
            return bytes(field, Buffer.buffer(value));
        }

        Message message(int field, Message value) {
            return bytes(field, value.written);
        }

        Message number(int field, long value) {
            tag(field, NUMBER);
            varint(value);
            return this;
        }

        Message decimal(int field, double value) {
            tag(field, EIGHT_BYTES);
            var _ = written.appendLongLE(Double.doubleToRawLongBits(value));
            return this;
        }

        Buffer written() {
            return written;
        }

        private Message bytes(int field, Buffer value) {
            tag(field, LENGTH);
            varint(value.length());
            var _ = written.appendBuffer(value);
            return this;
        }

        private void tag(int field, int kind) {
            varint((long) field << 3 | kind);
        }

        private void varint(long value) {
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                var _ = written.appendByte((byte) (rest & 0x7F | 0x80));
                rest >>>= 7;
            }
            var _ = written.appendByte((byte) rest);
        }
    }
}
