package io.parley.simulation.store;

import io.parley.conversation.DirectConversations;
import io.parley.idindex.IdBlockStore;
import io.parley.inbox.InboxStore;
import io.parley.log.LogStore;
import io.parley.projection.IncarnationStore;
import io.parley.projection.MarkerStore;
import io.parley.projection.WatermarkStore;
import io.parley.receipt.ReceiptStore;

/** All stores as one process reaches them; one more port, one more component here. */
public record Stores(
        LogStore log,
        DirectConversations directs,
        InboxStore inbox,
        IdBlockStore ids,
        IncarnationStore incarnations,
        MarkerStore markers,
        WatermarkStore watermarks,
        ReceiptStore receipts) {}
