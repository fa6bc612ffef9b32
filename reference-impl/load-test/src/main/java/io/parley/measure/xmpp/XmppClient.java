package io.parley.measure.xmpp;

import io.parley.measure.net.Bytes;
import io.parley.measure.net.XmlStream;
import io.parley.measure.parley.MessageId;
import io.parley.measure.run.Chat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One user's stream: logs in (SASL PLAIN), binds a resource, turns on stream management (XEP-0198), and says that it is
 * there. After each message it asks for an acknowledgement; it acknowledges what the server asks for.
 */
final class XmppClient implements XmlStream.Listener {

    /** What the clients have in common. */
    interface Home {
        void accepted(int message, long atNanos);

        void refused(int message, String why);

        void received(int user, int message, long atNanos);

        void broken(int user, String why);
    }

    private enum Step {
        CONNECTING,
        AUTHENTICATING,
        RESTARTED,
        BINDING,
        ENABLING,
        READY
    }

    private static final String HEADER = "<?xml version='1.0'?><stream:stream to='" + Ejabberd.HOST
            + "' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>";
    private static final byte[] MESSAGE = ascii("<message");
    private static final byte[] ANSWER = ascii("<a ");
    private static final byte[] REQUEST = ascii("<r ");
    private static final byte[] ID = ascii(" id='");
    private static final byte[] COUNT = ascii(" h='");
    private static final byte[] ERROR = ascii("type='error'");
    private static final byte[] END_OF_TAG = ascii(">");
    private static final byte[] QUOTE = ascii("'");

    private final int user;
    private final Home home;
    private final Deque<Integer> unanswered = new ArrayDeque<>();
    private @Nullable XmlStream stream;
    private Step step = Step.CONNECTING;
    private long answered;
    private long handled;

    XmppClient(int user, Home home) {
        this.user = user;
        this.home = home;
    }

    void opening(XmlStream opening) {
        stream = opening;
        opening.send(HEADER);
    }

    XmlStream stream() {
        return Objects.requireNonNull(stream, "opened before it is used");
    }

    /** Elements are its frames. */
    Chat.Traffic traffic() {
        XmlStream open = stream();
        return new Chat.Traffic(
                open.elementsIn(),
                open.link().bytesIn(),
                open.elementsOut(),
                open.link().bytesOut(),
                0,
                0);
    }

    boolean isReady() {
        return step == Step.READY;
    }

    void send(int message, int recipient, String id, String text) {
        unanswered.add(message);
        stream()
                .send("<message to='" + name(recipient) + "@" + Ejabberd.HOST + "' type='chat' id='" + id + "'><body>"
                        + text + "</body></message><r xmlns='urn:xmpp:sm:3'/>");
    }

    static String name(int user) {
        return "load-" + user;
    }

    @Override
    public void element(byte[] bytes, int offset, int length, long atNanos) {
        int end = offset + length;
        if (step != Step.READY) {
            login(new String(bytes, offset, length, StandardCharsets.UTF_8));
        } else if (Bytes.startsWith(bytes, offset, end, MESSAGE)) {
            handled++;
            message(bytes, offset, end, atNanos);
        } else if (Bytes.startsWith(bytes, offset, end, ANSWER)) {
            acknowledged(Long.parseLong(attribute(bytes, offset, end, COUNT)), atNanos);
        } else if (Bytes.startsWith(bytes, offset, end, REQUEST)) {
            stream().send("<a xmlns='urn:xmpp:sm:3' h='" + handled + "'/>");
        } else {
            // A presence or an answer to nothing: handled all the same.
            handled++;
        }
    }

    private void message(byte[] bytes, int offset, int end, long atNanos) {
        int tag = Bytes.indexOf(bytes, offset, end, END_OF_TAG);
        int message = MessageId.number(attribute(bytes, offset, tag, ID));
        if (Bytes.indexOf(bytes, offset, tag, ERROR) >= 0) {
            home.refused(message, new String(bytes, offset, end - offset, StandardCharsets.UTF_8));
        } else {
            home.received(user, message, atNanos);
        }
    }

    private void acknowledged(long count, long atNanos) {
        while (answered < count && !unanswered.isEmpty()) {
            answered++;
            home.accepted(unanswered.remove(), atNanos);
        }
    }

    private void login(String element) {
        switch (step) {
            case CONNECTING -> {
                if (element.contains("features")) {
                    String secret = "\0" + name(user) + "\0" + Ejabberd.PASSWORD;
                    stream()
                            .send("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>"
                                    + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8))
                                    + "</auth>");
                    step = Step.AUTHENTICATING;
                }
            }
            case AUTHENTICATING -> {
                expect(element, "<success");
                stream().restart();
                stream().send(HEADER);
                step = Step.RESTARTED;
            }
            case RESTARTED -> {
                if (element.contains("features")) {
                    stream().send("<iq type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>");
                    step = Step.BINDING;
                }
            }
            case BINDING -> {
                expect(element, "type='result'");
                stream().send("<enable xmlns='urn:xmpp:sm:3'/>");
                step = Step.ENABLING;
            }
            default -> enabled(element);
        }
    }

    /** From here on both sides count. The presence is the first that the server counts. */
    private void enabled(String element) {
        expect(element, "<enabled");
        stream().send("<presence/>");
        answered = -1;
        step = Step.READY;
    }

    private void expect(String element, String part) {
        if (!element.contains(part)) {
            throw new IllegalStateException("user " + user + ": " + step + " was answered " + element);
        }
    }

    private static String attribute(byte[] bytes, int offset, int end, byte[] name) {
        int at = Bytes.indexOf(bytes, offset, end, name);
        int start = at + name.length;
        int close = at < 0 ? -1 : Bytes.indexOf(bytes, start, end, QUOTE);
        return close < 0 ? "" : new String(bytes, start, close - start, StandardCharsets.UTF_8);
    }

    @Override
    public void broken(String why) {
        home.broken(user, why);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
