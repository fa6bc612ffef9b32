/** Makes the site: reads model, data, pages, decisions and evidence, checks them, and writes linked pages. */
@NullMarked
package io.parley.site;

import org.jspecify.annotations.NullMarked;
