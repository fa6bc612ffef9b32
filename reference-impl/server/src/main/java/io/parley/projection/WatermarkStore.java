package io.parley.projection;

import io.parley.kernel.ConversationId;
import io.parley.kernel.Seq;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Up to where each projection has been applied to a conversation, without holes. The highest wins, whatever the order of
 * arrival; a lower one costs work and nothing else. No call blocks.
 */
public interface WatermarkStore {

    /** By the projection's name; one that is missing has nothing applied. */
    CompletionStage<Map<String, Seq>> read(ConversationId conversation);

    CompletionStage<?> save(ConversationId conversation, String projection, Seq applied);

    /** Whether all conversations that there were have once been applied. */
    CompletionStage<Boolean> isBuilt(String projection);

    /** From here on a projection counts as built. */
    CompletionStage<?> built(String projection);
}
