package io.parley.site.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Evidence;
import io.parley.evidence.Outcome;
import io.parley.evidence.TestRun;
import io.parley.evidence.Traceability;
import io.parley.evidence.Verifies;
import io.parley.site.Seeds;
import io.parley.site.data.Findings;
import io.parley.site.data.Project;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Converts small texts; one converter for all of them, because it takes seconds to start. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConverterTest {

    private final Findings findings = new Findings();
    private final Project project = Seeds.realProject();
    private final Evidence evidence = new Evidence(
            List.of(
                    new TestRun("io.parley.log.SomeTest#holds", List.of("INV-1"), Outcome.PASSED, 1),
                    new TestRun("io.parley.log.SomeTest#breaks", List.of("INV-1"), Outcome.FAILED, 1)),
            List.of(),
            new TreeSet<>(),
            List.of());
    private final Converter converter = converter(findings);

    @BeforeAll
    void start() {
        converter.convert("warm", "= Warm");
    }

    @AfterAll
    void stop() {
        converter.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            requirement | req:MSG-99[]           | the requirement MSG-99 does not exist
            element     | el:nothing[]           | the element nothing does not exist
            decision    | adr:9999[]             | the decision 9999 does not exist
            limit       | limit:no.such[]        | the limit no.such does not exist
            result      | result:no.such[]       | the result no.such does not exist
            input       | assume:meeting.no[]    | the input meeting.no does not exist
            answer      | capacity:no.nodes[]    | the answer no.nodes does not exist
            quotation   | quote:no.such[]        | the quotation no.such does not exist
            test        | test:NoSuchTest[]      | the test NoSuchTest does not exist
            threat      | threat:T-a-b-S[]       | the threat T-a-b-S does not exist
            view        | diagram::no-such[]     | the view no-such does not exist
            standing    | standing:MSG-99[]      | the requirement MSG-99 does not exist
            """)
    @Verifies("QG-8")
    void refusesAMacroWithAnUnknownTarget(String what, String macro, String message) {
        Seeds.assertCaught("macros name what exists", "an unknown " + what, findingsOf(macro), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a section that skips a level | == A\\n\\n==== B            | section title out of sequence
            an unknown attribute         | an {unknown-thing} here     | missing attribute: unknown-thing
            a table with too few cells   | [cols="1,1"]\\n¦===\\n¦a\\n¦=== | dropping cells
            """)
    @Verifies("QG-8")
    void takesAWarningOfTheConverterForAFinding(String seed, String text, String message) {
        Findings own = findingsOf(text.replace("\\n", "\n").replace('¦', '|'));

        Seeds.assertCaught("no warnings in pages", seed, own, message);
    }

    @Test
    void linksARequirementToItsPlaceWithItsTextAsATitle() {
        Element link = first("req:MSG-17[]", "a");

        assertThat(link.attr("href")).isEqualTo("requirements.html#MSG-17");
        assertThat(link.text()).isEqualTo("MSG-17");
        assertThat(link.attr("title")).startsWith("Delivery is reliable");
    }

    @Test
    void linksAComponentToItsPageAndAContainerToItsRow() {
        assertThat(first("el:log[]", "a").attr("href")).isEqualTo("component-log.html");
        assertThat(first("el:parley.cassandra[the store]", "a").outerHtml())
                .contains("elements.html#parley.cassandra")
                .contains(">the store<");
    }

    @Test
    void printsALimitWithItsUnitAndDigitsInGroups() {
        assertThat(first("limit:message.text-bytes-max[]", "a").text()).isEqualTo("16\u202f384\u202fbytes");
    }

    @Test
    void printsAResultWithWhereItComesFrom() {
        Element link = first("result:spike.cassandra.sequential.p50[]", "a");

        assertThat(link.text()).isEqualTo("1.3\u202fms†");
        assertThat(link.attr("title")).contains("2026-11-20").contains("spike").contains("before the project");
    }

    @Test
    void printsAnInputOfTheCapacityModelWithItsSource() {
        Element link = first("assume:meeting.users[]", "a");

        assertThat(link.text()).isEqualTo("10\u202f000\u202fusers");
        assertThat(link.attr("title")).contains("asked: source 000").contains("active users");
        assertThat(first("assume:team.frame-cpu-us[]", "a").attr("title")).contains("spike.websocket.frame.cpu");
    }

    @Test
    void printsAnAnswerOfTheCapacityModelWithItsFormula() {
        Element link = first("capacity:community.users-online[]", "a");

        assertThat(link.text()).isEqualTo("10\u202f000\u202fusers");
        assertThat(link.attr("title")).contains("users × online share");
        assertThat(link.attr("href")).isEqualTo("capacity-figures.html#answer-users-online");
    }

    @Test
    void foldsTheTestsOfAnIdBehindTheirCount() {
        Element details = first("evidence:INV-1[]", "details");

        assertThat(details.expectFirst("summary").text()).isEqualTo("1 of 2 passed");
        assertThat(details.select("li.failed").text()).isEqualTo("SomeTest › breaks failed");
    }

    @Test
    @Verifies("QG-8")
    void neverShowsAsHoldingWhatWasNotRun() {
        assertThat(first("standing:INV-2[]", ".standing").text()).isEqualTo("not run in this build");
        assertThat(first("standing:INV-1[]", ".standing").text()).isEqualTo("failing");
        assertThat(first("test:OutputCheckTest[]", ".standing").text()).isEqualTo("not run in this build");
    }

    @Test
    void leavesNoMeaningToWhatStandsInData() {
        String plain = "a|b *c* _d_ {e} <<f>> [g] `GET|PUT /x/{id}` http://h.example ++i++ (C) -- xref:j[k]";

        Element body = Jsoup.parseBodyFragment(converter.convert("data", "= Page\n\n" + Adoc.text(plain)))
                .body();

        assertThat(body.expectFirst("p").text()).isEqualTo(plain.replace("`", ""));
        assertThat(body.select("a, strong, em")).isEmpty();
        assertThat(body.expectFirst("code").text()).isEqualTo("GET|PUT /x/{id}");
        assertThat(findings.all()).noneMatch(finding -> finding.startsWith("data"));
    }

    private Element first(String source, String selector) {
        return Jsoup.parseBodyFragment(converter.convert("page", "= Page\n\n" + source))
                .expectFirst(selector);
    }

    /** What one text adds: the converter is shared, so each has a name of its own. */
    private Findings findingsOf(String source) {
        String name = "page " + source;
        converter.convert(name, "= Page\n\n" + source + "\n");
        Findings own = new Findings();
        findings.all().stream()
                .filter(finding -> finding.startsWith(name))
                .forEach(finding -> own.add("page", finding.substring(name.length())));
        return own;
    }

    private Converter converter(Findings into) {
        Traceability traceability = new Traceability(project.catalogue(), List.of(), evidence, false);
        return new Converter(Engine.start(), project, traceability, evidence, Map.of(), into);
    }
}
