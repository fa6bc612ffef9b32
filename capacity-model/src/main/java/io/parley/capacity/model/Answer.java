package io.parley.capacity.model;

/** What the model answers, in the order in which it is printed. Labels and formulas in words stand in answers.yaml. */
public enum Answer {
    USERS_ONLINE(Group.LOAD, "users-online", "users", false),
    CONNECTIONS(Group.LOAD, "connections", "connections", false),
    MESSAGES_MEAN(Group.LOAD, "messages-mean", "messages/s", false),
    MESSAGES(Group.LOAD, "messages", "messages/s", false),
    APPENDS(Group.LOAD, "appends", "entries/s", false),
    BATCHES(Group.LOAD, "batches", "batches/s", false),
    MEMBERS_PER_MESSAGE(Group.LOAD, "members-per-message", "users", false),
    PUSHES_PER_ENTRY(Group.LOAD, "pushes-per-entry", "frames", false),
    PUSHES(Group.LOAD, "pushes", "frames/s", false),
    INBOX_WRITES(Group.LOAD, "inbox-writes", "rows/s", false),
    CURSOR_WRITES(Group.LOAD, "cursor-writes", "writes/s", false),
    CONNECTS(Group.LOAD, "connects", "connections/s", false),
    PAGES(Group.LOAD, "pages", "pages/s", false),
    NODE_CPU(Group.NODES, "nodes.cpu", "cores", false),
    NODES_AT_LEAST(Group.NODES, "nodes.minimum", "nodes", true),
    NODES_BY_CPU(Group.NODES, "nodes.by-cpu", "nodes", false),
    NODES_BY_HEAP(Group.NODES, "nodes.by-heap", "nodes", false),
    NODES_BY_CONNECTIONS(Group.NODES, "nodes.by-connections", "nodes", false),
    NODES_BY_WAIT(Group.NODES, "nodes.by-wait", "nodes", true),
    NODES(Group.NODES, "nodes", "nodes", true),
    CACHED_STATES(Group.NODES, "nodes.cached-states", "conversations", false),
    CASSANDRA_CPU(Group.STORES, "cassandra.cpu", "cores", false),
    CASSANDRA_BY_CPU(Group.STORES, "cassandra.by-cpu", "nodes", false),
    CASSANDRA_BY_STORAGE(Group.STORES, "cassandra.by-storage", "nodes", false),
    CASSANDRA_BY_REPLICAS(Group.STORES, "cassandra.by-replicas", "nodes", true),
    CASSANDRA_NODES(Group.STORES, "cassandra.nodes", "nodes", true),
    POSTGRES_TRANSACTIONS(Group.STORES, "postgres.transactions", "transactions/s", false),
    POSTGRES_AT_LEAST(Group.STORES, "postgres.minimum", "nodes", true),
    POSTGRES_BY_TRANSACTIONS(Group.STORES, "postgres.by-transactions", "nodes", false),
    POSTGRES_BY_STORAGE(Group.STORES, "postgres.by-storage", "nodes", false),
    POSTGRES_NODES(Group.STORES, "postgres.nodes", "nodes", true),
    ROUTED(Group.STORES, "redis.routed", "messages/s", false),
    REDIS_NODES(Group.STORES, "redis.nodes", "nodes", true),
    ENTRY_BYTES(Group.DATA, "entry-bytes", "bytes", false),
    CONVERSATIONS(Group.DATA, "conversations", "conversations", false),
    ENTRIES_KEPT(Group.DATA, "entries-kept", "entries", false),
    STORAGE_YEAR(Group.DATA, "storage.year", "bytes", false),
    STORAGE(Group.DATA, "storage", "bytes", false),
    DISK(Group.DATA, "disk", "bytes", false),
    BLOBS_YEAR(Group.DATA, "blobs.year", "bytes", false),
    LOG_PARTITIONS(Group.DATA, "log.partitions", "partitions", false),
    PARTITION_BYTES(Group.DATA, "log.partition-bytes", "bytes", false),
    LARGEST_PARTITIONS(Group.DATA, "log.largest-partitions", "partitions", true),
    TIMELINE_LEAVES(Group.DATA, "timeline.leaves", "leaves", true),
    TIMELINE_LEVELS(Group.DATA, "timeline.levels", "pages", true),
    IDLE_BYTES(Group.DATA, "idle.bytes", "bytes", false),
    FRAME_BYTES(Group.TRAFFIC, "frame-bytes", "bytes", false),
    BANDWIDTH_IN(Group.TRAFFIC, "bandwidth.in", "bit/s", false),
    BANDWIDTH_OUT(Group.TRAFFIC, "bandwidth.out", "bit/s", false),
    BANDWIDTH_MEDIA(Group.TRAFFIC, "bandwidth.media", "bit/s", false),
    LATENCY_CLIENT(Group.LATENCY, "latency.client", "ms", false),
    LATENCY_REGIONS(Group.LATENCY, "latency.regions", "ms", false),
    LATENCY_WAIT(Group.LATENCY, "latency.wait", "ms", false),
    LATENCY_APPEND(Group.LATENCY, "latency.append", "ms", false),
    LATENCY_ROUTE(Group.LATENCY, "latency.route", "ms", false),
    LATENCY_PUSH(Group.LATENCY, "latency.push", "ms", false),
    LATENCY_TOTAL(Group.LATENCY, "latency", "ms", false),
    AVAILABILITY(Group.LATENCY, "availability", "share", false),
    COST_CPU(Group.COST, "cost.cpu", "core·s", false),
    COST_BYTES(Group.COST, "cost.bytes", "bytes", false),
    COST_TRAFFIC(Group.COST, "cost.traffic", "bytes", false),
    COST_CORES(Group.COST, "cost.cores", "cores", false);

    private final Group group;
    private final String id;
    private final String unit;
    private final boolean whole;

    Answer(Group group, String id, String unit, boolean whole) {
        this.group = group;
        this.id = id;
        this.unit = unit;
        this.whole = whole;
    }

    public Group group() {
        return group;
    }

    /** Name in texts and on the command line, such as {@code nodes.by-cpu}. */
    public String id() {
        return id;
    }

    public String unit() {
        return unit;
    }

    /** Whether it is a count, and so the result of rounding up. */
    public boolean whole() {
        return whole;
    }

    /** The answers of which the largest decides this one; none for most. */
    public Answer[] candidates() {
        return switch (this) {
            case NODES ->
                new Answer[] {NODES_AT_LEAST, NODES_BY_CPU, NODES_BY_HEAP, NODES_BY_CONNECTIONS, NODES_BY_WAIT};
            case CASSANDRA_NODES -> new Answer[] {CASSANDRA_BY_CPU, CASSANDRA_BY_STORAGE, CASSANDRA_BY_REPLICAS};
            case POSTGRES_NODES -> new Answer[] {POSTGRES_AT_LEAST, POSTGRES_BY_TRANSACTIONS, POSTGRES_BY_STORAGE};
            case LATENCY_TOTAL ->
                new Answer[] {LATENCY_CLIENT, LATENCY_REGIONS, LATENCY_WAIT, LATENCY_APPEND, LATENCY_ROUTE, LATENCY_PUSH
                };
            default -> new Answer[0];
        };
    }
}
