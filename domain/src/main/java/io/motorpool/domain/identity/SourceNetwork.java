package io.motorpool.domain.identity;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Where a request comes from, as coarse as an attacker can change addresses for free: the /24 of an IPv4 address, the /64
 * of an IPv6 address.
 *
 * @param prefix the network, with its length: {@code 192.0.2.0/24}
 */
public record SourceNetwork(String prefix) {

    private static final int BYTES_OF_24 = 3;
    private static final int BYTES_OF_64 = 8;
    private static final int LONGEST = 64;

    public SourceNetwork {
        if (prefix.length() > LONGEST || !prefix.matches("[0-9a-f.:]+/(24|64)")) {
            throw new IllegalArgumentException("a network is written address/24 or address/64");
        }
    }

    /** The network of an address in its usual notation. Names are not looked up. */
    public static SourceNetwork of(String address) {
        InetAddress read = InetAddress.ofLiteral(address);
        return read instanceof Inet4Address
                ? new SourceNetwork(head(read, BYTES_OF_24) + "/24")
                : new SourceNetwork(head(read, BYTES_OF_64) + "/64");
    }

    private static String head(InetAddress address, int bytes) {
        byte[] network = address.getAddress();
        Arrays.fill(network, bytes, network.length, (byte) 0);
        try {
            return InetAddress.getByAddress(network).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("as many bytes as before", impossible);
        }
    }
}
