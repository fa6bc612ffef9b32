/** Blocks in PostgreSQL: the only package of the component that speaks SQL. */
@NullMarked
package io.parley.contact.postgres;

import org.jspecify.annotations.NullMarked;
