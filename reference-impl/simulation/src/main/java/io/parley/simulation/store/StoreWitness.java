package io.parley.simulation.store;

import io.parley.kernel.ConversationId;
import io.parley.log.Entry;
import java.util.List;

/** Sees what the store does, at the moment it does it. */
public interface StoreWitness {

    /** A batch was written; it counts from here on, whoever hears of it. */
    void written(ConversationId conversation, long bucket, List<Entry> entries);

    /** A content was erased. */
    void erased(ConversationId conversation, Entry entry);

    /** Sees nothing. */
    static StoreWitness blind() {
        return new StoreWitness() {
            @Override
            public void written(ConversationId conversation, long bucket, List<Entry> entries) {}

            @Override
            public void erased(ConversationId conversation, Entry entry) {}
        };
    }
}
