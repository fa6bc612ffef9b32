--------------------------- MODULE MCConversationLog ---------------------------
(* Data for the model checker: who sends what. Bounds stand in the configurations. *)
EXTENDS ConversationLog, TLC

CONSTANTS n1, n2, ann, bob, hello, hi, removeBob, thief

\* Three ids. Times run against the order of arrival, as a client may choose them; bob is removed by ann.
MCCommand ==
    hello     :> [id |-> "x", author |-> ann, kind |-> "message", target |-> None]
    @@ hi        :> [id |-> "y", author |-> bob, kind |-> "message", target |-> None]
    @@ removeBob :> [id |-> "z", author |-> ann, kind |-> "remove", target |-> bob]
    \* Another content, by somebody else, with an id that is in use.
    @@ thief     :> [id |-> "x", author |-> bob, kind |-> "message", target |-> None]

MCIdTime == "x" :> 2 @@ "y" :> 1 @@ "z" :> 1

\* Nodes do the same; safety only, so that this is sound.
Symmetry == Permutations(Nodes)
================================================================================
