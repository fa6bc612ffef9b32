/** What must hold in every run, one class per invariant, judged by what the store wrote and what clients were told. */
@NullMarked
package io.parley.simulation.invariant;

import org.jspecify.annotations.NullMarked;
