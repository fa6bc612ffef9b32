/** Scenarios as data: read, checked against the model and the project's data, written for the page. */
@NullMarked
package io.parley.capacity.scenario;

import org.jspecify.annotations.NullMarked;
