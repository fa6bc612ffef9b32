package io.parley.acceptance.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.metadata.TokenMap;
import com.datastax.oss.driver.api.core.type.codec.TypeCodecs;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the server's session knows of the ring. With one node any request goes to the right one, so that no other test would miss it. */
@ExtendWith(SharedSession.class)
class RoutingTest {

    private final CqlSession session;
    private final CqlIdentifier keyspace;

    RoutingTest(CqlSession session) {
        this.session = session;
        this.keyspace = session.getKeyspace().orElseThrow();
    }

    @Test
    void tellsWhichNodesKeepARow() {
        TokenMap tokens = session.getMetadata().getTokenMap().orElseThrow();
        ByteBuffer key = Objects.requireNonNull(
                TypeCodecs.UUID.encode(UUID.randomUUID(), session.getContext().getProtocolVersion()));

        assertThat(tokens.getReplicas(keyspace, tokens.newToken(key)))
                .containsExactlyElementsOf(session.getMetadata().getNodes().values());
    }

    @Test
    void readsNoSchemaButItsOwn() {
        assertThat(session.getMetadata().getKeyspaces().keySet()).containsExactly(keyspace);
    }
}
