package io.parley.load;

import io.gatling.http.action.ws.WsInboundMessage;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a user's socket received since the last look; each frame carries the time at which it came. */
final class Inbound {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Deliveries deliveries;
    private final Statistics statistics;

    Inbound(Deliveries deliveries, Statistics statistics) {
        this.deliveries = deliveries;
        this.statistics = statistics;
    }

    void read(Actor actor, List<WsInboundMessage> frames) {
        for (WsInboundMessage frame : frames) {
            if (frame instanceof WsInboundMessage.Text text) {
                read(actor, JSON.readTree(text.message()), text.timestamp());
            }
        }
    }

    private void read(Actor actor, JsonNode frame, long atMillis) {
        switch (frame.required("type").asString()) {
            case "entry" -> {
                String id = frame.required("entry").required("id").asString();
                deliveries
                        .delivered(id, actor.userId(), atMillis)
                        .ifPresent(sent -> statistics.succeeded(Statistics.DELIVERY, sent, atMillis));
            }
            case "accepted" ->
                deliveries
                        .accepted(frame.required("id").asString())
                        .ifPresent(sent -> statistics.succeeded(Statistics.ACKNOWLEDGEMENT, sent, atMillis));
            case "refused", "unknown" ->
                deliveries
                        .notTaken(frame.required("id").asString())
                        .ifPresent(sent -> statistics.failed(
                                Statistics.ACKNOWLEDGEMENT,
                                sent,
                                atMillis,
                                frame.path("problem").path("type").asString("unknown")));
            default -> {
                // Heads, pongs, changes: no part of what is measured. A resync shows as missing deliveries.
            }
        }
    }

    /** The user waits no longer. */
    void giveUp(Actor actor) {
        long now = System.currentTimeMillis();
        deliveries
                .missingAt(actor.userId())
                .forEach(sent -> statistics.failed(Statistics.DELIVERY, sent, now, "missing at the recipient"));
    }
}
