package io.parley.measure.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream is cut into its elements, however its bytes arrive. */
class ElementsTest {

    private static final List<String> STREAM = List.of(
            "<?xml version='1.0'?><stream:stream from='a>b' version=\"1.0\">",
            "<features><bind/><sm xmlns='urn:xmpp:sm:3'/></features>",
            "<message id=\"1>\"><body>a &lt; b</body></message>",
            "<r/>",
            "<a h='7'/>");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void cutsWholeElements(int bytesAtOnce) {
        byte[] all = String.join("", STREAM).getBytes(StandardCharsets.UTF_8);
        Elements elements = new Elements();
        List<String> found = new ArrayList<>();
        int start = 0;
        for (int end = 0; end < all.length; ) {
            end = Math.min(all.length, end + bytesAtOnce);
            int length = elements.next(all, start, end - start);
            while (length > 0) {
                found.add(new String(all, start, length, StandardCharsets.UTF_8));
                start += length;
                length = elements.next(all, start, end - start);
            }
        }

        assertThat(found).isEqualTo(STREAM);
    }
}
