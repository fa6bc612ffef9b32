package io.parley.capacity.model;

/** What users notice, traffic, latency and availability, and what one user costs. */
final class Service {

    private static final double MICROS_PER_MILLI = 1e3;
    private static final double BITS = 8;
    private static final double MILLION = 1e6;

    private Service() {}

    static void solve(Inputs in, Answers out) {
        traffic(in, out);
        latency(in, out);
        out.set(Answer.AVAILABILITY, availability(in, out));
        cost(in, out);
    }

    private static void traffic(Inputs in, Answers out) {
        double overhead = in.get(Input.FRAME_OVERHEAD_BYTES);
        double frame = in.get(Input.TEXT_BYTES) + overhead;
        double reports = out.get(Answer.CURSOR_WRITES) + out.get(Answer.CONNECTIONS) / in.get(Input.PING_SECONDS);
        double paged = out.get(Answer.PAGES) * in.get(Input.PAGE_ENTRIES);
        double recipients = out.get(Answer.MEMBERS_PER_MESSAGE) - 1;
        out.set(Answer.FRAME_BYTES, frame);
        out.set(Answer.BANDWIDTH_IN, (out.get(Answer.APPENDS) * frame + reports * overhead) * BITS);
        out.set(Answer.BANDWIDTH_OUT, ((out.get(Answer.PUSHES) + paged) * frame + reports * overhead) * BITS);
        out.set(
                Answer.BANDWIDTH_MEDIA,
                out.get(Answer.MESSAGES) * in.get(Input.MEDIA_SHARE) * in.get(Input.MEDIA_BYTES) * recipients * BITS);
    }

    private static void latency(Inputs in, Answers out) {
        double framesOfLargest = in.get(Input.LARGE_MEMBERS)
                * in.get(Input.RECIPIENT_ONLINE_SHARE)
                * in.get(Input.CONNECTIONS_PER_ONLINE_USER);
        out.set(Answer.LATENCY_CLIENT, in.get(Input.CLIENT_RTT_MS));
        out.set(Answer.LATENCY_REGIONS, in.get(Input.REGIONS) > 1 ? in.get(Input.REGION_RTT_MS) : 0);
        out.set(
                Answer.LATENCY_APPEND,
                in.get(Input.APPEND_P99_MS) + in.get(Input.PAXOS_ROUNDS) * in.get(Input.REPLICA_RTT_MS));
        out.set(Answer.LATENCY_ROUTE, in.get(Input.REPLICA_RTT_MS));
        out.set(Answer.LATENCY_PUSH, framesOfLargest * in.get(Input.FRAME_CPU_US) / MICROS_PER_MILLI);
        double total = 0;
        for (Answer part : Answer.LATENCY_TOTAL.candidates()) {
            total += out.get(part);
        }
        out.set(Answer.LATENCY_TOTAL, total);
    }

    private static double availability(Inputs in, Answers out) {
        double up = in.get(Input.NODE_AVAILABILITY);
        double nodes = out.get(Answer.NODES) / in.get(Input.REGIONS);
        double noneUp = 1;
        for (int i = 0; i < nodes && noneUp > 0; i++) {
            noneUp *= 1 - up;
        }
        return in.get(Input.ENTRANCE_AVAILABILITY)
                * quorumUp((int) in.get(Input.REPLICATION_FACTOR), up)
                * (1 - noneUp);
    }

    /** Probability that more than half of the replicas are up. */
    static double quorumUp(int replicas, double up) {
        double sum = 0;
        double choose = 1;
        for (int k = 0; k <= replicas; k++) {
            if (k >= Stores.quorum(replicas)) {
                double term = choose;
                for (int i = 0; i < replicas; i++) {
                    term *= i < k ? up : 1 - up;
                }
                sum += term;
            }
            choose = choose * (replicas - k) / (k + 1);
        }
        return sum;
    }

    private static void cost(Inputs in, Answers out) {
        double users = in.get(Input.USERS);
        double peakToDay = Load.DAY_SECONDS / in.get(Input.PEAK_FACTOR) / users;
        double entriesPerUser = in.get(Input.MESSAGES_PER_USER_DAY) * in.get(Input.ENTRIES_PER_MESSAGE);
        double cores = out.get(Answer.NODES) * in.get(Input.NODE_CORES)
                + out.get(Answer.CASSANDRA_NODES) * in.get(Input.CASSANDRA_CORES);
        out.set(Answer.COST_CPU, (out.get(Answer.NODE_CPU) + out.get(Answer.CASSANDRA_CPU)) * peakToDay);
        out.set(Answer.COST_BYTES, entriesPerUser * out.get(Answer.ENTRY_BYTES) * Storage.copies(in));
        out.set(Answer.COST_TRAFFIC, (out.get(Answer.BANDWIDTH_IN) + out.get(Answer.BANDWIDTH_OUT)) / BITS * peakToDay);
        out.set(Answer.COST_CORES, cores / users * MILLION);
    }
}
