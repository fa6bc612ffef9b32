------------------------------- MODULE Delivery --------------------------------
(***************************************************************************)
(* What happens to an entry from its commit to the last device: marker,    *)
(* projection, push, sweeper; subscribe, resume, heartbeat, gaps.          *)
(*                                                                         *)
(* The log is that of ConversationLog.tla, reduced to its head: entries    *)
(* 1…head exist and never change (INV-1, INV-2), and a proposal whose node *)
(* has died may still be written. Devices follow the client's sync code,   *)
(* nodes that of the projections. Who lives holds its lease, or lapses.    *)
(***************************************************************************)
EXTENDS Integers, Sequences, FiniteSets

CONSTANTS
    Nodes,      \* incarnations of server nodes: one that comes back after a crash is another
    Devices,    \* devices of the members
    EntriesMax, \* entries of the log
    CrashesMax, \* below the number of nodes: who never reaches a server gets nothing
    LapsesMax,  \* leases that end before they are renewed; Lease.tla tells when that may be
    PageMax,    \* entries per page of a gap (page.entries-max)
    Lossy,      \* whether pushes get lost or repeated on a socket that stays open
    Heartbeats, \* whether clients ping with a digest
    InboxFirst, \* whether an entry is pushed only after its inbox row is written
    Begins,     \* where a device may stand at first: 0, it holds all before entry 1; None, it holds nothing
    None

ASSUME CrashesMax < Cardinality(Nodes)

Seqs == 1..EntriesMax
Nothing == 0
Open == EntriesMax + 1 \* a proposal of a living node that the store has not written

VARIABLES
    \* in the stores
    head,    \* position of the last entry
    late,    \* proposals of dead nodes that may still be written
    marker,  \* nodes that have announced work on this conversation, and what Lapse made of them
    inbox,   \* head that the inbox rows tell, 0 without a row
    \* in the nodes
    alive,   \* nodes that have not crashed
    lapses,  \* leases of living nodes that have ended
    sure,    \* nodes that believe in their marker, and hold their lease
    flight,  \* node -> Nothing, Open, or the position that its proposal has got without its knowing
    project, \* node -> head that it has to write to the inbox, or Nothing
    topush,  \* node -> positions that it has to push
    sweeps,  \* node -> the dead node whose marker it works off, or None
    \* between node and device
    socket,  \* device -> node that holds its socket, or None
    asked,   \* device -> a resume is on its way
    heads,   \* device -> head in a heads frame on its way, or Nothing
    pushes,  \* device -> pushed positions on their way, in no order
    page,    \* device -> last position of a page on its way, and the first; or <<>>
    \* in the devices
    start,   \* device -> position where it began, or None (ConversationLog in the client)
    shown,   \* device -> positions in the order in which it applied them
    known,   \* device -> highest head that it has heard of
    ahead,   \* device -> positions that came before their turn
    \* told
    acked    \* positions that a sender was told

stores == <<head, late, marker, inbox>>
nodes == <<alive, lapses, sure, flight, project, topush, sweeps>>
wires == <<socket, asked, heads, pushes, page>>
devices == <<start, shown, known, ahead>>
vars == <<stores, nodes, wires, devices, acked>>

Max(a, b) == IF a > b THEN a ELSE b
Min(a, b) == IF a < b THEN a ELSE b

Applied(d) == IF shown[d] = <<>> THEN start[d] ELSE shown[d][Len(shown[d])]
Online(d) == socket[d] # None
\* Connections.subscribe comes with authentication, before the heads are read (FrameHandler, HeadsAnswers).
Subscribed(d) == Online(d)

Init ==
    /\ head = 0 /\ late = 0 /\ marker = {} /\ inbox = 0
    /\ alive = Nodes /\ lapses = 0 /\ sure = {}
    /\ flight = [n \in Nodes |-> Nothing]
    /\ project = [n \in Nodes |-> Nothing]
    /\ topush = [n \in Nodes |-> {}]
    /\ sweeps = [n \in Nodes |-> None]
    /\ socket = [d \in Devices |-> None]
    /\ asked = [d \in Devices |-> FALSE]
    /\ heads = [d \in Devices |-> Nothing]
    /\ pushes = [d \in Devices |-> {}]
    /\ page = [d \in Devices |-> <<>>]
    /\ start \in [Devices -> Begins]
    /\ shown = [d \in Devices |-> <<>>]
    /\ known = [d \in Devices |-> 0]
    /\ ahead = [d \in Devices |-> {}]
    /\ acked = {}

--------------------------------------------------------------------------------
(* Nodes: Lane and what listens to EntriesCommitted *)

\* Coverage, MarkerKeeper: before a node's first append to the conversation, and before it answers a repeat.
WriteMarker(n) ==
    /\ n \in alive
    /\ n \notin sure
    /\ head < EntriesMax \/ acked # 1..head
    /\ marker' = marker \union {n}
    /\ sure' = sure \union {n}
    /\ UNCHANGED <<head, late, inbox, alive, lapses, flight, project, topush, sweeps, wires, devices, acked>>

Propose(n) ==
    /\ n \in sure
    /\ flight[n] = Nothing
    /\ head < EntriesMax
    /\ flight' = [flight EXCEPT ![n] = Open]
    /\ UNCHANGED <<stores, alive, lapses, sure, project, topush, sweeps, wires, devices, acked>>

\* The store writes the entry. Who loses a race proposes again at the new end, so that only the order of commits matters.
Commit(n) ==
    /\ flight[n] = Open
    /\ head < EntriesMax
    /\ head' = head + 1
    /\ flight' = [flight EXCEPT ![n] = head + 1]
    /\ UNCHANGED <<late, marker, inbox, alive, lapses, sure, project, topush, sweeps, wires, devices, acked>>

\* Nothing is left to write: the proposal is refused at the new end.
GiveUp(n) ==
    /\ flight[n] = Open
    /\ head = EntriesMax
    /\ flight' = [flight EXCEPT ![n] = Nothing]
    /\ UNCHANGED <<stores, alive, lapses, sure, project, topush, sweeps, wires, devices, acked>>

\* An entry that this node answers for is this node's to fan out.
Takes(n, s) ==
    /\ acked' = acked \union {s}
    /\ project' = [project EXCEPT ![n] = Max(@, s)]
    /\ topush' = [topush EXCEPT ![n] = @ \union {s}]

\* Lane.written, at once or after an unknown outcome was settled: the sender is told, then the listeners. Whose lease has
\* lapsed in between announces the conversation anew first (Active).
Learn(n) ==
    /\ n \in sure
    /\ flight[n] \in Seqs
    /\ Takes(n, flight[n])
    /\ flight' = [flight EXCEPT ![n] = Nothing]
    /\ UNCHANGED <<stores, alive, lapses, sure, sweeps, wires, devices>>

\* A sender without an answer repeats its command, and the log shows it (Outcome.Repeated). The node that wrote it may be
\* dead, and its marker gone before the entry was there: so a repeat is fanned out as well.
AnswerRepeat(n) ==
    /\ n \in sure
    /\ \E s \in (1..head) \ acked : Takes(n, s)
    /\ UNCHANGED <<stores, alive, lapses, sure, flight, sweeps, wires, devices>>

\* The inbox row: written with the position as timestamp, so that the highest wins.
Project(n) ==
    /\ project[n] # Nothing
    /\ inbox' = Max(inbox, project[n])
    /\ project' = [project EXCEPT ![n] = Nothing]
    /\ UNCHANGED <<head, late, marker, alive, lapses, sure, flight, topush, sweeps, wires, devices, acked>>

\* EntryPusher: to every socket of every member, wherever it is held. Some may lose it.
Push(n) ==
    /\ InboxFirst => project[n] = Nothing
    /\ \E s \in topush[n] :
        /\ topush' = [topush EXCEPT ![n] = @ \ {s}]
        /\ \E missed \in (IF Lossy THEN SUBSET Devices ELSE {{}}) :
            pushes' = [d \in Devices |-> IF Subscribed(d) /\ d \notin missed THEN pushes[d] \union {s} ELSE pushes[d]]
    /\ UNCHANGED <<stores, alive, lapses, sure, flight, project, sweeps, socket, asked, heads, page, devices, acked>>

\* Active.endIfIdle: whether a proposal is under way does not matter, as Learn needs an announcement.
Idle(n) ==
    /\ project[n] = Nothing
    /\ topush[n] = {}

DropMarker(n) ==
    /\ n \in sure
    /\ Idle(n)
    /\ marker' = marker \ {n}
    /\ sure' = sure \ {n}
    /\ UNCHANGED <<head, late, inbox, alive, lapses, flight, project, topush, sweeps, wires, devices, acked>>

\* Memory, sockets and what was under way are gone. A proposal may yet be written.
Crash(n) ==
    /\ n \in alive
    /\ Cardinality(Nodes \ alive) < CrashesMax
    /\ alive' = alive \ {n}
    /\ sure' = sure \ {n}
    /\ late' = IF flight[n] = Open THEN late + 1 ELSE late
    /\ flight' = [flight EXCEPT ![n] = Nothing]
    /\ project' = [project EXCEPT ![n] = Nothing]
    /\ topush' = [topush EXCEPT ![n] = {}]
    /\ sweeps' = [sweeps EXCEPT ![n] = None]
    /\ socket' = [d \in Devices |-> IF socket[d] = n THEN None ELSE socket[d]]
    /\ asked' = [d \in Devices |-> asked[d] /\ socket[d] # n]
    /\ heads' = [d \in Devices |-> IF socket[d] = n THEN Nothing ELSE heads[d]]
    /\ pushes' = [d \in Devices |-> IF socket[d] = n THEN {} ELSE pushes[d]]
    /\ page' = [d \in Devices |-> IF socket[d] = n THEN <<>> ELSE page[d]]
    /\ UNCHANGED <<head, marker, inbox, lapses, devices, acked>>

\* A living node did not renew its lease in time, and was declared dead (Watch): what it had announced is a dead node's
\* marker now. It keeps its memory, goes on as another incarnation, and has announced nothing yet.
Old(n) == <<n, "old">>

Lapse(n) ==
    /\ n \in alive \intersect sure
    /\ lapses < LapsesMax
    /\ Old(n) \notin marker
    /\ lapses' = lapses + 1
    /\ sure' = sure \ {n}
    /\ marker' = (marker \ {n}) \union {Old(n)}
    /\ UNCHANGED <<head, late, inbox, alive, flight, project, topush, sweeps, wires, devices, acked>>

CommitLate ==
    /\ late > 0
    /\ head < EntriesMax
    /\ head' = head + 1
    /\ late' = late - 1
    /\ UNCHANGED <<marker, inbox, nodes, wires, devices, acked>>

--------------------------------------------------------------------------------
(* The sweeper: Watch and Sweeper *)

\* Dead nodes, and what lapsed. Lease.tla shows that whoever is declared dead holds no lease.
Sweepable(n) == n \notin alive

\* Reads the head serially, and takes over what lies between the inbox row and it.
Sweep(m) ==
    /\ m \in alive
    /\ sweeps[m] = None
    /\ \E n \in marker \ {m} :
        /\ Sweepable(n)
        /\ sweeps' = [sweeps EXCEPT ![m] = n]
        /\ project' = [project EXCEPT ![m] = Max(@, head)]
        /\ topush' = [topush EXCEPT ![m] = @ \union ((inbox + 1)..head)]
    /\ UNCHANGED <<stores, alive, lapses, sure, flight, wires, devices, acked>>

\* Only when all of it is done does the dead node's marker go.
SweepDone(m) ==
    /\ sweeps[m] # None
    /\ project[m] = Nothing
    /\ topush[m] = {}
    /\ marker' = marker \ {sweeps[m]}
    /\ sweeps' = [sweeps EXCEPT ![m] = None]
    /\ UNCHANGED <<head, late, inbox, alive, lapses, sure, flight, project, topush, wires, devices, acked>>

--------------------------------------------------------------------------------
(* Devices: Link, Sync, Replica and ConversationLog of the client, and what answers them *)

\* Authenticated: subscribed at the server, and the client asks to resume (FrameHandler.authenticate, Sync.live).
Connect(d) ==
    /\ ~Online(d)
    /\ \E n \in alive : socket' = [socket EXCEPT ![d] = n]
    /\ asked' = [asked EXCEPT ![d] = TRUE]
    /\ UNCHANGED <<stores, nodes, heads, pushes, page, devices, acked>>

\* Whatever was on its way is lost; what the device holds stays.
Disconnect(d) ==
    /\ Online(d)
    /\ socket' = [socket EXCEPT ![d] = None]
    /\ asked' = [asked EXCEPT ![d] = FALSE]
    /\ heads' = [heads EXCEPT ![d] = Nothing]
    /\ pushes' = [pushes EXCEPT ![d] = {}]
    /\ page' = [page EXCEPT ![d] = <<>>]
    /\ UNCHANGED <<stores, nodes, devices, acked>>

\* HeadsAnswers.resume
ReadHeads(d) ==
    /\ asked[d]
    /\ asked' = [asked EXCEPT ![d] = FALSE]
    /\ heads' = [heads EXCEPT ![d] = inbox]
    /\ UNCHANGED <<stores, nodes, socket, pushes, page, devices, acked>>

\* Heartbeat.beat and HeadsAnswers.answer: heads come when the digest differs.
Ping(d) ==
    /\ Heartbeats
    /\ Online(d)
    /\ ~asked[d]
    /\ heads[d] = Nothing
    /\ IF start[d] = None THEN inbox > 0 ELSE Applied(d) # inbox
    /\ heads' = [heads EXCEPT ![d] = inbox]
    /\ UNCHANGED <<stores, nodes, socket, asked, pushes, page, devices, acked>>

\* Replica.head: a conversation met for the first time begins at this head; of a known one the head is a lower bound.
TakeHeads(d) ==
    /\ heads[d] # Nothing
    /\ start' = [start EXCEPT ![d] = IF @ = None THEN heads[d] ELSE @]
    /\ known' = [known EXCEPT ![d] = Max(@, heads[d])]
    /\ heads' = [heads EXCEPT ![d] = Nothing]
    /\ UNCHANGED <<stores, nodes, socket, asked, pushes, page, shown, ahead, acked>>

\* ConversationLog.offer of the client. What the device makes of an offered position:
\* it drops what it has, keeps what comes before its turn, and applies the next with what then has its turn.
RECURSIVE Turn(_, _)
Turn(next, kept) == IF next \in kept THEN <<next>> \o Turn(next + 1, kept) ELSE <<>>

Offered(from, done, kept, s) ==
    LET at == IF done = <<>> THEN from ELSE done[Len(done)] IN
    IF s <= at THEN [shown |-> done, ahead |-> kept]
    ELSE IF s > at + 1 THEN [shown |-> done, ahead |-> kept \union {s}]
    ELSE LET turn == Turn(s, kept \union {s})
         IN  [shown |-> done \o turn, ahead |-> {k \in kept : k > turn[Len(turn)]}]

\* Replica.offer: a push of an unknown conversation begins just before it.
Deliver(d) ==
    /\ \E s \in pushes[d] :
        LET from == IF start[d] = None THEN s - 1 ELSE start[d]
            now == Offered(from, shown[d], ahead[d], s)
        IN  /\ start' = [start EXCEPT ![d] = from]
            /\ shown' = [shown EXCEPT ![d] = now.shown]
            /\ ahead' = [ahead EXCEPT ![d] = now.ahead]
            /\ known' = [known EXCEPT ![d] = Max(@, s)]
            /\ \E again \in (IF Lossy THEN {TRUE, FALSE} ELSE {FALSE}) :
                pushes' = [pushes EXCEPT ![d] = IF again THEN @ ELSE @ \ {s}]
    /\ UNCHANGED <<stores, nodes, socket, asked, heads, page, acked>>

\* Replica.readGap: the log is read (LogReader.range), whatever the inbox says.
AskForGap(d) ==
    /\ Online(d)
    /\ page[d] = <<>>
    /\ start[d] # None
    /\ known[d] > Applied(d)
    /\ page' = [page EXCEPT ![d] = <<Applied(d) + 1, Min(Applied(d) + PageMax, head)>>]
    /\ UNCHANGED <<stores, nodes, socket, asked, heads, pushes, devices, acked>>

RECURSIVE OfferAll(_, _, _, _)
OfferAll(from, now, s, last) ==
    IF s > last THEN now ELSE OfferAll(from, Offered(from, now.shown, now.ahead, s), s + 1, last)

\* Pushes may have arrived since it was asked for.
TakePage(d) ==
    /\ page[d] # <<>>
    /\ LET now == OfferAll(start[d], [shown |-> shown[d], ahead |-> ahead[d]], page[d][1], page[d][2])
       IN  /\ shown' = [shown EXCEPT ![d] = now.shown]
           /\ ahead' = [ahead EXCEPT ![d] = now.ahead]
    /\ page' = [page EXCEPT ![d] = <<>>]
    /\ UNCHANGED <<stores, nodes, socket, asked, heads, pushes, start, known, acked>>

--------------------------------------------------------------------------------
Next ==
    \/ \E n \in Nodes : WriteMarker(n)
    \/ \E n \in Nodes : Propose(n)
    \/ \E n \in Nodes : Commit(n)
    \/ \E n \in Nodes : GiveUp(n)
    \/ \E n \in Nodes : Learn(n)
    \/ \E n \in Nodes : AnswerRepeat(n)
    \/ \E n \in Nodes : Project(n)
    \/ \E n \in Nodes : Push(n)
    \/ \E n \in Nodes : DropMarker(n)
    \/ \E n \in Nodes : Crash(n)
    \/ \E n \in Nodes : Lapse(n)
    \/ CommitLate
    \/ \E m \in Nodes : Sweep(m)
    \/ \E m \in Nodes : SweepDone(m)
    \/ \E d \in Devices : Connect(d)
    \/ \E d \in Devices : Disconnect(d)
    \/ \E d \in Devices : ReadHeads(d)
    \/ \E d \in Devices : Ping(d)
    \/ \E d \in Devices : TakeHeads(d)
    \/ \E d \in Devices : Deliver(d)
    \/ \E d \in Devices : AskForGap(d)
    \/ \E d \in Devices : TakePage(d)

\* A node that lives goes on with what it has begun, and a sweeper finds a marker. Nobody has to send, to repeat, to connect
\* or to crash, and the store has to write nothing.
ServerGoesOn(n) ==
    /\ WF_vars(Learn(n))
    /\ WF_vars(Project(n))
    /\ WF_vars(Push(n))
    /\ WF_vars(Sweep(n))
    /\ WF_vars(SweepDone(n))

\* While it is connected, what is on its way arrives, and the client asks.
DeviceGoesOn(d) ==
    /\ WF_vars(ReadHeads(d))
    /\ WF_vars(Ping(d))
    /\ WF_vars(TakeHeads(d))
    /\ WF_vars(Deliver(d))
    /\ WF_vars(AskForGap(d))
    /\ WF_vars(TakePage(d))

Spec ==
    /\ Init
    /\ [][Next]_vars
    /\ \A n \in Nodes : ServerGoesOn(n)
    /\ \A d \in Devices : DeviceGoesOn(d)

\* For configurations that check safety alone.
SafetySpec == Init /\ [][Next]_vars

--------------------------------------------------------------------------------
\* A device applies entries in the order of their positions, each once, from the head that it began at.
INV_6_InOrder == \A d \in Devices :
    IF start[d] = None THEN shown[d] = <<>> ELSE shown[d] = [i \in 1..Len(shown[d]) |-> start[d] + i]

\* What was acknowledged reaches every device that is reachable from some time on: applied, or history from before its
\* start.
Has(d, s) == start[d] # None /\ Applied(d) >= s
INV_7_Delivered == \A d \in Devices : \A s \in Seqs : (<>[]Online(d)) => (s \in acked ~> Has(d, s))

\* Beyond the catalogue: nobody hears of a head that the log has not reached.
NoPhantom ==
    /\ inbox <= head
    /\ acked \subseteq 1..head
    /\ \A d \in Devices : known[d] <= head /\ \A i \in DOMAIN shown[d] : shown[d][i] <= head

\* Beyond the catalogue: whatever dies next, what was acknowledged is in the inbox, or a living node is about to write it
\* there, or a marker tells the sweeper.
Repairable == \A s \in acked :
    \/ inbox >= s
    \/ \E n \in alive : project[n] >= s
    \/ marker # {}

================================================================================
