------------------------------- MODULE MCDelivery ------------------------------
(* Names for the model checker. Bounds stand in the configurations. *)
EXTENDS Delivery, TLC

CONSTANTS n1, n2, n3, d1, d2

\* Nodes do the same, and devices; sound for safety only, so that no configuration with liveness names it.
Symmetry == Permutations(Nodes) \union Permutations(Devices)
================================================================================
