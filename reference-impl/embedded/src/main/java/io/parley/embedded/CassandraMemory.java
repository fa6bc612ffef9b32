package io.parley.embedded;

import java.util.List;

/**
 * How much memory a Cassandra node gets, and which collector and compiler fit that.
 *
 * @param heapMegabytes the most that its heap may grow to
 * @param memtableMegabytes what of it holds rows not yet written to tables, on heap, and as much off heap
 * @param jvmOptions collector and compiler
 */
public record CassandraMemory(int heapMegabytes, int memtableMegabytes, List<String> jvmOptions) {

    /** Starts fast and stays small (about 400 MB in all); its compiler is not made for load. */
    public static final CassandraMemory TEST =
            new CassandraMemory(384, 48, List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));

    /** For use and for load (about 900 MB in all). */
    public static final CassandraMemory LOAD = new CassandraMemory(512, 96, List.of("-XX:+UseG1GC"));

    /** @throws IllegalArgumentException when Cassandra could not live with it */
    public CassandraMemory {
        jvmOptions = List.copyOf(jvmOptions);
        if (heapMegabytes < 256) {
            throw new IllegalArgumentException("heapMegabytes=" + heapMegabytes + ", expected 256 or more");
        }
        if (memtableMegabytes < 16 || memtableMegabytes > heapMegabytes / 2) {
            throw new IllegalArgumentException(
                    "memtableMegabytes=" + memtableMegabytes + ", expected 16.." + heapMegabytes / 2);
        }
    }
}
