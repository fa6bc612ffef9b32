/** An XMPP server under the same load: the peer that Parley is compared with. */
@NullMarked
package io.parley.measure.xmpp;

import org.jspecify.annotations.NullMarked;
