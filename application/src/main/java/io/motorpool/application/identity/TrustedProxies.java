package io.motorpool.application.identity;

import io.motorpool.domain.identity.SourceNetwork;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whose word is taken for where a request comes from. Nobody's, unless it is configured: anybody can write a header. Of
 * what a proxy says only the part counts that trusted ones wrote, which is read from the end.
 */
public final class TrustedProxies {

    public static final String HEADER = "X-Forwarded-For";

    private static final Pattern DOTTED = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

    private final List<Block> trusted;

    /** @param trusted addresses, or blocks such as {@code 10.0.0.0/8} */
    public TrustedProxies(List<String> trusted) {
        this.trusted = trusted.stream().map(Block::parse).toList();
    }

    /** @param forwarded the header, each time that it was sent */
    public SourceNetwork source(String connection, List<String> forwarded) {
        InetAddress source = InetAddress.ofLiteral(withoutZone(connection));
        List<String> hops = forwarded.stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(String::strip)
                .toList();
        for (String hop : hops.reversed()) {
            if (!isTrusted(source)) {
                break;
            }
            Optional<InetAddress> before = literal(hop);
            if (before.isEmpty()) {
                break;
            }
            source = before.get();
        }
        return SourceNetwork.of(source.getHostAddress());
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(block -> block.contains(address));
    }

    /** In the notation that everybody uses: the JDK also takes one number for a whole address. */
    private static Optional<InetAddress> literal(String text) {
        try {
            return text.contains(":") || DOTTED.matcher(text).matches()
                    ? Optional.of(InetAddress.ofLiteral(withoutZone(text)))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** On which of its networks a machine met an address is nothing that anybody else knows. */
    private static String withoutZone(String address) {
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }

    /** All addresses that begin alike. */
    private record Block(byte[] prefix, int bits) {

        static Block parse(String text) {
            String[] parts = text.strip().split("/", 2);
            byte[] address = InetAddress.ofLiteral(parts[0]).getAddress();
            int bits = parts.length == 1 ? address.length * Byte.SIZE : Integer.parseInt(parts[1]);
            if (bits < 1 || bits > address.length * Byte.SIZE) {
                throw new IllegalArgumentException("no block of addresses: " + text);
            }
            return new Block(address, bits);
        }

        boolean contains(InetAddress address) {
            byte[] other = address.getAddress();
            return other.length == prefix.length && Arrays.equals(head(other), head(prefix));
        }

        private byte[] head(byte[] address) {
            byte[] head = Arrays.copyOf(address, (bits + Byte.SIZE - 1) / Byte.SIZE);
            int spare = head.length * Byte.SIZE - bits;
            head[head.length - 1] &= (byte) (0xFF << spare);
            return head;
        }
    }
}
