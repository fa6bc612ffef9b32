package io.parley.acceptance.log;

import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.config.DriverExecutionProfile;
import com.datastax.oss.driver.api.core.cql.Statement;
import com.datastax.oss.driver.api.core.metadata.Node;
import com.datastax.oss.driver.api.core.session.Request;
import com.datastax.oss.driver.api.core.tracker.RequestTracker;
import io.parley.embedded.Stores;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What a store's adapter told the driver, over a session whose defaults are the driver's own: what a statement does not say
 * itself is missing.
 */
final class SentStatements implements RequestTracker {

    private final List<Statement<?>> statements = new CopyOnWriteArrayList<>();

    /** What a statement says of itself; null where it says nothing. */
    record Said(
            @Nullable ConsistencyLevel consistency,
            @Nullable ConsistencyLevel serial,
            @Nullable Boolean isIdempotent) {}

    /** A session that is noted here; whoever asks closes it. */
    CqlSession session() {
        return CqlSession.builder()
                .addContactPoint(Stores.shared().cassandra().contactPoint())
                .withLocalDatacenter("datacenter1")
                .withKeyspace(LogNode.KEYSPACE)
                .addRequestTracker(this)
                .build();
    }

    /** The one statement of this call. */
    Statement<?> of(CompletionStage<?> call) {
        call.toCompletableFuture().join();
        // The driver tells its trackers after it has told the caller.
        await().until(() -> !statements.isEmpty());
        Statement<?> only = statements.remove(0);
        if (!statements.isEmpty()) {
            throw new IllegalStateException("statements=" + (1 + statements.size()) + ", expected one per call");
        }
        return only;
    }

    /** What the one statement of this call says. */
    Said saidBy(CompletionStage<?> call) {
        Statement<?> statement = of(call);
        return new Said(
                statement.getConsistencyLevel(), statement.getSerialConsistencyLevel(), statement.isIdempotent());
    }

    @Override
    public void onSuccess(
            Request request, long latencyNanos, DriverExecutionProfile profile, Node node, String requestLogPrefix) {
        if (request instanceof Statement<?> statement) {
            statements.add(statement);
        }
    }

    @Override
    public void close() {}
}
