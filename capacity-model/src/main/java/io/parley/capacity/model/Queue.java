package io.parley.capacity.model;

/**
 * Waiting in front of c equal servers with Poisson arrivals and exponential service (M/M/c).
 *
 * <p>Erlang, "Solution of some problems in the theory of probabilities of significance in automatic telephone exchanges",
 * 1917; the recursion for Erlang B is stable for every c. Offered load is in erlangs: arrival rate × mean service time.
 */
final class Queue {

    private Queue() {}

    /** Probability that an arrival has to wait (Erlang C); 1 when the load reaches the servers. */
    static double waits(int servers, double offered) {
        if (offered >= servers) {
            return 1;
        }
        double blocked = 1;
        for (int k = 1; k <= servers; k++) {
            blocked = offered * blocked / (k + offered * blocked);
        }
        return blocked / (1 - offered / servers * (1 - blocked));
    }

    /**
     * The wait that is exceeded with probability {@code beyond}, in the unit of the service time; 0 when fewer wait at all,
     * infinite when the load reaches the servers.
     */
    static double wait(int servers, double offered, double serviceTime, double beyond) {
        if (offered >= servers) {
            return Double.POSITIVE_INFINITY;
        }
        double waits = waits(servers, offered);
        if (waits <= beyond) {
            return 0;
        }
        return serviceTime * Math.log(waits / beyond) / (servers - offered);
    }
}
