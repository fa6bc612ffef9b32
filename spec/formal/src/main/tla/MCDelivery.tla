------------------------------- MODULE MCDelivery ------------------------------
(* Names for the model checker. Bounds stand in the configurations. *)
EXTENDS Delivery

CONSTANTS n1, n2, n3, d1, d2
================================================================================
