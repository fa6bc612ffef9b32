/** A client of the REST and WebSocket contract that holds every answer against the OpenAPI document. */
@NullMarked
package io.parley.acceptance.api;

import org.jspecify.annotations.NullMarked;
