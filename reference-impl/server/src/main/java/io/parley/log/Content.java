package io.parley.log;

import io.parley.kernel.UserId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an entry says, beside its envelope. Present or erased as a whole. */
public sealed interface Content permits Content.Created, Content.Text, GroupChange, MessageChange {

    /** The kind of entry that carries this content. */
    Kind kind();

    /**
     * The content of entry 1.
     *
     * @param title of a group; a direct conversation has none
     * @param members with their roles, the creator among them, ordered by id so that equal sets are equal contents
     */
    record Created(ConversationType type, @Nullable String title, SortedMap<UserId, Role> members) implements Content {

        public Created {
            if (members.isEmpty()) {
                throw new IllegalArgumentException("members=[], expected at least the creator");
            }
            members = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(members)));
        }

        @Override
        public Kind kind() {
            return Kind.CREATED;
        }

        /** The ids of the members, in order. */
        public List<UserId> memberIds() {
            return new ArrayList<>(members.keySet());
        }
    }

    /** A text message: 1 … 16 384 UTF-8 bytes, not blank; whoever builds a command has checked that. */
    record Text(String text) implements Content {

        @Override
        public Kind kind() {
            return Kind.MESSAGE;
        }
    }
}
