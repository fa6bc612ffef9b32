package io.parley.acceptance.network;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * What a network is called, so that no other is touched.
 *
 * @param id stands in every name
 * @param number stands in every address
 * @param hosts how many
 */
record Names(String id, int number, int hosts) {

    /** Of the addresses set apart for measurements inside a machine or a laboratory (RFC 2544). */
    private static final String RANGE = "198.18.";

    private static final int NUMBERS = 256;
    private static final int OUTSIDE = 254;
    private static final int BITS = 24;

    /** Names that nothing bears, and addresses that nothing here leads to. */
    static Names fresh(int hosts) {
        String known = Ip.print("-4 addr") + Ip.print("-4 route");
        List<Integer> free = IntStream.range(0, NUMBERS)
                .filter(number -> !known.contains(RANGE + number + "."))
                .boxed()
                .toList();
        if (free.isEmpty()) {
            throw new IllegalStateException("all of " + RANGE + "0.0/16 is in use, expected room for a network");
        }
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new Names("%06x".formatted(random.nextInt(1 << BITS)), free.get(random.nextInt(free.size())), hosts);
    }

    static Names parse(String line) {
        String[] words = line.strip().split(" ", -1);
        return new Names(words[0], Integer.parseInt(words[1]), Integer.parseInt(words[2]));
    }

    /** For {@link #parse}. */
    String line() {
        return id + " " + number + " " + hosts + "\n";
    }

    String bridge() {
        return "plb" + id;
    }

    /** The end of a host's cable that is in the bridge. */
    String port(int host) {
        return "plv" + id + "n" + host;
    }

    String namespace(int host) {
        return "parley-" + id + "-" + host;
    }

    String address(int host) {
        return RANGE + number + "." + (host + 1);
    }

    String outside() {
        return RANGE + number + "." + OUTSIDE;
    }

    void make() {
        Ip.run("link add " + bridge() + " type bridge");
        Ip.run("addr add " + outside() + "/24 dev " + bridge());
        Ip.run("link set " + bridge() + " up");
        for (int host = 0; host < hosts; host++) {
            Ip.run("netns add " + namespace(host));
            Ip.run("link add " + port(host) + " type veth peer name " + Place.DEVICE + " netns " + namespace(host));
            Ip.run("link set " + port(host) + " master " + bridge() + " up");
            Ip.run("-n " + namespace(host) + " addr add " + address(host) + "/24 dev " + Place.DEVICE);
            Ip.run("-n " + namespace(host) + " link set lo up");
            Ip.run("-n " + namespace(host) + " link set " + Place.DEVICE + " up");
        }
    }

    /** Whatever of it there is. */
    void remove() {
        for (int host = 0; host < hosts; host++) {
            Ip.runIfPossible("link del " + port(host));
            Ip.runIfPossible("netns del " + namespace(host));
        }
        Ip.runIfPossible("link del " + bridge());
    }
}
