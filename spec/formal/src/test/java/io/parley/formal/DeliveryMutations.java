package io.parley.formal;

import java.util.List;
import java.util.Map;

/** Errors that nodes and clients might have between the commit and the last device. */
final class DeliveryMutations {

    private static final String IN_ORDER = "INV_6_InOrder";
    private static final String DELIVERED = "INV_7_Delivered";
    private static final String REPAIRABLE = "Repairable";

    static final List<Mutation> ALL = List.of(
            devices(
                    "NoPhantom",
                    "pushes before the commit",
                    "/\\ flight' = [flight EXCEPT ![n] = Open]\n    /\\ UNCHANGED <<stores, alive, lapses, sure, project, topush,",
                    "/\\ flight' = [flight EXCEPT ![n] = Open]\n    /\\ topush' = [topush EXCEPT ![n] = @ \\union {head + 1}]"
                            + "\n    /\\ UNCHANGED <<stores, alive, lapses, sure, project,"),
            devices(
                    IN_ORDER,
                    "applies what is pushed whether it follows or not",
                    "ELSE IF s > at + 1 THEN [shown |-> done, ahead |-> kept \\union {s}]",
                    "ELSE IF s > at + 1 THEN [shown |-> Append(done, s), ahead |-> kept]"),
            devices(IN_ORDER, "applies what it has once more", "IF s <= at THEN", "IF s < at THEN"),
            devices(
                    IN_ORDER,
                    "applies a page without looking at what came meanwhile",
                    "LET now == OfferAll(start[d], [shown |-> shown[d], ahead |-> ahead[d]], page[d][1], page[d][2])",
                    "LET now == [shown |-> Append(shown[d], page[d][1]), ahead |-> ahead[d]]"),
            marked(
                    "drops the marker before the inbox is written",
                    "/\\ project[n] = Nothing\n    /\\ topush[n] = {}\n\nDropMarker",
                    "/\\ topush[n] = {}\n\nDropMarker"),
            marked("appends without a marker", "/\\ marker' = marker \\union {n}", "/\\ marker' = marker"),
            marked("sweeps without reading the head of the log", "![m] = Max(@, head)]\n", "![m] = Max(@, inbox)]\n"),
            marked("sweeps a node that lives", "Sweepable(n) == n \\notin alive", "Sweepable(n) == TRUE"),
            repair(
                    "answers a repeat without fanning it out",
                    "/\\ \\E s \\in (1..head) \\ acked : Takes(n, s)",
                    "/\\ \\E s \\in (1..head) \\ acked : acked' = acked \\union {s} /\\ UNCHANGED <<project, topush>>"),
            lapsed(
                    "tells senders although its lease has lapsed",
                    "/\\ n \\in sure\n    /\\ flight[n] \\in Seqs",
                    "/\\ flight[n] \\in Seqs"),
            repair("compares no digests", "    /\\ Heartbeats\n", "    /\\ FALSE\n"),
            live(
                    "subscribes only when the heads have come",
                    "Subscribed(d) == Online(d)",
                    "Subscribed(d) == Online(d) /\\ ~asked[d] /\\ heads[d] = Nothing"),
            live(
                    "pushes before the inbox is written, with no heartbeat to find what a resume missed",
                    "/\\ InboxFirst => project[n] = Nothing",
                    "/\\ TRUE"));

    private DeliveryMutations() {}

    private static Mutation devices(String broken, String what, String from, String to) {
        return new Mutation(what, "Delivery", "delivery-devices", Map.of("Begins", "{0}"), from, to, broken);
    }

    private static Mutation repair(String what, String from, String to) {
        return new Mutation(what, "Delivery", "delivery-repair", Map.of("Begins", "{None}"), from, to, DELIVERED);
    }

    /** Found as soon as nobody knows of an entry any more, without looking at what then never happens. */
    private static Mutation marked(String what, String from, String to) {
        return new Mutation(what, "Delivery", "delivery-repair", Map.of("Begins", "{None}"), from, to, REPAIRABLE);
    }

    private static Mutation lapsed(String what, String from, String to) {
        return new Mutation(what, "Delivery", "delivery-lapse", Map.of(), from, to, REPAIRABLE);
    }

    private static Mutation live(String what, String from, String to) {
        return new Mutation(what, "Delivery", "delivery-live", Map.of("Begins", "{None}"), from, to, DELIVERED);
    }
}
