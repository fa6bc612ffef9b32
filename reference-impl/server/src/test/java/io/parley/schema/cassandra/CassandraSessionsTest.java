package io.parley.schema.cassandra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import com.datastax.oss.driver.api.core.config.DriverExecutionProfile;
import io.parley.evidence.Verifies;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the driver is told: its own values would wait for a node behind a cut cable for half a minute. */
@Verifies("QG-2")
class CassandraSessionsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final String NETWORK = "org.apache.cassandra.locator.NetworkTopologyStrategy";

    @Test
    void giveUpASilentNodeAfterTwiceTheTimeLimitOfARequest() {
        DriverExecutionProfile profile = profile(TIMEOUT);

        assertThat(profile.getDuration(DefaultDriverOption.REQUEST_TIMEOUT)).isEqualTo(TIMEOUT);
        assertThat(profile.getDuration(DefaultDriverOption.HEARTBEAT_INTERVAL)
                        .plus(profile.getDuration(DefaultDriverOption.HEARTBEAT_TIMEOUT)))
                .isEqualTo(TIMEOUT.multipliedBy(2));
    }

    @Test
    void askAtMostOnceASecondWhetherANodeLives() {
        DriverExecutionProfile profile = profile(Duration.ofMillis(200));

        assertThat(profile.getDuration(DefaultDriverOption.HEARTBEAT_INTERVAL)).isEqualTo(Duration.ofSeconds(1));
        assertThat(profile.getDuration(DefaultDriverOption.HEARTBEAT_TIMEOUT)).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void tryAgainEveryFewSecondsToReachANode() {
        assertThat(profile(TIMEOUT).getDuration(DefaultDriverOption.RECONNECTION_MAX_DELAY))
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void writeAndReadAtAQuorum() {
        assertThat(profile(TIMEOUT).getString(DefaultDriverOption.REQUEST_CONSISTENCY))
                .isEqualTo("LOCAL_QUORUM");
        assertThat(profile(TIMEOUT).getString(DefaultDriverOption.REQUEST_SERIAL_CONSISTENCY))
                .isEqualTo("LOCAL_SERIAL");
    }

    @Test
    @Verifies("INV-1")
    void refuseAKeyspaceOfSeveralDataCentres() {
        Map<String, String> two = Map.of("class", NETWORK, "north", "3", "south", "3");

        assertThatThrownBy(() -> CassandraSessions.requireOneDatacenter("parley", two))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("keyspace parley is replicated to 2 data centres, expected 1:"
                        + " conversations have no home data centre yet");
    }

    @Test
    void takeAKeyspaceOfOne() {
        List.of(
                        Map.of("class", NETWORK, "north", "3"),
                        Map.of("class", "org.apache.cassandra.locator.SimpleStrategy", "replication_factor", "1"))
                .forEach(one -> assertThatCode(() -> CassandraSessions.requireOneDatacenter("parley", one))
                        .doesNotThrowAnyException());
    }

    private static DriverExecutionProfile profile(Duration timeout) {
        return CassandraSessions.configuration(timeout).getInitialConfig().getDefaultProfile();
    }
}
