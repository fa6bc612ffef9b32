package io.parley.simulation.store;

import io.parley.kernel.ConversationId;
import io.parley.kernel.DeviceId;
import io.parley.receipt.DeviceMark;
import io.parley.receipt.ReceiptStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The kit of marks run over adapters that each break one promise. */
final class WrongReceipts {

    private WrongReceipts() {}

    static class LastWritten extends SimulatedReceiptsTest {

        private final Map<ConversationId, Map<DeviceId, DeviceMark>> rows = new HashMap<>();

        @Override
        protected ReceiptStore store() {
            return new ReceiptStore() {
                @Override
                public CompletionStage<?> write(ConversationId conversation, List<DeviceMark> marks) {
                    Map<DeviceId, DeviceMark> row = rows.computeIfAbsent(conversation, id -> new HashMap<>());
                    marks.forEach(mark -> row.put(mark.device(), mark));
                    return CompletableFuture.completedFuture(conversation);
                }

                @Override
                public CompletionStage<List<DeviceMark>> read(ConversationId conversation) {
                    return CompletableFuture.completedFuture(List.copyOf(
                            rows.getOrDefault(conversation, Map.of()).values()));
                }
            };
        }
    }

    static class OnePerMember extends SimulatedReceiptsTest {

        private static final DeviceId ANY = new DeviceId(new UUID(0, 0));

        @Override
        protected ReceiptStore store() {
            ReceiptStore right = fair().receipts();
            return new ReceiptStore() {
                @Override
                public CompletionStage<?> write(ConversationId conversation, List<DeviceMark> marks) {
                    return right.write(
                            conversation,
                            marks.stream()
                                    .map(mark -> new DeviceMark(mark.user(), ANY, mark.mark()))
                                    .toList());
                }

                @Override
                public CompletionStage<List<DeviceMark>> read(ConversationId conversation) {
                    return right.read(conversation);
                }
            };
        }
    }
}
