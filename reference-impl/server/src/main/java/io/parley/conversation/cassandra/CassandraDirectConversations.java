package io.parley.conversation.cassandra;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import io.parley.conversation.DirectConversations;
import io.parley.conversation.UserPair;
import io.parley.kernel.ConversationId;
import io.parley.problem.StoreAnswers;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.springframework.stereotype.Repository;

/** Direct conversations in Cassandra: one row per pair, changed by conditional statements. Safe for use by several threads. */
@Repository
class CassandraDirectConversations implements DirectConversations {

    private final CqlSession session;
    private final PreparedStatement select;
    private final PreparedStatement claim;
    private final PreparedStatement replace;

    CassandraDirectConversations(CqlSession session) {
        this.session = session;
        select = session.prepare(
                "SELECT conversation_id FROM direct_conversation" + " WHERE low_user_id = ? AND high_user_id = ?");
        claim = session.prepare("INSERT INTO direct_conversation (low_user_id, high_user_id, conversation_id)"
                + " VALUES (?, ?, ?) IF NOT EXISTS");
        replace = session.prepare("UPDATE direct_conversation SET conversation_id = ?"
                + " WHERE low_user_id = ? AND high_user_id = ? IF conversation_id = ?");
    }

    @Override
    public CompletionStage<Optional<ConversationId>> find(UserPair pair) {
        return StoreAnswers.orUnavailable(
                session.executeAsync(select.bind(pair.low().value(), pair.high().value())
                                .setConsistencyLevel(ConsistencyLevel.LOCAL_SERIAL)
                                .setIdempotent(true))
                        .thenApply(result ->
                                Optional.ofNullable(result.one()).map(CassandraDirectConversations::conversation)));
    }

    @Override
    public CompletionStage<ConversationId> claim(UserPair pair, ConversationId wanted) {
        return conditional(claim.bind(pair.low().value(), pair.high().value(), wanted.value()))
                .thenApply(result -> winner(result, wanted));
    }

    @Override
    public CompletionStage<ConversationId> replace(UserPair pair, ConversationId stale, ConversationId wanted) {
        return conditional(replace.bind(
                        wanted.value(), pair.low().value(), pair.high().value(), stale.value()))
                .thenApply(result -> winner(result, wanted));
    }

    /** A repeat does no harm: an own earlier claim shows up as the winner. */
    private CompletionStage<AsyncResultSet> conditional(BoundStatement statement) {
        return StoreAnswers.orUnknown(session.executeAsync(statement
                .setConsistencyLevel(ConsistencyLevel.LOCAL_QUORUM)
                .setSerialConsistencyLevel(ConsistencyLevel.LOCAL_SERIAL)
                .setIdempotent(false)));
    }

    private static ConversationId winner(AsyncResultSet result, ConversationId wanted) {
        return result.wasApplied() ? wanted : conversation(Objects.requireNonNull(result.one()));
    }

    private static ConversationId conversation(Row row) {
        return new ConversationId(Objects.requireNonNull(row.getUuid("conversation_id")));
    }
}
