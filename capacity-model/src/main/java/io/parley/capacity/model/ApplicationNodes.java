package io.parley.capacity.model;

/** How many application nodes the load takes, and what decides it. */
final class ApplicationNodes {

    private static final double MICROS = 1e6;
    private static final double MILLIS = 1e3;
    private static final double KIB_PER_MIB = 1024;

    /** One in a hundred may wait longer. */
    private static final double BEYOND = 0.01;

    private ApplicationNodes() {}

    static void solve(Inputs in, Answers out) {
        double regions = in.get(Input.REGIONS);
        double cpu = cpu(in, out);
        double byCpu = cpu / regions / (in.get(Input.NODE_CORES) * in.get(Input.NODE_UTILISATION));
        double connections = out.get(Answer.CONNECTIONS) / regions;
        double freeHeapMib = in.get(Input.NODE_HEAP_MIB) * in.get(Input.HEAP_SHARE) - in.get(Input.BASE_HEAP_MIB);
        double byHeap = connections * in.get(Input.CONNECTION_HEAP_KIB) / KIB_PER_MIB / freeHeapMib;
        double byConnections = connections / in.get(Input.CONNECTIONS_PER_NODE);
        out.set(Answer.NODE_CPU, cpu);
        out.set(Answer.NODES_AT_LEAST, 1);
        out.set(Answer.NODES_BY_CPU, byCpu);
        out.set(Answer.NODES_BY_HEAP, byHeap);
        out.set(Answer.NODES_BY_CONNECTIONS, byConnections);
        out.set(Answer.NODES_BY_WAIT, byWait(in, out));
        double needed = Math.ceil(out.get(out.binding(Answer.NODES)));
        double nodes = regions * (needed + in.get(Input.SPARE_NODES));
        out.set(Answer.NODES, nodes);
        out.set(Answer.CACHED_STATES, nodes * in.get(Input.CACHE_MIB) * KIB_PER_MIB / in.get(Input.STATE_KIB));
        out.set(Answer.LATENCY_WAIT, waitMillis(in, out, needed));
    }

    /** Cores that are busy at the peak, in all regions. */
    private static double cpu(Inputs in, Answers out) {
        double requests = requests(out) * in.get(Input.REQUEST_CPU_MS) / MILLIS;
        double snapshots = out.get(Answer.APPENDS) / in.get(Input.SNAPSHOT_ENTRIES);
        double statements = (out.get(Answer.INBOX_WRITES) + out.get(Answer.CURSOR_WRITES) + snapshots)
                * in.get(Input.STATEMENT_CPU_MS)
                / MILLIS;
        double pings = out.get(Answer.CONNECTIONS) / in.get(Input.PING_SECONDS);
        double frames = (2 * out.get(Answer.PUSHES) + 2 * pings) * in.get(Input.FRAME_CPU_US) / MICROS;
        double connects = out.get(Answer.CONNECTS) * in.get(Input.CONNECT_CPU_MS) / MILLIS;
        return requests + statements + frames + connects;
    }

    private static double requests(Answers out) {
        return out.get(Answer.APPENDS) + out.get(Answer.CURSOR_WRITES) + out.get(Answer.PAGES);
    }

    /** All CPU is thought to be spent by the requests, so that their mean service time carries the fan-out as well. */
    private static double waitMillis(Inputs in, Answers out, double nodes) {
        double requests = requests(out);
        if (requests <= 0) {
            return 0;
        }
        double offered = out.get(Answer.NODE_CPU) / in.get(Input.REGIONS) / nodes;
        double serviceMillis = out.get(Answer.NODE_CPU) / requests * MILLIS;
        return Queue.wait((int) in.get(Input.NODE_CORES), offered, serviceMillis, BEYOND);
    }

    /** Doubles until the wait is short enough, then halves the interval; the wait falls with the number of nodes. */
    private static double byWait(Inputs in, Answers out) {
        double budget = in.get(Input.WAIT_BUDGET_MS);
        double enough = 1;
        while (waitMillis(in, out, enough) > budget) {
            enough *= 2;
        }
        double tooFew = enough / 2;
        while (enough - tooFew > 1) {
            double middle = Math.floor((enough + tooFew) / 2);
            if (waitMillis(in, out, middle) > budget) {
                tooFew = middle;
            } else {
                enough = middle;
            }
        }
        return enough;
    }
}
