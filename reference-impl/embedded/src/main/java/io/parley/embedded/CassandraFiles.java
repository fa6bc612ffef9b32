package io.parley.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files in a node's directory: its configuration, written anew before each start, and its data. */
final class CassandraFiles {

    private static final String LOGBACK = """
            <configuration>
              <statusListener class="ch.qos.logback.core.status.NopStatusListener"/>
              <appender name="OUT" class="ch.qos.logback.core.ConsoleAppender">
                <encoder><pattern>%d %-5level [%thread] %logger{20} - %msg%n</pattern></encoder>
              </appender>
              <root level="INFO"><appender-ref ref="OUT"/></root>
            </configuration>
            """;

    private final Path directory;

    CassandraFiles(Path directory) {
        this.directory = directory;
    }

    Path configuration() {
        return directory.resolve("conf");
    }

    Path yaml() {
        return configuration().resolve("cassandra.yaml");
    }

    Path triggers() {
        return configuration().resolve("triggers");
    }

    Path data() {
        return directory.resolve("data");
    }

    void write(CassandraSettings settings, CassandraPlace place) {
        try {
            Files.createDirectories(triggers());
            Files.createDirectories(data());
            Files.writeString(yaml(), yaml(settings, place));
            Files.writeString(configuration().resolve("logback.xml"), LOGBACK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String yaml(CassandraSettings settings, CassandraPlace place) {
        return """
                cluster_name: parley
                num_tokens: 1
                %s
                partitioner: org.apache.cassandra.dht.Murmur3Partitioner
                endpoint_snitch: SimpleSnitch
                listen_address: %s
                rpc_address: %s
                native_transport_port: %d
                storage_port: %d
                auto_bootstrap: false
                seed_provider:
                  - class_name: org.apache.cassandra.locator.SimpleSeedProvider
                    parameters: [ { seeds: "%s" } ]

                # An acknowledged write is on disk; a node that cannot write any more ends, instead of seeming alive.
                commitlog_sync: batch
                disk_failure_policy: die
                commit_failure_policy: die
                paxos_variant: v2

                # Ten inbox rows travel together, each to its own partition; the default would log a line for every such batch.
                batch_size_warn_threshold: 32KiB

                # Small: one user's machine.
                commitlog_segment_size: 8MiB
                commitlog_total_space: 256MiB
                memtable_heap_space: %dMiB
                memtable_offheap_space: %dMiB
                key_cache_size: 16MiB
                file_cache_size: 64MiB
                networking_cache_size: 32MiB
                disk_access_mode: mmap_index_only
                concurrent_reads: 16
                concurrent_writes: 16
                concurrent_counter_writes: 4
                concurrent_compactors: 1
                user_defined_functions_enabled: false
                auth_cache_warming_enabled: false

                data_file_directories: [ "%s" ]
                commitlog_directory: "%s"
                saved_caches_directory: "%s"
                hints_directory: "%s"
                cdc_raw_directory: "%s"
                """.formatted(
                        place.token().map(token -> "initial_token: " + token).orElse(""),
                        settings.address(),
                        settings.address(),
                        settings.nativePort(),
                        settings.storagePort(),
                        String.join(",", place.seeds()),
                        settings.memory().memtableMegabytes(),
                        settings.memory().memtableMegabytes(),
                        data().resolve("data"),
                        data().resolve("commitlog"),
                        data().resolve("saved_caches"),
                        data().resolve("hints"),
                        data().resolve("cdc_raw"));
    }
}
