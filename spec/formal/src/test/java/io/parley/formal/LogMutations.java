package io.parley.formal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Errors that an implementation of the log might have. */
final class LogMutations {

    static final List<Mutation> ALL = List.of(
            log(
                    "acknowledges before the commit",
                    "INV_3_Durable",
                    bounds("n1", "hello"),
                    "ELSE draft' = [draft EXCEPT ![n] = d] /\\ UNCHANGED told",
                    "ELSE draft' = [draft EXCEPT ![n] = d] /\\ Answer(d.verdicts)"),
            log(
                    "takes an empty serial read for a failure, and says so",
                    "Final",
                    bounds("n1", "hello", "UnknownMax", "1"),
                    "/\\ UNCHANGED <<log, snapshot, state, queue, draft, incarnation, submits, told>>",
                    """
                    /\\ denied' = denied \\union {v[1] : v \\in draft[n].verdicts}
                        /\\ draft' = [draft EXCEPT ![n] = None]
                        /\\ UNCHANGED <<log, snapshot, state, queue, incarnation, submits, acked>>"""),
            log(
                    "answers refusals of a draft before it is written",
                    "Final",
                    bounds("n1", "hello, thief", "RepeatsMax", "1", "CrashesMax", "1"),
                    "ELSE draft' = [draft EXCEPT ![n] = d] /\\ UNCHANGED told",
                    "ELSE draft' = [draft EXCEPT ![n] = d] /\\ Answer({v \\in d.verdicts : v[2] = \"id-in-use\"})"),
            log(
                    "tells entries apart by their commands, without a salt",
                    "INV_3_Durable",
                    bounds("n1, n2", "hello, hi", "RepeatsMax", "1"),
                    "by |-> n, incarnation |-> incarnation[n], erased",
                    "by |-> None, incarnation |-> 0, erased"),
            log(
                    "takes another content under the same id for a repeat",
                    "INV_3_Durable",
                    bounds("n1", "hello, thief"),
                    "ELSE IF \\E e \\in earlier : IsRepeatedBy(e, c) THEN",
                    "ELSE IF \\E e \\in earlier : TRUE THEN"),
            log(
                    "remembers the last evicted id time instead of the highest",
                    "INV_4_Once",
                    bounds("n1", "hello, hi, removeBob", "RepeatsMax", "1", "BatchMax", "1"),
                    "THEN Max(s.evicted, IdTime[Head(s.ids)]) ELSE",
                    "THEN IdTime[Head(s.ids)] ELSE"),
            log(
                    "looks for an id in the window only",
                    "INV_4_Once",
                    bounds("n1", "hello, hi", "RepeatsMax", "1", "BatchMax", "1"),
                    "IF MayHaveEvicted(s, id)",
                    "IF FALSE"),
            log(
                    "looks back only for ids below the evicted time",
                    "INV_4_Once",
                    bounds("n1", "hello, hi", "RepeatsMax", "1", "BatchMax", "1"),
                    "IdTime[id] <= s.evicted",
                    "IdTime[id] < s.evicted"),
            log(
                    "leaves the evicted time out of the snapshot",
                    "INV_4_Once",
                    bounds("n1", "hello, hi", "RepeatsMax", "1", "BatchMax", "1", "CrashesMax", "1"),
                    "/\\ snapshot' = state[n]",
                    "/\\ snapshot' = [state[n] EXCEPT !.evicted = 0]"),
            log(
                    "keeps its decisions after a lost race",
                    "INV_5_Authorised",
                    bounds("n1, n2", "hi, removeBob"),
                    """
                    /\\ queue' = [queue EXCEPT ![n] = @ \\union {v[1] : v \\in draft[n].verdicts}]
                        /\\ draft' = [draft EXCEPT ![n] = None]
                        /\\ UNCHANGED <<stored, incarnation""",
                    """
                    /\\ draft' = [draft EXCEPT ![n].at = ToHead(state[n]).head + 1]
                        /\\ UNCHANGED <<stored, queue, incarnation"""),
            log(
                    "decides every command against the state before the batch",
                    "INV_5_Authorised",
                    bounds("n1", "hi, removeBob"),
                    "IF ~IsMember(d.after, c)",
                    "IF ~IsMember(base, c)"),
            log(
                    "overwrites instead of inserting if not exists",
                    "INV_2_Agreement",
                    bounds("n1, n2", "hello, hi"),
                    "/\\ IsFree(draft[n])\n    /\\ Write(draft[n])",
                    "/\\ Write(draft[n])"),
            log(
                    "erases the envelope with the content",
                    "INV_2_Agreement",
                    bounds("n1", "hello", "ErasuresMax", "1"),
                    "![i].erased = TRUE]",
                    "![i] = None]"),
            log(
                    "writes a late batch in part",
                    "INV_1_Gapless",
                    bounds("n1", "hello, hi", "UnknownMax", "1"),
                    "IsFree(p) /\\ Write(p)",
                    "IsFree(p) /\\ Write([at |-> p.at + Len(p.entries) - 1, entries |-> <<p.entries[Len(p.entries)]>>])"),
            log(
                    "counts waiting commands into the position",
                    "INV_1_Gapless",
                    bounds("n1", "hello, hi", "BatchMax", "1"),
                    "[at |-> base.head + 1,",
                    "[at |-> base.head + Cardinality(queue[n]),"),
            log(
                    "keeps the state of a draft that lost",
                    "Faithful",
                    bounds("n1, n2", "hello, hi"),
                    "![n] = ToHead(state[n])]",
                    "![n] = draft[n].after]"),
            new Mutation(
                    "waits for an unknown outcome instead of proposing again",
                    "ConversationLog",
                    "log-ends",
                    bounds("n1", "hello", "UnknownMax", "1"),
                    "/\\ IsFree(draft[n])\n    /\\ Write(draft[n])",
                    "/\\ IsFree(draft[n])\n    /\\ floating = {}\n    /\\ Write(draft[n])",
                    "Ends"));

    private LogMutations() {}

    private static Mutation log(String what, String broken, Map<String, String> bounds, String from, String to) {
        return new Mutation(what, "ConversationLog", "log-small", bounds, from, to, broken);
    }

    /** Nothing is repeated, crashes or is unknown unless said so. */
    private static Map<String, String> bounds(String nodes, String commands, String... others) {
        Map<String, String> bounds = new HashMap<>(Map.of(
                "Nodes", "{" + nodes + "}",
                "Commands", "{" + commands + "}",
                "RepeatsMax", "0",
                "UnknownMax", "0",
                "CrashesMax", "0",
                "ErasuresMax", "0"));
        for (int i = 0; i < others.length; i += 2) {
            bounds.put(others[i], others[i + 1]);
        }
        return bounds;
    }
}
