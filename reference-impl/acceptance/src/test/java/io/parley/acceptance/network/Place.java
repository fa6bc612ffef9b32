package io.parley.acceptance.network;

/**
 * A place on a private network.
 *
 * @param address by which the others reach it
 * @param in the words for {@code ip} that lead there; none lead outside of the namespaces
 * @param device by which it reaches the others
 */
public record Place(String address, String in, String device) {

    /** What a host's own device is called inside of it. */
    static final String DEVICE = "eth0";

    /** Nobody has this hardware address: no interface takes what is sent to it. */
    private static final String NOBODY = "02:00:00:00:00:99";

    static Place ofHost(String namespace, String address) {
        return new Place(address, "-n " + namespace + " ", DEVICE);
    }

    /** From now on nothing arrives from here at the other place; the way back stays as it is. */
    void lose(Place other) {
        Ip.run(in + "neigh replace " + other.address + " lladdr " + NOBODY + " dev " + device + " nud permanent");
    }

    /** Here it is asked anew which hardware address the other place has. */
    void find(Place other) {
        Ip.run(in + "neigh del " + other.address + " dev " + device);
    }
}
