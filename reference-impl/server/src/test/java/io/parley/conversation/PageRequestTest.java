package io.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.evidence.Verifies;
import io.parley.kernel.Seq;
import io.parley.limits.Limits;
import io.parley.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Verifies({"MSG-4", "API-2"})
class PageRequestTest {

    private static final Seq HEAD = new Seq(100);

    private static PageRequest read(@Nullable String before, @Nullable String after, @Nullable String limit) {
        return PageRequest.read(before, after, limit, Limits.packaged().page());
    }

    @Test
    void isTheNewestPageWithoutParameters() {
        PageRequest request = read(null, null, null);

        assertThat(request.limit()).isEqualTo(50);
        assertThat(Span.of(request, HEAD).part(false, 50)).isEqualTo(new Span(51, 100));
    }

    @Test
    void excludesItsBounds() {
        assertThat(Span.of(read("51", null, "10"), HEAD).part(false, 10)).isEqualTo(new Span(41, 50));
        assertThat(Span.of(read(null, "50", "10"), HEAD).part(true, 10)).isEqualTo(new Span(51, 60));
    }

    @Test
    void endsWhereTheLogEnds() {
        assertThat(Span.of(read("1", null, null), HEAD).isEmpty()).isTrue();
        assertThat(Span.of(read(null, "100", null), HEAD).isEmpty()).isTrue();
        assertThat(Span.of(read(null, "9007199254740991", null), HEAD).isEmpty())
                .isTrue();
        assertThat(Span.of(read("9007199254740991", null, null), HEAD)).isEqualTo(new Span(1, 100));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "0,-,-",
                "-1,-,-",
                "9007199254740992,-,-",
                "99999999999999999999,-,-",
                "x,-,-",
                "'',-,-",
                "1.0,-,-",
                "-,-1,-",
                "-,9007199254740992,-",
                "-,-,0",
                "-,-,201",
                "-,-,ten",
                "٣,-,-",
                "+3,-,-",
                "5,5,-"
            })
    void refusesWhatIsOutOfRange(@Nullable String before, @Nullable String after, @Nullable String limit) {
        assertThatThrownBy(() -> read(before, after, limit))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().type().id()).isEqualTo("invalid-field"));
    }

    @Test
    void allowsLimitsUpToTheirBounds() {
        assertThat(read(null, null, "1").limit()).isEqualTo(1);
        assertThat(read(null, null, "200").limit()).isEqualTo(200);
    }
}
