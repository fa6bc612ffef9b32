package io.parley.site.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import io.parley.site.Seeds;
import io.parley.site.data.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Verifies("QG-8")
class UnitLintTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It answers within 5 ms.",
                "It answers within 5ms.",
                "A median of 1.3 ms is fine.",
                "up to 10 000 connections",
                "about 50 messages/s",
                "availability of 99.9 %",
                "half of it, 50%, is free",
                "a buffer of 16 KiB",
                "between 3–5 seconds",
                "a 30-second pause",
                "* at 3 460/s it is full",
                "groups of 300 members",
                "it answers within 5\nms on average",
                "a delay of 5 *ms*",
                "a delay of *5* ms",
                "a delay of 5{nbsp}ms",
                "a link:x.html[delay of 5 ms]",
                ".A caption of 5 ms\nimage::x.svg[]",
                "image::x.svg[a delay of 5 ms]",
                "== At 5 ms",
                ":summary: It takes 5 ms.",
                "++++\n<p>5 ms</p>\n++++",
                "for 10k users",
                "for 2 billion users",
                "NOTE: 5 ms is enough.",
                "[.notes]\n--\nSay that 5 ms pass.\n--",
                "term:: 5 ms",
                "| a table of Markdown | 5 ms |",
                "[a link](x.html) of 5 ms",
            })
    void findsANumberWithAUnit(String line) {
        Findings findings = check(line);

        Seeds.assertCaught("no typed number with a unit", line, findings, "is a number with a unit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit:message.text-bytes-max[] and result:spike.cassandra.page.p50[] are references",
                "See RFC 9457 and section 10 of arc42.",
                "Java 17 and Cassandra 5 are versions.",
                "`Retry-After: 5 s` is code",
                "[.data,cols=\"1\"]\n|===\n|5 ms\n|===",
                "----\nsleep 5 s\n----",
                "....\n5 ms\n....",
                "// 5 ms in a comment",
                ":date: 2026-11-20",
                "In 2026 it began.",
                "ISO/IEC 25010:2023 has nine characteristics",
                "QG-10 messages",
                "entry N−1 and position 1 are no quantities",
                "```\nsleep 5 s\n```",
                "[see](https://example.org/5 ms)",
                "In 2026\n\nms is a unit",
            })
    void passesOverReferencesCodeDataAndNames(String source) {
        assertThat(check(source).all()).isEmpty();
    }

    @Test
    void findsANumberInATableThatIsNotMarkedAsData() {
        assertThat(check("[cols=\"1\"]\n|===\n|5 ms\n|===").all())
                .singleElement()
                .asString()
                .startsWith("page:3:");
    }

    @Test
    void findsANumberAfterACodeBlockHasEnded() {
        assertThat(check("----\n5 ms\n----\n\nThen 6 ms pass.").all())
                .singleElement()
                .asString()
                .startsWith("page:5:")
                .contains("6 ms");
    }

    private static Findings check(String source) {
        Findings findings = new Findings();
        new UnitLint(findings).check("page", source);
        return findings;
    }
}
