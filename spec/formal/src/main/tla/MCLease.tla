-------------------------------- MODULE MCLease --------------------------------
(* Names for the model checker. Bounds stand in the configurations. *)
EXTENDS Lease, TLC

CONSTANTS w1, w2

\* Watchers do the same; safety only, so that this is sound.
Symmetry == Permutations(Watchers)
================================================================================
