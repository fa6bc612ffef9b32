/** Many TCP connections on one thread, and the two framings that run on them: WebSocket and XMPP streams. */
@NullMarked
package io.parley.measure.net;

import org.jspecify.annotations.NullMarked;
