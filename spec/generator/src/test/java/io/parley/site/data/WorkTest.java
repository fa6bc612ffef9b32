package io.parley.site.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.evidence.Verifies;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Verifies("DOC-12")
class WorkTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            L. Lamport                          | ACM TOCS 16(2)  | Lamport, 1998
            J. Dean, L. Barroso                 | CACM 56(2)      | Dean and Barroso, 1998
            D. DeWitt, R. H. Katz, F. Olken     | ACM SIGMOD      | DeWitt and others, 1998
            J. Zhou and others                  | ACM SIGMOD      | Zhou and others, 1998
            ISO/IEC JTC 1/SC 7                  | ISO/IEC 25010   | ISO/IEC JTC 1/SC 7, 1998
            M. Jones, J. Bradley, N. Sakimura   | RFC 7519, IETF  | RFC 7519
            """)
    void isCitedByFewNamesAndYearOrByItsNumber(String authors, String published, String citation) {
        assertThat(new Work("id", "Papers", authors, "T", 1998, published, "https://example.org/", "takes").citation())
                .isEqualTo(citation);
    }
}
