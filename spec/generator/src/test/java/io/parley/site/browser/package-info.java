/** Tests of the finished output in a real browser, under the security policy of the server. */
@NullMarked
package io.parley.site.browser;

import org.jspecify.annotations.NullMarked;
