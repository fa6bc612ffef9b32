/** Reference pages of the interface, out of its OpenAPI and AsyncAPI documents. */
@NullMarked
package io.parley.site.page.api;

import org.jspecify.annotations.NullMarked;
