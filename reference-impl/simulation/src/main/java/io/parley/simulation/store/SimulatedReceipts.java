package io.parley.simulation.store;

import io.parley.kernel.ConversationId;
import io.parley.kernel.DeviceId;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import io.parley.receipt.DeviceMark;
import io.parley.receipt.Mark;
import io.parley.receipt.ReceiptStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

/** Marks as one process reaches them: of each position the highest holds. */
final class SimulatedReceipts implements ReceiptStore {

    private record Place(UserId user, DeviceId device) {}

    /** All marks. */
    static final class Rows {

        private final Map<ConversationId, Map<Place, Mark>> marks = new TreeMap<>();

        private Map<Place, Mark> of(ConversationId conversation) {
            return marks.computeIfAbsent(conversation, id -> new HashMap<>());
        }
    }

    private final Rows rows;
    private final StoreClient client;

    SimulatedReceipts(Rows rows, StoreClient client) {
        this.rows = rows;
        this.client = client;
    }

    @Override
    public CompletionStage<?> write(ConversationId conversation, List<DeviceMark> marks) {
        return client.change(() -> {
            marks.forEach(each -> rows.of(conversation)
                    .merge(new Place(each.user(), each.device()), each.mark(), SimulatedReceipts::later));
            return marks;
        });
    }

    /** Cell by cell, as the store keeps them. */
    private static Mark later(Mark a, Mark b) {
        Seq delivered = b.delivered().isAfter(a.delivered()) ? b.delivered() : a.delivered();
        Mark reader = b.read().isAfter(a.read()) ? b : a;
        return new Mark(delivered, reader.read(), reader.readOrdinal());
    }

    @Override
    public CompletionStage<List<DeviceMark>> read(ConversationId conversation) {
        return client.ask(() -> {
            List<DeviceMark> found = new ArrayList<>();
            rows.of(conversation)
                    .forEach((place, mark) -> found.add(new DeviceMark(place.user(), place.device(), mark)));
            return found;
        });
    }
}
