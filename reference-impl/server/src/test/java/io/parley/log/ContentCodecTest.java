package io.parley.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.kernel.UserId;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCodecTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"plain", "\"quoted\" \\ slash", "line\nbreak\ttab", "\u0000\u001f", "Grüße 👋🏽", "</script>"})
    @Verifies("MSG-4")
    void bringsEveryTextBackAsItWas(String text) {
        Content content = new Content.Text(text);

        assertThat(ContentCodec.decode("message", 1, ContentCodec.encode(content)))
                .contains(content);
    }

    @Test
    @Verifies("MSG-2")
    void writesEqualMembersAlikeInWhicheverOrderTheyWereNamed() {
        UserId low = new UserId(new UUID(1, 1));
        UserId high = new UserId(new UUID(-1, 1));
        TreeMap<UserId, Role> one = new TreeMap<>();
        one.put(low, Role.MEMBER);
        one.put(high, Role.OWNER);
        TreeMap<UserId, Role> other = new TreeMap<>();
        other.put(high, Role.OWNER);
        other.put(low, Role.MEMBER);

        String text = ContentCodec.encode(new Content.Created(ConversationType.GROUP, null, one));

        assertThat(text).isEqualTo(ContentCodec.encode(new Content.Created(ConversationType.GROUP, null, other)));
        assertThat(ContentCodec.decode("created", 1, text))
                .contains(new Content.Created(ConversationType.GROUP, null, one));
    }

    @Test
    @Verifies("INV-5")
    void leavesUnknownVersionsAndKindsAlone() {
        assertThat(ContentCodec.decode("message", 2, "{\"text\":\"x\"}")).isEmpty();
        assertThat(ContentCodec.decode("future-kind", 1, "{}")).isEmpty();
        assertThat(ContentCodec.knows("message", 2)).isFalse();
        assertThat(ContentCodec.knows("future-kind", 1)).isFalse();
    }

    @Test
    @Verifies("INV-2")
    void digestsDependOnContentAndSalt() {
        UUID salt = new UUID(1, 2);

        assertThat(Digest.of(salt, "a")).isEqualTo(Digest.of(salt, "a"));
        assertThat(Digest.of(salt, "a")).isNotEqualTo(Digest.of(salt, "b"));
        assertThat(Digest.of(salt, "a")).isNotEqualTo(Digest.of(new UUID(1, 3), "a"));
    }
}
