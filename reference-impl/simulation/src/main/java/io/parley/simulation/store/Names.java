package io.parley.simulation.store;

import io.parley.kernel.ConversationId;
import io.parley.log.Entry;
import java.util.List;

/** Short names for traces. */
public final class Names {

    private static final int DIGITS = 6;

    private Names() {}

    public static String of(ConversationId conversation) {
        return shortened(conversation.toString());
    }

    /** The last digits of an id. */
    public static String shortened(String id) {
        return id.substring(id.length() - DIGITS);
    }

    public static String range(List<Entry> entries) {
        if (entries.isEmpty()) {
            return "nothing";
        }
        StringBuilder text = new StringBuilder();
        text.append(entries.get(0).seq())
                .append("..")
                .append(entries.get(entries.size() - 1).seq());
        entries.forEach(entry -> text.append(' ').append(shortened(entry.id().toString())));
        return text.toString();
    }
}
