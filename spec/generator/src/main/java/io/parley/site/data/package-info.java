/** What the site is made from: the project's data files, decision records and version history. */
@NullMarked
package io.parley.site.data;

import org.jspecify.annotations.NullMarked;
