package io.parley.conversation.cassandra;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import io.parley.conversation.Memberships;
import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.problem.StoreAnswers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.springframework.stereotype.Repository;

/** Memberships in Cassandra: one row per user and conversation. Safe for use by several threads. */
@Repository
class CassandraMemberships implements Memberships {

    private final CqlSession session;
    private final PreparedStatement insert;
    private final PreparedStatement select;

    CassandraMemberships(CqlSession session) {
        this.session = session;
        insert = session.prepare("INSERT INTO conversation_by_user (user_id, conversation_id, joined_seq)"
                + " VALUES (?, ?, ?) USING TIMESTAMP ?");
        select = session.prepare("SELECT conversation_id FROM conversation_by_user WHERE user_id = ?");
    }

    /** The cause is the timestamp: of two changes to a row the one with the later cause wins. */
    @Override
    public CompletionStage<?> add(Collection<UserId> users, ConversationId conversation, Seq cause) {
        CompletableFuture<?>[] writes = users.stream()
                .map(user -> session.executeAsync(
                                insert.bind(user.value(), conversation.value(), cause.value(), cause.value())
                                        .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                                        .setIdempotent(true))
                        .toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        return StoreAnswers.orUnknown(CompletableFuture.allOf(writes));
    }

    @Override
    public CompletionStage<List<ConversationId>> of(UserId user) {
        return StoreAnswers.orUnavailable(session.executeAsync(select.bind(user.value())
                        .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                        .setIdempotent(true))
                .thenCompose(page -> collect(page, new ArrayList<>())));
    }

    private static CompletionStage<List<ConversationId>> collect(AsyncResultSet page, List<ConversationId> found) {
        for (Row row : page.currentPage()) {
            found.add(new ConversationId(Objects.requireNonNull(row.getUuid("conversation_id"))));
        }
        return page.hasMorePages()
                ? page.fetchNextPage().thenCompose(next -> collect(next, found))
                : CompletableFuture.completedFuture(found);
    }
}
