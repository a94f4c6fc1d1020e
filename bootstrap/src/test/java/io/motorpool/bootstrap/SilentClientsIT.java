package io.motorpool.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.motorpool.sandbox.app.MotorpoolProcess;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Who may ping how often (ADR-0056). Spoken as bytes, because a client of gRPC keeps to the rules by itself: it pings every ten
 * seconds at most, and half as often once it was shown the door.
 */
@EndToEnd
class SilentClientsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** So many pings that come too early are forgiven (gRPC's A8). */
    private static final int FORGIVEN = 2;

    private final RunningSystem system;

    SilentClientsIT(RunningSystem system) {
        this.system = system;
    }

    @Test
    void a_ping_without_any_call_is_answered_and_the_connection_goes_on() throws IOException {
        try (Line line = new Line(system.node().grpcPort())) {
            line.ping(7);
            assertThat(line.next(Frame.PING).payload()).isEqualTo(Line.number(7));
            line.ping(8);
            assertThat(line.next(Frame.PING).payload()).isEqualTo(Line.number(8));
        }
    }

    @Test
    void whoever_pings_more_often_than_every_twenty_seconds_is_shown_the_door_and_told_why() throws IOException {
        try (Line line = new Line(system.node().grpcPort())) {
            for (int ping = 0; ping <= FORGIVEN + 1; ping++) {
                line.ping(ping);
            }

            Frame farewell = line.next(Frame.GOAWAY);

            assertThat(ByteBuffer.wrap(farewell.payload()).getInt(Integer.BYTES))
                    .as("ENHANCE_YOUR_CALM")
                    .isEqualTo(0xb);
            assertThat(new String(
                            farewell.payload(),
                            2 * Integer.BYTES,
                            farewell.payload().length - 2 * Integer.BYTES,
                            StandardCharsets.US_ASCII))
                    .isEqualTo("too_many_pings");
            assertThat(line.isClosed()).isTrue();
        }
    }

    /** A node that pings as often as gRPC lets it; after a ping it waits for twenty seconds, as every node does. */
    @Test
    void whoever_answers_the_servers_ping_stays_and_whoever_does_not_is_hung_up_on() throws IOException {
        try (MotorpoolProcess curious =
                system.node().sibling("curious").with("QUARKUS_GRPC_SERVER_NETTY_KEEP_ALIVE_TIME", "10S")) {
            curious.start();
            try (Line line = new Line(curious.grpcPort())) {
                line.waitAtMost(Duration.ofSeconds(40));
                line.pong(line.next(Frame.PING).payload());

                Frame unanswered = line.next(Frame.PING);

                assertThat(unanswered.payload()).hasSize(Long.BYTES);
                assertThat(line.isClosed()).isTrue();
            }
        }
    }

    /** Of HTTP/2. */
    private record Frame(int type, byte[] payload) {

        static final int SETTINGS = 4;
        static final int PING = 6;
        static final int GOAWAY = 7;
        static final int ACKNOWLEDGED = 1;
    }

    /** A connection without any stream on it. */
    private static final class Line implements AutoCloseable {

        private static final int OVER = -1;

        private final Socket socket;
        private final DataInputStream in;

        Line(int port) throws IOException {
            socket = new Socket("localhost", port);
            socket.setSoTimeout((int) PATIENCE.toMillis());
            in = new DataInputStream(socket.getInputStream());
            socket.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            send(Frame.SETTINGS, new byte[0]);
        }

        static byte[] number(long number) {
            return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
        }

        void ping(long number) throws IOException {
            send(Frame.PING, number(number));
        }

        void pong(byte[] payload) throws IOException {
            send(Frame.PING, Frame.ACKNOWLEDGED, payload);
        }

        void waitAtMost(Duration patience) throws IOException {
            socket.setSoTimeout((int) patience.toMillis());
        }

        private void send(int type, byte[] payload) throws IOException {
            send(type, 0, payload);
        }

        private void send(int type, int flags, byte[] payload) throws IOException {
            var frame = new ByteArrayOutputStream();
            frame.write(new byte[] {0, 0, (byte) payload.length, (byte) type, (byte) flags, 0, 0, 0, 0});
            frame.write(payload);
            socket.getOutputStream().write(frame.toByteArray());
        }

        /** Whatever comes before it is passed over. */
        Frame next(int type) throws IOException {
            Frame frame;
            do {
                byte[] head = in.readNBytes(9);
                if (head.length < 9) {
                    throw new AssertionError("hung up before a frame of type " + type + ": " + Arrays.toString(head));
                }
                int length = ByteBuffer.wrap(head).getInt() >>> 8;
                frame = new Frame(head[3], in.readNBytes(length));
            } while (frame.type() != type);
            return frame;
        }

        boolean isClosed() throws IOException {
            int read;
            do {
                read = in.read();
            } while (read != OVER);
            return true;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
