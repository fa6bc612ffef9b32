package io.parley.receipt;

import io.parley.kernel.ConversationId;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Where marks are kept. Each position is written with itself as timestamp: the highest holds, whatever the order of arrival,
 * and a repeat does nothing. No call blocks. A stage that completes exceptionally means that the store did not answer.
 */
public interface ReceiptStore {

    /** Writes marks of one conversation, each device at most once; all of them or none, durable when the stage completes. */
    CompletionStage<?> write(ConversationId conversation, List<DeviceMark> marks);

    /** All marks of a conversation, in no order: at least those whose write completed. */
    CompletionStage<List<DeviceMark>> read(ConversationId conversation);
}
