/** The architecture model as values: read from the Structurizr DSL, one canonical id per element. */
@NullMarked
package io.parley.model;

import org.jspecify.annotations.NullMarked;
