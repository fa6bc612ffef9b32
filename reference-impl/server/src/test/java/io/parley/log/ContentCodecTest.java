package io.parley.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.kernel.Seq;
import io.parley.kernel.UserId;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
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

    static Stream<Content> ofEveryKind() {
        UserId ann = new UserId(new UUID(1, 1));
        UserId ben = new UserId(new UUID(2, 1));
        return Stream.of(
                new Content.Created(ConversationType.GROUP, "Friends", new TreeMap<>(Map.of(ann, Role.OWNER))),
                new Content.Text("hello"),
                new GroupChange.Membership(new TreeMap<>(Map.of(ann, Role.OWNER)), new TreeSet<>(Set.of(ben))),
                new GroupChange.Membership(new TreeMap<>(), new TreeSet<>(Set.of(ann, ben))),
                new GroupChange.NewRole(ben, Role.OWNER),
                new GroupChange.Rename("Grüße \"all\" 👋🏽"),
                new MessageChange.Edit(new Seq(7), "better\n"),
                new MessageChange.Deletion(new Seq((1L << 53) - 1)),
                new MessageChange.Reaction(new Seq(1), "👍🏽", true),
                new MessageChange.Reaction(new Seq(1), "👍🏽", false));
    }

    @ParameterizedTest
    @MethodSource("ofEveryKind")
    @Verifies({"MSG-21", "INV-2"})
    void bringsEveryKindBackAsItWas(Content content) {
        String text = ContentCodec.encode(content);

        assertThat(ContentCodec.decode(content.kind().code(), 1, text)).contains(content);
        assertThat(ContentCodec.knows(content.kind().code(), 1)).isTrue();
    }

    @Test
    @Verifies("MSG-21")
    void hasASampleOfEveryKind() {
        assertThat(ofEveryKind().map(Content::kind)).contains(Kind.values());
    }

    @ParameterizedTest
    @EnumSource
    @Verifies("INV-5")
    void leavesTheNextVersionOfEveryKindAlone(Kind kind) {
        assertThat(ContentCodec.knows(kind.code(), 2)).isFalse();
        assertThat(ContentCodec.decode(kind.code(), 2, "no JSON even")).isEmpty();
    }

    @Test
    @Verifies("INV-4")
    void writesEqualChangesAlikeInWhicheverOrderTheyWereMade() {
        TreeSet<UserId> descending = new TreeSet<>(Comparator.reverseOrder());
        TreeSet<UserId> ascending = new TreeSet<>();
        for (int i = 1; i <= 3; i++) {
            descending.add(new UserId(new UUID(i, 1)));
            ascending.add(new UserId(new UUID(i, 1)));
        }

        assertThat(ContentCodec.encode(new GroupChange.Membership(new TreeMap<>(), descending)))
                .isEqualTo(ContentCodec.encode(new GroupChange.Membership(new TreeMap<>(), ascending)));
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
