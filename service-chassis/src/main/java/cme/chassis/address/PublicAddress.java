package cme.chassis.address;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/// Tells addresses on the public internet from those that lead into somebody's own network.
public final class PublicAddress {

    /// A range of addresses: the bits of a prefix.
    private record Range(byte[] prefix, int bits) {

        static Range of(String text) {
            String[] parts = text.split("/");
            return new Range(bytes(parts[0]), Integer.parseInt(parts[1]));
        }

        boolean contains(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (int i = 0; i < bits; i++) {
                int mask = 0x80 >> (i % 8);
                if ((address[i / 8] & mask) != (prefix[i / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /// IANA's special-purpose addresses that are not globally reachable, multicast, and the ranges
    /// of IPv6 that embed an address of IPv4 (translation, 6to4, Teredo).
    private static final List<Range> NOT_PUBLIC =
            List.of(
                            "0.0.0.0/8",
                            "10.0.0.0/8",
                            "100.64.0.0/10",
                            "127.0.0.0/8",
                            "169.254.0.0/16",
                            "172.16.0.0/12",
                            "192.0.0.0/24",
                            "192.0.2.0/24",
                            "192.88.99.0/24",
                            "192.168.0.0/16",
                            "198.18.0.0/15",
                            "198.51.100.0/24",
                            "203.0.113.0/24",
                            "224.0.0.0/3",
                            "::/8",
                            "64:ff9b::/32",
                            "100::/64",
                            "2001::/23",
                            "2001:db8::/32",
                            "2002::/16",
                            "3fff::/20",
                            "5f00::/16",
                            "fc00::/7",
                            "fe80::/9",
                            "ff00::/8")
                    .stream()
                    .map(Range::of)
                    .toList();

    private PublicAddress() {}

    public static boolean is(InetAddress address) {
        // Java turns an IPv4 address that is mapped into IPv6 into one of IPv4.
        byte[] bytes = address.getAddress();
        boolean isScoped = address instanceof Inet6Address six && six.getScopeId() != 0;
        return !isScoped && NOT_PUBLIC.stream().noneMatch(range -> range.contains(bytes));
    }

    private static byte[] bytes(String literal) {
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("Not an address: " + literal, e);
        }
    }

    /// The first of the addresses if all of them are public.
    ///
    /// @throws UnknownHostException when one of them is not
    public static InetAddress require(InetAddress[] addresses) throws UnknownHostException {
        if (!Arrays.stream(addresses).allMatch(PublicAddress::is)) {
            throw new UnknownHostException("The address is not public");
        }
        return addresses[0];
    }
}
