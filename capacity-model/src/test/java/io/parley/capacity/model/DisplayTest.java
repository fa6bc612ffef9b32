package io.parley.capacity.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayTest {

    @ParameterizedTest
    @CsvSource({
        "0, nodes, true, 0 nodes",
        "1, nodes, true, 1 node",
        "1, entries, true, 1 entry",
        "1, ms, false, 1 ms",
        "1, messages/s, false, 1 messages/s",
        "4808, nodes, true, 4808 nodes",
        "88752, nodes, true, 88 752 nodes",
        "123456, nodes, true, 123 000 nodes",
        "10000, users, false, 10 000 users",
        "0.0004, cores, false, <0.001 cores",
        "0.123456, cores, false, 0.123 cores",
        "12.3456, ms, false, 12.3 ms",
        "99.96, ms, false, 100 ms",
        "999.6, ms, false, 1000 ms",
        "1234.5, ms, false, 1230 ms",
        "999, bytes, false, 999 B",
        "1500, bytes, false, 1.5 kB",
        "999900, bytes, false, 1 MB",
        "3.81e17, bytes, false, 381 PB",
        "91000000000, bit/s, false, 91 Gbit/s",
        "0.3, share, false, 30 %",
        "1, share, false, 100 %",
        "0.999425, share, false, 99.942 %",
        "Infinity, ms, false, ∞ ms",
    })
    void printsWhatPeopleRead(double value, String unit, boolean whole, String text) {
        assertThat(Display.text(value, unit, whole).replace('\u202f', ' ')).isEqualTo(text);
    }
}
