package io.parley.capacity.model;

/** What the model asks for. The key and the unit are those of the scenario files; values, ranges and sources stand there. */
public enum Input {
    USERS(Group.PEOPLE, "users", true, "People who use the installation on a day"),
    ONLINE_SHARE(Group.PEOPLE, "share", false, "Of them, online at the peak"),
    CONNECTIONS_PER_ONLINE_USER(Group.PEOPLE, "connections", false, "Connections of a user who is online"),
    CONVERSATIONS_PER_USER(Group.PEOPLE, "conversations", false, "Conversations that exist, divided by the users"),
    MEMBERS_PER_CONVERSATION(Group.PEOPLE, "users", false, "Members of a conversation, mean over all conversations"),
    RECONNECTS_PER_CONNECTION_HOUR(Group.PEOPLE, "1/h", false, "How often a connection is opened anew"),
    PAGES_PER_ONLINE_USER_HOUR(Group.PEOPLE, "1/h", false, "Pages of history or lists that an online user reads"),
    MESSAGES_PER_USER_DAY(Group.MESSAGES, "messages", false, "Messages that a user sends a day"),
    PEAK_FACTOR(Group.MESSAGES, "×", false, "Busiest second over the mean of the day"),
    ENTRIES_PER_MESSAGE(
            Group.MESSAGES, "entries", false, "Log entries per message: edits, reactions and membership included"),
    BATCH_ENTRIES(Group.MESSAGES, "entries", false, "Entries that share a conditional batch, mean at the peak"),
    DIRECT_SHARE(Group.MESSAGES, "share", false, "Messages sent to one other person"),
    GROUP_MEMBERS(
            Group.MESSAGES, "users", false, "Members of the group that a group message goes to, mean over messages"),
    LARGE_SHARE(Group.MESSAGES, "share", false, "Messages sent to the largest groups"),
    LARGE_MEMBERS(Group.MESSAGES, "users", true, "Members of the largest groups"),
    RECIPIENT_ONLINE_SHARE(Group.MESSAGES, "share", false, "Recipients who are online when a message is sent"),
    INBOX_ROWS_PER_MEMBER(Group.MESSAGES, "rows", false, "Inbox rows written per entry and member, after coalescing"),
    CURSORS_PER_RECIPIENT(Group.MESSAGES, "writes", false, "Cursor reports per entry and recipient, after coalescing"),
    TEXT_BYTES(Group.DATA, "bytes", false, "Text of a message, mean"),
    ENVELOPE_BYTES(Group.DATA, "bytes", false, "Stored beside the text of each entry: ids, times, digest, salt"),
    FRAME_OVERHEAD_BYTES(
            Group.DATA, "bytes", false, "Sent beside the text of each message: names, ids, encryption, headers"),
    MEDIA_SHARE(Group.DATA, "share", false, "Messages with a picture, document or recording"),
    MEDIA_BYTES(Group.DATA, "bytes", false, "Such a file, thumbnail included, mean"),
    RETENTION_DAYS(Group.DATA, "days", false, "How long messages are kept"),
    LARGEST_CONVERSATION_ENTRIES(Group.DATA, "entries", true, "Entries of the largest conversation"),
    CONVERSATION_BYTES(
            Group.DATA, "bytes", false, "Stored per conversation beside its messages: first entry and snapshot"),
    INBOX_ROW_BYTES(Group.DATA, "bytes", false, "Stored per member and conversation: inbox row and cursors"),
    TIMELINE_ROW_BYTES(Group.DATA, "bytes", false, "Stored per entry for display by sent time; zero without it"),
    USER_BYTES(Group.DATA, "bytes", false, "Stored per user in PostgreSQL, indexes included"),
    STORAGE_OVERHEAD(Group.DATA, "×", false, "Bytes in tables over bytes of columns: indexes, filters, compression"),
    COMPACTION_HEADROOM(Group.DATA, "×", false, "Disk over bytes in tables, so that compaction has room"),
    BUCKET_ENTRIES(Group.DATA, "entries", true, "Entries of one log partition"),
    SNAPSHOT_ENTRIES(Group.DATA, "entries", true, "Entries between two snapshots"),
    PAGE_ENTRIES(Group.DATA, "entries", true, "Entries of one page"),
    LEAF_MESSAGES(Group.DATA, "messages", true, "Messages of one leaf of the timeline"),
    PAGE_CHILDREN(Group.DATA, "children", true, "Children of one inner page of the timeline"),
    NODE_CORES(Group.NODES, "cores", true, "Cores of an application node"),
    NODE_HEAP_MIB(Group.NODES, "MiB", false, "Heap of an application node"),
    HEAP_SHARE(Group.NODES, "share", false, "Of the heap, filled by live objects at most"),
    BASE_HEAP_MIB(Group.NODES, "MiB", false, "Live heap of an idle node, its cache of states included"),
    CACHE_MIB(Group.NODES, "MiB", false, "Of that, the cache of folded states"),
    STATE_KIB(Group.NODES, "KiB", false, "Folded state of one conversation"),
    CONNECTION_HEAP_KIB(Group.NODES, "KiB", false, "Heap per connection"),
    CONNECTIONS_PER_NODE(Group.NODES, "connections", true, "Connections that a node accepts"),
    REQUEST_CPU_MS(Group.NODES, "ms", false, "Server CPU of one request: parse, check, fold or read, answer"),
    STATEMENT_CPU_MS(Group.NODES, "ms", false, "Server CPU of one further statement to a store"),
    FRAME_CPU_US(Group.NODES, "µs", false, "CPU of one frame, in or out"),
    CONNECT_CPU_MS(Group.NODES, "ms", false, "CPU of one new connection: encryption, upgrade, authentication"),
    NODE_UTILISATION(Group.NODES, "share", false, "CPU that a node uses at the peak, at most"),
    SPARE_NODES(Group.NODES, "nodes", true, "Nodes beyond the need, per region"),
    REGIONS(Group.NODES, "regions", true, "Regions that serve users"),
    PING_SECONDS(Group.NODES, "s", false, "Time between two pings of a client"),
    REPLICATION_FACTOR(Group.STORES, "replicas", true, "Copies of each row within a data centre"),
    COPY_REGIONS(Group.STORES, "regions", true, "Data centres that hold a copy of a conversation"),
    LWT_CPU_MS(Group.STORES, "ms", false, "Cassandra CPU of one conditional insert on a single node"),
    INSERT_CPU_MS(Group.STORES, "ms", false, "Cassandra CPU of one plain insert on a single node"),
    PAGES_PER_SECOND(Group.STORES, "pages/s", false, "Pages that a single measured Cassandra node reads"),
    MEASURED_CORES(Group.STORES, "cores", true, "Cores of the machine on which pages were measured"),
    RING_FACTOR(Group.STORES, "×", false, "CPU per replica in a ring over CPU on a single node"),
    CASSANDRA_CORES(Group.STORES, "cores", true, "Cores of a Cassandra node"),
    CASSANDRA_DISK_GIB(Group.STORES, "GiB", false, "Disk of a Cassandra node"),
    STORE_UTILISATION(Group.STORES, "share", false, "CPU or rate that a store uses at the peak, at most"),
    POSTGRES_TRANSACTIONS_PER_SECOND(
            Group.STORES, "transactions/s", false, "Durable transactions that a PostgreSQL primary carries"),
    POSTGRES_DISK_GIB(Group.STORES, "GiB", false, "Disk of a PostgreSQL node"),
    POSTGRES_STANDBYS(Group.STORES, "nodes", true, "Standby nodes per PostgreSQL primary"),
    TOKEN_SECONDS(Group.STORES, "s", false, "Life of an access token; each is refreshed once"),
    REDIS_MESSAGES_PER_SECOND(Group.STORES, "messages/s", false, "Messages that one Redis carries"),
    CLIENT_RTT_MS(Group.LATENCY, "ms", false, "Round trip between a client and its region"),
    REGION_RTT_MS(Group.LATENCY, "ms", false, "Round trip between the two regions farthest apart; zero with one"),
    REPLICA_RTT_MS(Group.LATENCY, "ms", false, "Round trip inside a data centre"),
    PAXOS_ROUNDS(Group.LATENCY, "rounds", true, "Round trips between replicas for one conditional batch"),
    APPEND_P99_MS(Group.LATENCY, "ms", false, "Append on a single node, 99th percentile"),
    WAIT_BUDGET_MS(Group.LATENCY, "ms", false, "Wait for a core that is allowed, 99th percentile"),
    NODE_AVAILABILITY(Group.LATENCY, "share", false, "Time during which one node serves"),
    ENTRANCE_AVAILABILITY(
            Group.LATENCY, "share", false, "Time during which network and load balancer of a region serve");

    private final Group group;
    private final String unit;
    private final boolean whole;
    private final String label;

    Input(Group group, String unit, boolean whole, String label) {
        this.group = group;
        this.unit = unit;
        this.whole = whole;
        this.label = label;
    }

    /** Name in scenario files, such as {@code text-bytes}. */
    public String key() {
        StringBuilder key = new StringBuilder(name().length());
        for (char c : name().toCharArray()) {
            // Locale.ROOT would come from java.util.
            key.append(c == '_' ? '-' : c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c);
        }
        return key.toString();
    }

    public Group group() {
        return group;
    }

    public String unit() {
        return unit;
    }

    /** Whether only whole numbers make sense. */
    public boolean whole() {
        return whole;
    }

    /** What it is, in a few words. */
    public String label() {
        return label;
    }
}
