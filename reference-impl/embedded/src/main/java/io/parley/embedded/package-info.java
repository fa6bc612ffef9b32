/**
 * Runs the real servers that Parley needs as child processes, without anything installed: Cassandra, PostgreSQL, and the
 * Parley server itself.
 *
 * <p><b>Three kinds, one life.</b> {@link io.parley.embedded.CassandraNode}, {@link io.parley.embedded.PostgresServer} and
 * {@link io.parley.embedded.ServerProcess} are {@link io.parley.embedded.EmbeddedServer}s: each owns one directory,
 * starts one process there, waits until that process is alive <em>and</em> answers a query (an open port alone proves
 * nothing), stops it politely, kills it with all its children, and starts it again on the same data and the same ports.
 *
 * <p><b>Who owns a directory.</b> The owner holds a file lock, which the operating system drops when the owner dies. Who
 * finds the lock held, refuses. Who gets it and finds a recorded process still alive, inherits it from an owner that was
 * killed, and stops it first. Three things must agree before a process is touched: the record in the directory, the
 * random mark on the process's command line, and its start time. A name or a process id alone never suffices.
 *
 * <p><b>Ends.</b> Children do not receive the terminal's Ctrl-C; one shutdown hook stops them in the reverse order of
 * their start, the server before its stores. A SIGKILL of this process leaves them running until the next start.
 *
 * <p><b>Why PostgreSQL is not started by the library that packs its binaries.</b> That library unpacks and initialises in
 * place, so that a kill at the wrong moment leaves a directory that never starts again; it does not notice a server that
 * dies during its start; and it lets every local user in. Here both steps end with an atomic rename.
 *
 * <p>Works on Linux and macOS.
 */
@NullMarked
package io.parley.embedded;

import org.jspecify.annotations.NullMarked;
