package io.parley.measure.net;

/**
 * Finds the end of the next element in a stream of XML as XMPP allows it: no comments, no CDATA. The stream's own opening tag
 * and the XML declaration before it count as one element that has no end.
 */
final class Elements {

    private boolean opened;
    private int scanned;
    private int depth;
    private boolean inTag;
    private char quote;
    private boolean closing;
    private boolean declaration;

    void restart() {
        opened = false;
        begin();
    }

    /** Length of what is whole at {@code from}, 0 when more must come; the caller skips it before it asks again. */
    int next(byte[] bytes, int from, int size) {
        while (scanned < size) {
            char c = (char) bytes[from + scanned];
            scanned++;
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (inTag) {
                if (c == '\'' || c == '"') {
                    quote = c;
                } else if (c == '>' && ends(bytes[from + scanned - 2])) {
                    int length = scanned;
                    begin();
                    return length;
                }
            } else if (c == '<' && scanned < size) {
                inTag = true;
                closing = bytes[from + scanned] == '/';
                declaration = bytes[from + scanned] == '?';
            } else if (c == '<') {
                // What kind of tag it is, the next byte tells.
                scanned--;
                return 0;
            }
        }
        return 0;
    }

    /** A tag has ended: whether it ended what was looked for. */
    private boolean ends(byte before) {
        inTag = false;
        if (declaration) {
            return false;
        }
        if (!opened) {
            opened = true;
            return true;
        }
        if (closing) {
            depth--;
        } else if (before != '/') {
            depth++;
        }
        return depth <= 0;
    }

    private void begin() {
        scanned = 0;
        depth = 0;
        inTag = false;
        quote = 0;
    }
}
