--------------------------------- MODULE Lease ---------------------------------
(***************************************************************************)
(* Why a node that holds its lease has not been declared dead, whatever    *)
(* renewals and answers come late. Delivery.tla leans on it: what a        *)
(* sweeper takes over belongs to a node that tells nobody anything.        *)
(*                                                                         *)
(* One incarnation and its row; others watch it. Renewals and the          *)
(* declaration are compare-and-set, decided once for all by the store.     *)
(***************************************************************************)
EXTENDS Integers

CONSTANTS
    Watchers,   \* other nodes
    LeaseTicks, \* how long a confirmed renewal counts, from when it was begun
    DeadAfter,  \* silence of more than this, by the watcher's clock, means death
    DriftMax,   \* ticks that a watcher's clock may gain on the node's, at any moments, in all
    BeatsMax,   \* renewals
    End,        \* of time
    None

ASSUME LeaseTicks + DriftMax <= DeadAfter

VARIABLES
    now,       \* by the node's clock
    beat,      \* of the row
    dead,      \* the row says so, for ever
    begun,     \* renewal -> when the node began it, or None
    flying,    \* renewals that the store may still write
    written,   \* renewals that it has written, and not answered yet
    awaited,   \* the renewal whose answer the node waits for, or None
    confirmed, \* when the last confirmed renewal was begun
    gained,    \* watcher -> what its clock has gained
    row,       \* watcher -> the beat that it has read and not judged yet, or None
    seen,      \* watcher -> the beat that it knows, and since when by its own clock
    doomed     \* watcher -> the beat on which its declaration rests, or None

store == <<beat, dead>>
node == <<begun, awaited, confirmed>>
wires == <<flying, written>>
watch == <<gained, row, seen, doomed>>
vars == <<now, store, node, wires, watch>>

Beats == 1..BeatsMax
Clock(w) == now + gained[w]

\* The registration, beat 0, was begun at time 0 and is confirmed.
Init ==
    /\ now = 0 /\ beat = 0 /\ dead = FALSE
    /\ begun = [b \in Beats |-> None]
    /\ flying = {} /\ written = {} /\ awaited = None /\ confirmed = 0
    /\ gained = [w \in Watchers |-> 0]
    /\ row = [w \in Watchers |-> None]
    /\ seen = [w \in Watchers |-> [beat |-> None, since |-> 0]]
    /\ doomed = [w \in Watchers |-> None]

Tick ==
    /\ now < End
    /\ now' = now + 1
    /\ UNCHANGED <<store, node, wires, watch>>

Drift(w) ==
    /\ gained[w] < DriftMax
    /\ gained' = [gained EXCEPT ![w] = @ + 1]
    /\ UNCHANGED <<now, store, node, wires, row, seen, doomed>>

--------------------------------------------------------------------------------
(* The node: Lease, Incarnation *)

\* Lease.renew: one at a time; what was given up may still be written.
Begin ==
    /\ awaited = None
    /\ \E b \in Beats :
        /\ begun[b] = None
        /\ b > 1 => begun[b - 1] # None
        /\ begun' = [begun EXCEPT ![b] = now]
        /\ flying' = flying \union {b}
        /\ awaited' = b
    /\ UNCHANGED <<now, store, confirmed, written, watch>>

GiveUp ==
    /\ awaited # None
    /\ awaited' = None
    /\ UNCHANGED <<now, store, begun, confirmed, wires, watch>>

\* IncarnationStore.renew: refused once the row is declared dead, in whatever order renewals arrive.
Write ==
    /\ \E b \in flying :
        /\ flying' = flying \ {b}
        /\ IF dead THEN UNCHANGED <<beat, written>> ELSE beat' = b /\ written' = written \union {b}
    /\ UNCHANGED <<now, dead, node, watch>>

\* Incarnation.confirmed
Confirm ==
    /\ awaited \in written
    /\ written' = written \ {awaited}
    /\ confirmed' = begun[awaited]
    /\ awaited' = None
    /\ UNCHANGED <<now, store, begun, flying, watch>>

\* Incarnation.isHeld
Held == now - confirmed < LeaseTicks

--------------------------------------------------------------------------------
(* The others: Watch *)

Read(w) ==
    /\ row[w] = None
    /\ doomed[w] = None
    /\ ~dead
    /\ row' = [row EXCEPT ![w] = beat]
    /\ UNCHANGED <<now, store, node, wires, gained, seen, doomed>>

\* Watch.judge: the answer may have taken long.
Judge(w) ==
    /\ row[w] # None
    /\ IF row[w] # seen[w].beat
       THEN /\ seen' = [seen EXCEPT ![w] = [beat |-> row[w], since |-> Clock(w)]]
            /\ UNCHANGED doomed
       ELSE /\ doomed' = [doomed EXCEPT ![w] = IF Clock(w) - seen[w].since > DeadAfter THEN row[w] ELSE None]
            /\ UNCHANGED seen
    /\ row' = [row EXCEPT ![w] = None]
    /\ UNCHANGED <<now, store, node, wires, gained>>

\* IncarnationStore.declareDead: only on the beat that was judged, however late it is decided.
Declare(w) ==
    /\ doomed[w] # None
    /\ dead' = (dead \/ beat = doomed[w])
    /\ doomed' = [doomed EXCEPT ![w] = None]
    /\ UNCHANGED <<now, beat, node, wires, gained, row, seen>>

--------------------------------------------------------------------------------
Next ==
    \/ Tick
    \/ \E w \in Watchers : Drift(w)
    \/ Begin
    \/ GiveUp
    \/ Write
    \/ Confirm
    \/ \E w \in Watchers : Read(w)
    \/ \E w \in Watchers : Judge(w)
    \/ \E w \in Watchers : Declare(w)

Spec == Init /\ [][Next]_vars

\* Who was declared dead relies on nothing any more.
Fenced == dead => ~Held

================================================================================
