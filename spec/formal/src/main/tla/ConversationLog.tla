---------------------------- MODULE ConversationLog ----------------------------
(***************************************************************************)
(* One conversation's log: append by compare-and-set, as io.parley.log     *)
(* does it. Several nodes append with stale states; commands of one node   *)
(* share batches; proposals have unknown outcomes and may be written much  *)
(* later; nodes crash; clients repeat commands through any node.           *)
(*                                                                         *)
(* The invariants bear the names of spec/invariants.yaml. Delivery.tla     *)
(* goes on from here and uses of the log only what INV-1 and INV-2 say.    *)
(***************************************************************************)
EXTENDS Naturals, Sequences, FiniteSets

CONSTANTS
    Nodes,         \* server nodes, each an appender
    Members,       \* users who are members when the log begins
    Commands,      \* what clients want to append
    Command,       \* [Commands -> [id, author, kind, target]]; two commands may use the same id
    IdTime,        \* [ids -> Nat], the time inside an id; clients choose it
    Window,        \* how many ids the folded state remembers (IdWindow)
    BatchMax,      \* commands that share one proposal (log.batch-entries-max)
    SnapshotEvery, \* entries between snapshots
    RepeatsMax,    \* commands sent again, over all clients
    UnknownMax,    \* proposals without an answer, over all nodes
    CrashesMax,    \* crashes, over all nodes
    ErasuresMax,   \* contents erased
    None

VARIABLES
    log,         \* the store's rows: position -> entry or None. A quorum holds them; see the page for what that assumes
    floating,    \* proposals that nobody knows the outcome of and that the store may still write, as a whole
    snapshot,    \* the saved state with the highest head
    state,       \* node -> folded state in memory (StateCache), perhaps behind the log; None when not loaded
    queue,       \* node -> commands that wait for a round (Lane.queue)
    draft,       \* node -> the batch under way (Draft), or None
    incarnation, \* node -> number of the crash that it came back from
    submits,     \* command -> how often it was sent
    unknowns,    \* proposals without an answer so far
    acked,       \* commands that somebody was told to be in the log (Outcome.Appended, Outcome.Repeated)
    denied       \* commands that somebody was told to be in no log, ever (Outcome.Refused for the id)

stored == <<log, floating, snapshot>>
told == <<acked, denied>>
vars == <<log, floating, snapshot, state, queue, draft, incarnation, submits, unknowns, acked, denied>>

\* One position more than there are commands: a double entry would have room.
Positions == 1..(Cardinality(Commands) + 1)

Max(a, b) == IF a > b THEN a ELSE b
Elements(sequence) == {sequence[i] : i \in DOMAIN sequence}
Id(c) == Command[c].id
Author(c) == Command[c].author

--------------------------------------------------------------------------------
(* The folded state: ConversationState, IdWindow *)

EmptyState == [head |-> 0, members |-> Members, ids |-> <<>>, evicted |-> 0]

MembersAfter(members, c) ==
    IF Command[c].kind = "remove" THEN members \ {Command[c].target} ELSE members

\* IdWindow.plus: which ids are kept is decided by position; what is forgotten is summed up in the highest id time.
Plus(s, entry) ==
    LET full == Len(s.ids) = Window IN
    [head    |-> s.head + 1,
     members |-> MembersAfter(s.members, entry.cmd),
     ids     |-> Append(IF full THEN Tail(s.ids) ELSE s.ids, Id(entry.cmd)),
     evicted |-> IF full THEN Max(s.evicted, IdTime[Head(s.ids)]) ELSE s.evicted]

RECURSIVE Fold(_, _)
Fold(s, entries) == IF entries = <<>> THEN s ELSE Fold(Plus(s, Head(entries)), Tail(entries))

\* The entries after a position up to the first free one: what a serial read shows.
RECURSIVE EntriesAfter(_)
EntriesAfter(seq) ==
    IF seq + 1 \notin Positions THEN <<>>
    ELSE IF log[seq + 1] = None THEN <<>>
    ELSE <<log[seq + 1]>> \o EntriesAfter(seq + 1)

\* LogReader.toHead
ToHead(s) == Fold(s, EntriesAfter(s.head))

WindowStart(s) == s.head - Len(s.ids) + 1

\* IdResolver: the window answers for the last entries; an id that it may have evicted is looked up before its start.
FindInWindow(s, id) == {WindowStart(s) - 1 + i : i \in {j \in DOMAIN s.ids : s.ids[j] = id}}
MayHaveEvicted(s, id) == IdTime[id] <= s.evicted
LookBack(s, id) ==
    IF MayHaveEvicted(s, id)
    THEN {i \in 1..(WindowStart(s) - 1) : log[i] # None /\ Id(log[i].cmd) = id}
    ELSE {}
Earlier(s, id) == {log[i] : i \in FindInWindow(s, id) \union LookBack(s, id)} \ {None}

--------------------------------------------------------------------------------
(* Decisions: Rules, Draft *)

\* Entry.isRepeatedBy: same author and content; once the content is erased, id and author decide.
IsRepeatedBy(entry, c) ==
    IF entry.erased THEN Author(entry.cmd) = Author(c) ELSE entry.cmd = c

\* Entries are told apart by a salt. Within one incarnation of a node no two drafts start at the same position, so node and
\* incarnation stand for it.
Entry(n, c) == [cmd |-> c, by |-> n, incarnation |-> incarnation[n], erased |-> FALSE]

IsMember(s, c) == Author(c) \in s.members

\* What becomes of c after the part of the draft that is decided already: d.after is the state that this part leaves.
Verdict(base, d, c) ==
    LET drafted == {e \in Elements(d.entries) : Id(e.cmd) = Id(c)}
        earlier == Earlier(base, Id(c)) \union drafted
    IN  IF ~IsMember(d.after, c) THEN "not-a-member"
        ELSE IF earlier = {} THEN "appended"
        ELSE IF \E e \in earlier : IsRepeatedBy(e, c) THEN "repeated"
        ELSE "id-in-use"

Decided(n, base, d, c) ==
    LET verdict == Verdict(base, d, c)
        entry == Entry(n, c)
        decided == [d EXCEPT !.verdicts = @ \union {<<c, verdict>>}]
    IN  IF verdict = "appended"
        THEN [decided EXCEPT !.entries = Append(@, entry), !.after = Plus(@, entry)]
        ELSE decided

RECURSIVE DecideAll(_, _, _, _)
DecideAll(n, base, d, group) ==
    IF group = <<>> THEN d ELSE DecideAll(n, base, Decided(n, base, d, Head(group)), Tail(group))

\* Draft.of
DraftOf(n, group) ==
    LET base == state[n]
    IN  DecideAll(n, base, [at |-> base.head + 1, entries |-> <<>>, after |-> base, verdicts |-> {}], group)

\* The commands that a round may take, in any order: connections race for the queue.
Groups(n) ==
    {g \in UNION {[1..k -> queue[n]] : k \in 1..BatchMax} : \A i, j \in DOMAIN g : g[i] = g[j] => i = j}

\* Draft.answerAll. Who is refused as no member learns nothing about the id, so that this promises nothing.
Answer(verdicts) ==
    /\ acked' = acked \union {v[1] : v \in {w \in verdicts : w[2] \in {"appended", "repeated"}}}
    /\ denied' = denied \union {v[1] : v \in {w \in verdicts : w[2] = "id-in-use"}}

--------------------------------------------------------------------------------
(* The store: LogStore *)

At(p) == p.at..(p.at + Len(p.entries) - 1)
IsFree(p) == \A i \in At(p) : log[i] = None
Written(p) == [i \in Positions |-> IF i \in At(p) THEN p.entries[i - p.at + 1] ELSE log[i]]

\* All entries of a proposal, or none; what can no more be written is forgotten.
Write(p) ==
    /\ log' = Written(p)
    /\ floating' = {q \in floating : At(q) \intersect At(p) = {}}

--------------------------------------------------------------------------------
RECURSIVE RepeatsOf(_)
RepeatsOf(commands) ==
    IF commands = {} THEN 0
    ELSE LET c == CHOOSE x \in commands : TRUE
         IN  (IF submits[c] > 1 THEN submits[c] - 1 ELSE 0) + RepeatsOf(commands \ {c})
Repeats == RepeatsOf(Commands)

Init ==
    /\ log = [i \in Positions |-> None]
    /\ floating = {}
    /\ snapshot = EmptyState
    /\ state = [n \in Nodes |-> None]
    /\ queue = [n \in Nodes |-> {}]
    /\ draft = [n \in Nodes |-> None]
    /\ incarnation = [n \in Nodes |-> 0]
    /\ submits = [c \in Commands |-> 0]
    /\ unknowns = 0
    /\ acked = {}
    /\ denied = {}

\* A client sends a command, or sends it again: it got no answer, or "unknown", or the answer was lost. Through any node.
Submit(c, n) ==
    /\ submits[c] = 0 \/ Repeats < RepeatsMax
    /\ c \notin queue[n]
    /\ submits' = [submits EXCEPT ![c] = @ + 1]
    /\ queue' = [queue EXCEPT ![n] = @ \union {c}]
    /\ UNCHANGED <<stored, state, draft, incarnation, unknowns, told>>

\* StateLoader.fromStore: the snapshot, then a serial read to the head.
Load(n) ==
    /\ state[n] = None
    /\ queue[n] # {}
    /\ state' = [state EXCEPT ![n] = ToHead(snapshot)]
    /\ UNCHANGED <<stored, queue, draft, incarnation, submits, unknowns, told>>

\* Lane.round: takes a group and decides it against the state in memory, which may be behind (StateLoader.current).
\* With nothing to write the answers hold at once (Lane.write).
Decide(n) ==
    /\ draft[n] = None
    /\ state[n] # None
    /\ \E group \in Groups(n) :
        LET d == DraftOf(n, group) IN
        /\ queue' = [queue EXCEPT ![n] = @ \ Elements(group)]
        /\ IF d.entries = <<>>
           THEN Answer(d.verdicts) /\ UNCHANGED draft
           ELSE draft' = [draft EXCEPT ![n] = d] /\ UNCHANGED told
    /\ UNCHANGED <<stored, state, incarnation, submits, unknowns>>

\* Lane.written: the decisions hold; only now does anybody learn of them.
Settle(n) ==
    /\ Answer(draft[n].verdicts)
    /\ state' = [state EXCEPT ![n] = draft[n].after]
    /\ draft' = [draft EXCEPT ![n] = None]

\* LogStore.Append.APPLIED
ProposeApplied(n) ==
    /\ draft[n] # None
    /\ IsFree(draft[n])
    /\ Write(draft[n])
    /\ Settle(n)
    /\ UNCHANGED <<snapshot, queue, incarnation, submits, unknowns>>

\* LogStore.Append.UNKNOWN: the store may write it now, later or never. The draft stays, so that the same entries are
\* proposed at the same position again (Lane.proposeAgain), whatever a read shows in between.
ProposeUnknown(n) ==
    /\ draft[n] # None
    /\ IsFree(draft[n])
    /\ unknowns < UnknownMax
    /\ unknowns' = unknowns + 1
    /\ floating' = floating \union {[at |-> draft[n].at, entries |-> draft[n].entries]}
    /\ UNCHANGED <<log, snapshot, state, queue, draft, incarnation, submits, told>>

\* LogStore.Append.LOST, and Lane.readWinner finds this very batch: an earlier proposal was written after all.
LostToItself(n) ==
    /\ draft[n] # None
    /\ ~IsFree(draft[n])
    /\ log[draft[n].at] = draft[n].entries[1]
    /\ Settle(n)
    /\ UNCHANGED <<stored, queue, incarnation, submits, unknowns>>

\* LogStore.Append.LOST to somebody else (Lane.lost): the state goes to the end of the log, and all is decided again.
Lost(n) ==
    /\ draft[n] # None
    /\ ~IsFree(draft[n])
    /\ log[draft[n].at] # draft[n].entries[1]
    /\ state' = [state EXCEPT ![n] = ToHead(state[n])]
    /\ queue' = [queue EXCEPT ![n] = @ \union {v[1] : v \in draft[n].verdicts}]
    /\ draft' = [draft EXCEPT ![n] = None]
    /\ UNCHANGED <<stored, incarnation, submits, unknowns, told>>

\* A coordinator of the store gets round to a proposal that its node has given up waiting for, or did not survive.
CommitLate ==
    /\ \E p \in floating : IsFree(p) /\ Write(p)
    /\ UNCHANGED <<snapshot, state, queue, draft, incarnation, submits, unknowns, told>>

\* A node dies at any point and comes back with empty memory.
Crash(n) ==
    LET crashes == CHOOSE k \in {incarnation[m] : m \in Nodes} : \A m \in Nodes : incarnation[m] <= k IN
    /\ crashes < CrashesMax
    /\ state[n] # None \/ queue[n] # {}
    /\ incarnation' = [incarnation EXCEPT ![n] = crashes + 1]
    /\ state' = [state EXCEPT ![n] = None]
    /\ queue' = [queue EXCEPT ![n] = {}]
    /\ draft' = [draft EXCEPT ![n] = None]
    /\ UNCHANGED <<stored, submits, unknowns, told>>

\* StateLoader.save: now and then, and it may fail; the higher head wins.
SaveSnapshot(n) ==
    /\ state[n] # None
    /\ state[n].head > snapshot.head
    /\ state[n].head % SnapshotEvery = 0
    /\ snapshot' = state[n]
    /\ UNCHANGED <<log, floating, state, queue, draft, incarnation, submits, unknowns, told>>

\* LogStore.erase: a content is erased by a conditional statement; the envelope stays.
Erase(i) ==
    /\ log[i] # None
    /\ ~log[i].erased
    /\ Command[log[i].cmd].kind = "message"
    /\ Cardinality({j \in Positions : log[j] # None /\ log[j].erased}) < ErasuresMax
    /\ log' = [log EXCEPT ![i].erased = TRUE]
    /\ UNCHANGED <<floating, snapshot, state, queue, draft, incarnation, submits, unknowns, told>>

\* All commands and all repeats were sent, and no node has anything left to do: the only state without a next step.
Finished ==
    /\ \A c \in Commands : submits[c] > 0
    /\ Repeats = RepeatsMax
    /\ \A n \in Nodes : queue[n] = {} /\ draft[n] = None
    /\ UNCHANGED vars

Next ==
    \/ \E c \in Commands, n \in Nodes : Submit(c, n)
    \/ \E n \in Nodes : Load(n)
    \/ \E n \in Nodes : Decide(n)
    \/ \E n \in Nodes : ProposeApplied(n)
    \/ \E n \in Nodes : ProposeUnknown(n)
    \/ \E n \in Nodes : LostToItself(n)
    \/ \E n \in Nodes : Lost(n)
    \/ CommitLate
    \/ \E n \in Nodes : Crash(n)
    \/ \E n \in Nodes : SaveSnapshot(n)
    \/ \E i \in Positions : Erase(i)
    \/ Finished

Spec == Init /\ [][Next]_vars

\* A node that has something to propose proposes it, and reads what it lost to. The store has to write nothing by itself.
FairSpec == Spec /\ \A n \in Nodes : WF_vars(ProposeApplied(n)) /\ WF_vars(LostToItself(n)) /\ WF_vars(Lost(n))

--------------------------------------------------------------------------------
Filled == {i \in Positions : log[i] # None}

\* The log is exactly first…head, and first is 1: there is no retention yet.
INV_1_Gapless == Filled = 1..Cardinality(Filled)

\* The envelope at a position never changes; its content goes only from present to erased.
INV_2_Agreement ==
    [][\A i \in Filled :
        /\ log'[i] # None
        /\ [log'[i] EXCEPT !.erased = FALSE] = [log[i] EXCEPT !.erased = FALSE]
        /\ log[i].erased => log'[i].erased]_vars

\* What was acknowledged is in the log.
INV_3_Durable == \A c \in acked : \E i \in Filled : Id(log[i].cmd) = Id(c) /\ IsRepeatedBy(log[i], c)

\* A message id stands in the log at most once.
INV_4_Once == \A i, j \in Filled : Id(log[i].cmd) = Id(log[j].cmd) => i = j

\* Every entry was legal in the folded state before it.
INV_5_Authorised == \A i \in Filled : \A j \in 1..(i - 1) :
    Command[log[j].cmd].kind = "remove" => Command[log[j].cmd].target # Author(log[i].cmd)

\* Beyond the catalogue: of a command whose id is in use nothing was written, and nothing will be. Any other refusal says so of
\* its own attempt only: an earlier one of unknown outcome may still be written.
Final == \A c \in denied : \A i \in Filled : log[i].cmd # c

\* Beyond the catalogue: what a node or a snapshot remembers is the fold of the log up to there.
Faithful ==
    /\ snapshot = Fold(EmptyState, SubSeq(EntriesAfter(0), 1, snapshot.head))
    /\ \A n \in Nodes : state[n] # None => state[n] = Fold(EmptyState, SubSeq(EntriesAfter(0), 1, state[n].head))

\* Beyond the catalogue: a proposal ends, unknown outcomes included. Delivery.tla assumes it.
Ends == \A n \in Nodes : draft[n] # None ~> draft[n] = None

================================================================================
