package io.parley.capacity.model;

/** How many nodes of each store the load takes, and what decides it. */
final class Stores {

    private static final double MILLIS = 1e3;
    private static final double GIB = 1024.0 * 1024 * 1024;

    private Stores() {}

    static void solve(Inputs in, Answers out) {
        cassandra(in, out);
        postgres(in, out);
        redis(in, out);
    }

    private static void cassandra(Inputs in, Answers out) {
        double regions = in.get(Input.REGIONS);
        double cpu = cassandraCpu(in, out);
        out.set(Answer.CASSANDRA_CPU, cpu);
        out.set(
                Answer.CASSANDRA_BY_CPU,
                cpu / regions / (in.get(Input.CASSANDRA_CORES) * in.get(Input.STORE_UTILISATION)));
        out.set(Answer.CASSANDRA_BY_STORAGE, out.get(Answer.DISK) / regions / (in.get(Input.CASSANDRA_DISK_GIB) * GIB));
        out.set(Answer.CASSANDRA_BY_REPLICAS, in.get(Input.REPLICATION_FACTOR));
        out.set(Answer.CASSANDRA_NODES, regions * Math.ceil(out.get(out.binding(Answer.CASSANDRA_NODES))));
    }

    /** Cores that are busy at the peak, in all regions. A row that is copied elsewhere costs a plain insert there. */
    private static double cassandraCpu(Inputs in, Answers out) {
        double replicas = in.get(Input.REPLICATION_FACTOR);
        double insertSeconds = in.get(Input.INSERT_CPU_MS) / MILLIS;
        double appends = out.get(Answer.APPENDS);
        double batches = out.get(Answer.BATCHES);
        double plainRows =
                out.get(Answer.INBOX_WRITES) + out.get(Answer.CURSOR_WRITES) + appends / in.get(Input.SNAPSHOT_ENTRIES);
        double conditional = batches * in.get(Input.LWT_CPU_MS) / MILLIS + (appends - batches) * insertSeconds;
        double copies = (in.get(Input.COPY_REGIONS) - 1) * (appends + plainRows) * insertSeconds;
        double pageSeconds = in.get(Input.MEASURED_CORES) / in.get(Input.PAGES_PER_SECOND);
        double reads = quorum(replicas) * out.get(Answer.PAGES) * pageSeconds;
        return in.get(Input.RING_FACTOR) * (replicas * (conditional + plainRows * insertSeconds + copies) + reads);
    }

    static double quorum(double replicas) {
        return Math.floor(replicas / 2) + 1;
    }

    private static void postgres(Inputs in, Answers out) {
        double transactions = out.get(Answer.CONNECTIONS) / in.get(Input.TOKEN_SECONDS) + out.get(Answer.CONNECTS);
        out.set(Answer.POSTGRES_TRANSACTIONS, transactions);
        out.set(
                Answer.POSTGRES_BY_TRANSACTIONS,
                transactions / (in.get(Input.POSTGRES_TRANSACTIONS_PER_SECOND) * in.get(Input.STORE_UTILISATION)));
        out.set(
                Answer.POSTGRES_BY_STORAGE,
                in.get(Input.USERS) * in.get(Input.USER_BYTES) / (in.get(Input.POSTGRES_DISK_GIB) * GIB));
        out.set(Answer.POSTGRES_AT_LEAST, 1);
        double primaries = Math.ceil(out.get(out.binding(Answer.POSTGRES_NODES)));
        out.set(Answer.POSTGRES_NODES, primaries * (1 + in.get(Input.POSTGRES_STANDBYS)));
    }

    private static void redis(Inputs in, Answers out) {
        double nodes = out.get(Answer.NODES);
        double routed = nodes > 1 ? out.get(Answer.APPENDS) * Math.min(out.get(Answer.PUSHES_PER_ENTRY), nodes) : 0;
        double regions = in.get(Input.REGIONS);
        double perRegion =
                routed / regions / (in.get(Input.REDIS_MESSAGES_PER_SECOND) * in.get(Input.STORE_UTILISATION));
        out.set(Answer.ROUTED, routed);
        out.set(Answer.REDIS_NODES, nodes > 1 ? regions * Math.max(1, Math.ceil(perRegion)) : 0);
    }
}
