/** Problems at HTTP's edge: whatever Spring, Spring Security or Jetty refuses leaves as a problem document. */
@NullMarked
package io.parley.problem.web;

import org.jspecify.annotations.NullMarked;
