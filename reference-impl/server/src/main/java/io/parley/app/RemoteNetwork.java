package io.parley.app;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Where a request comes from, as far as one owner of addresses is told from another: an address of IPv4, or the first 48 bits of
 * one of IPv6. That is what anybody gets for the asking; with a longer prefix one owner would be thousands.
 */
record RemoteNetwork(String text) {

    private static final int PREFIX_BYTES = 6;

    /** What may be parsed without asking a name server. */
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    /** @param address as the servlet's container tells it, IPv6 perhaps in brackets and with a zone */
    static RemoteNetwork of(String address) {
        String bare = address.replaceAll("[\\[\\]]|%.*", "");
        if (!IPV6.matcher(bare).matches()) {
            return new RemoteNetwork(address);
        }
        try {
            byte[] bytes = InetAddress.getByName(bare).getAddress();
            // One of IPv4 that is written as one of IPv6 comes out as the former.
            return bytes.length > PREFIX_BYTES
                    ? new RemoteNetwork(HexFormat.of().formatHex(Arrays.copyOf(bytes, PREFIX_BYTES)))
                    : new RemoteNetwork(InetAddress.getByAddress(bytes).getHostAddress());
        } catch (UnknownHostException notAnAddress) {
            return new RemoteNetwork(address);
        }
    }
}
